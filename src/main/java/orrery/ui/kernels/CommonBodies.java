package orrery.ui.kernels;

import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import orrery.library.Appraisal;
import orrery.spk.NaifIds;

/** The bodies that two kernels have in common. Stateless; thread-safe. */
final class CommonBodies {
    private CommonBodies() {}

    /** The first of the other kernels that has a body in common with the top one. */
    static int companion(List<Appraisal> usable) {
        return IntStream.range(1, usable.size())
                .filter(i -> meet(of(usable.getFirst()), of(usable.get(i))))
                .findFirst()
                .orElse(1);
    }

    /** Whether two kernels have a body in common; of very many bodies only the first thousands are checked. */
    private static boolean meet(NavigableSet<Integer> one, NavigableSet<Integer> other) {
        Integer at = one.isEmpty() ? null : one.first();
        for (int i = 0; i < Reckoning.AT_ONCE && at != null; i++) {
            Integer next = other.ceiling(at);
            if (at.equals(next)) {
                return true;
            }
            at = next == null ? null : one.ceiling(next);
            if (at != null && at.equals(next)) {
                return true;
            }
        }
        return false;
    }

    /** The bodies of both, ascending. May be called on any thread. */
    static List<Integer> both(NavigableSet<Integer> one, NavigableSet<Integer> other) {
        return one.stream()
                .filter(id -> id != NaifIds.SOLAR_SYSTEM_BARYCENTER && other.contains(id))
                .toList();
    }

    /** The bodies of a kernel, ascending; empty for no kernel, or for one that was not examined. */
    static NavigableSet<Integer> of(@Nullable Appraisal kernel) {
        if (kernel == null || kernel.contents().isEmpty()) {
            return Collections.emptyNavigableSet();
        }
        return kernel.contents().get().targets();
    }
}
