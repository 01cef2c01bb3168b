package orrery.audit;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeSet;
import orrery.math.Counted;

/**
 * What was counted for claim B3 and what this system does not tell, as a sentence that claims no more than was seen.
 * For one thread.
 */
final class SeenGrowth {
    private final SequencedSet<String> seen = new LinkedHashSet<>();
    private final SequencedMap<String, String> unseen = new LinkedHashMap<>();

    /** It was counted before and after. */
    void seen(String what) {
        seen.add(what);
    }

    /** It could not be counted, for this reason. */
    void unseen(String what, String why) {
        unseen.put(what, why);
    }

    /** The sentence where nothing that was counted has grown. */
    String words() {
        String proven = "Nothing grew: " + Counted.list(List.copyOf(seen), "and") + (seen.size() == 1 ? " is" : " are")
                + " as before.";
        if (unseen.isEmpty()) {
            return proven;
        }
        return proven + " Not counted here, and so not shown: " + Counted.list(List.copyOf(unseen.keySet()), "and")
                + " (" + String.join("; ", new TreeSet<>(unseen.values())) + ").";
    }
}
