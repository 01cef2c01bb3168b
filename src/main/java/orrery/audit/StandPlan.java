package orrery.audit;

import java.util.List;
import java.util.stream.IntStream;
import orrery.stand.Discipline;
import orrery.stand.ReaderLimits;
import orrery.stand.ReaderSpec;

/**
 * What to find out about an external reader.
 *
 * @param reader the reader
 * @param disciplines the ways its threads may share it, each tried separately
 * @param plan kernels, queries, threads, seed, claims, and the length of a window
 * @param limits the limits of its process
 * @param isMatrix whether rates are measured too
 */
public record StandPlan(
        ReaderSpec reader, List<Discipline> disciplines, AuditPlan plan, ReaderLimits limits, boolean isMatrix) {
    public StandPlan {
        disciplines = List.copyOf(disciplines);
    }

    /** Numbers of threads whose rates are measured: 1, 2, 4, up to the plan's. */
    List<Integer> rateThreads() {
        return isMatrix
                ? IntStream.iterate(1, n -> n <= plan.threads(), n -> 2 * n)
                        .boxed()
                        .toList()
                : List.of();
    }
}
