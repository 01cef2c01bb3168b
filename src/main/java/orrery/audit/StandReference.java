package orrery.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Queries;
import orrery.ephemeris.QueryPlan;
import orrery.files.Digest;
import orrery.stand.ReaderProcess;
import orrery.stand.ReaderRun;
import orrery.stand.StandAnswers;
import orrery.stand.StandQueries;

/**
 * What all disciplines of one reader share: the queries, our own answers to them, and the reader's own single-threaded
 * answers.
 *
 * @param queries the queries of the plan
 * @param ours our own reader's bits, six per query; a refusal is stored as its mark
 * @param run the reader's run with one thread
 * @param answers its answers; empty if the run broke, or the kernels were not opened
 * @param alone the file of these answers; an empty path if there are none
 * @param pairs the first of the queries, as many as the plan has pairs
 * @param pairsAlone the file of their answers
 */
@SuppressWarnings("ArrayRecordComponent") // A column of bits that is read but never compared.
record StandReference(
        StandQueries queries,
        long[] ours,
        ReaderRun run,
        Optional<StandAnswers> answers,
        Path alone,
        StandQueries pairs,
        Path pairsAlone) {
    /**
     * Computes them.
     *
     * @param copies of the kernels, which the reader may spoil
     * @throws orrery.spk.KernelException if our own reader cannot open the kernels, or they contain nothing to query
     */
    static StandReference of(AuditPlan plan, ReaderProcess process, List<Path> copies, Path scratch)
            throws IOException {
        StandQueries queries;
        long[] ours;
        KernelRegistry registry = new KernelRegistry();
        List<KernelHandle> handles = new ArrayList<>();
        try {
            plan.kernels().forEach(path -> handles.add(registry.open(path)));
            try (KernelPool pool = KernelPool.of(handles)) {
                Queries drawn = QueryPlan.of(pool).draw(QueryPlan.Order.RANDOM, plan.queries(), plan.seed());
                queries = columns(drawn, drawn.size());
                ours = Questions.states(drawn).answers(new BindingSubject.RealPool(pool));
            }
        } finally {
            handles.forEach(KernelHandle::close);
        }
        StandQueries pairs = first(queries, Math.min(plan.pairs(), queries.size()));
        Path alone = scratch.resolve("alone");
        Path pairsAlone = scratch.resolve("pairs-alone");
        ReaderRun run = process.answers(copies, queries, alone);
        if (!run.isDone()) {
            return new StandReference(queries, ours, run, Optional.empty(), Path.of(""), pairs, Path.of(""));
        }
        ReaderRun again = process.answers(copies, pairs, pairsAlone);
        return new StandReference(
                queries,
                ours,
                again.isDone() ? run : again,
                again.isDone() ? Optional.of(process.read(alone)) : Optional.empty(),
                alone,
                pairs,
                pairsAlone);
    }

    /** SHA-256 of the reader's own answers, as in a ledger; empty if there are none. */
    String digest() {
        return answers.<String>map(all -> {
                    long[] bits = new long[6 * all.size()];
                    for (int i = 0; i < bits.length; i++) {
                        bits[i] = Double.doubleToRawLongBits(all.get(i / 6, i % 6));
                    }
                    return Digest.of(bits);
                })
                .orElse("");
    }

    private static StandQueries columns(Queries drawn, int count) {
        StandQueries columns = new StandQueries(new int[count], new int[count], new double[count]);
        for (int i = 0; i < count; i++) {
            columns.targets()[i] = drawn.target(i);
            columns.centers()[i] = drawn.center(i);
            columns.epochs()[i] = drawn.et(i);
        }
        return columns;
    }

    private static StandQueries first(StandQueries all, int count) {
        return new StandQueries(
                Arrays.copyOf(all.targets(), count),
                Arrays.copyOf(all.centers(), count),
                Arrays.copyOf(all.epochs(), count));
    }
}
