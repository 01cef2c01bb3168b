package orrery.audit;

import java.util.List;
import java.util.stream.IntStream;
import orrery.stand.Discipline;
import orrery.stand.ReaderLimits;
import orrery.stand.ReaderSpec;

/**
 * What to find out about a reader from outside.
 *
 * @param reader which
 * @param disciplines how its threads share it, each tried on its own
 * @param plan kernels, queries, threads, seed, claims, and how long a window lasts
 * @param limits what its process may take
 * @param isMatrix whether rates are measured too
 */
public record StandPlan(
        ReaderSpec reader, List<Discipline> disciplines, AuditPlan plan, ReaderLimits limits, boolean isMatrix) {
    public StandPlan {
        disciplines = List.copyOf(disciplines);
    }

    /** Threads whose rates are measured: 1, 2, 4, up to the plan's. */
    List<Integer> rateThreads() {
        return isMatrix
                ? IntStream.iterate(1, n -> n <= plan.threads(), n -> 2 * n)
                        .boxed()
                        .toList()
                : List.of();
    }
}
