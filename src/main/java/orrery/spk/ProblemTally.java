package orrery.spk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A short list of the defects found: for each kind, the first few problems in full and the number of the rest. A file
 * may have a hundred thousand of one kind. Confined to one thread.
 */
public final class ProblemTally {
    /** The number of problems of one kind that are reported in full. */
    public static final int MOST_TOLD = 5;

    /** The kinds of problem. */
    public enum Kind {
        /** A segment's span is invalid. */
        SPAN,
        /** A body is its own center. */
        OWN_CENTER,
        /** Data at an address that is impossible in a DAF. */
        PLACE,
        /** Data beyond the end of the file. */
        CUT,
        /** The parts of a segment other than its records. */
        DIRECTORY,
        /** A data type that this program does not read. */
        TYPE,
        /** Less data than the descriptor promises. */
        SHORT_OF_SPAN,
        /** Part of a cycle of centers. */
        CIRCLE,
        /** At the end of a chain of too many centers. */
        CHAIN
    }

    /** The first problem of a kind, and how many came after the limit was reached. */
    private static final class Rest {
        private final Problem first;
        private int reported;
        private int more;

        Rest(Problem first) {
            this.first = first;
        }
    }

    private final List<Problem> problems = new ArrayList<>();
    private final Map<Kind, Rest> rests = new EnumMap<>(Kind.class);

    /** Makes an empty tally. */
    public ProblemTally() {}

    /**
     * Counts a problem.
     *
     * @param kind the kind of problem
     * @param segment 0-based position in its file's summaries
     * @param text a sentence, made only if this problem is reported in full
     */
    public void add(Kind kind, int segment, Supplier<String> text) {
        Rest known = rests.get(kind);
        if (known != null && known.reported == MOST_TOLD) {
            known.more++;
            return;
        }
        Problem problem = new Problem(segment, text.get());
        problems.add(problem);
        Rest rest = known == null ? new Rest(problem) : known;
        rest.reported++;
        rests.put(kind, rest);
    }

    /**
     * {@return the problems reported in full, in the order in which they were found, then one sentence for each kind
     * that has more}
     */
    public List<Problem> problems() {
        List<Problem> all = new ArrayList<>(problems);
        for (Rest rest : rests.values()) {
            if (rest.more > 0) {
                all.add(new Problem(
                        Problem.FILE,
                        (rest.more == 1 ? "1 more segment has" : rest.more + " more segments have")
                                + " the same problem as segment " + rest.first.segment() + "."));
            }
        }
        return List.copyOf(all);
    }
}
