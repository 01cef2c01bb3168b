package orrery.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import orrery.spk.KernelException;
import orrery.telemetry.Overlap;
import orrery.telemetry.OverlapSampler;

/** A1: identical inputs, identical outputs. */
final class IdenticalOutputs extends AbstractClaim {
    IdenticalOutputs() {
        super(
                "A1",
                "identical inputs, identical outputs",
                "The same body and epoch give the same 64 bits on every thread, every time, for raw states and for"
                        + " apparent places.",
                "One component of one execution that differs in one bit from the single-threaded answer.",
                "Random (body, epoch) pairs, each executed many times per round by all threads at once; raw bits"
                        + " compared with a single-threaded reference; two executions of every pair observed in"
                        + " progress together"
                        + " (pairs that do not meet by chance are then executed by all threads until they do).");
    }

    @Override
    public boolean isAlone() {
        return true;
    }

    @Override
    public Finding examine(ClaimContext context) {
        Questions states = context.pairs();
        Questions longer = context.longPairs();
        int executions = context.plan().executions();
        List<IdentityMatrix> matrices = new ArrayList<>();
        for (Questions pipeline : List.of(states, longer)) {
            matrices.add(new IdentityMatrix(pipeline, executions, context.alone(pipeline)));
        }
        context.matrices(matrices);
        Finding.Maker finding = new Finding.Maker();
        try (Subject.Pool pool = context.openPool()) {
            List<Executions> tasks = new ArrayList<>();
            tasks.add(new Executions(states, pool, matrices.getFirst(), 0));
            tasks.add(new Executions(longer, pool, matrices.getLast(), states.size()));
            OverlapRounds.Setup setup = context.setup("pairs", context.plan().threads());
            OverlapRounds.Setup tagged = new OverlapRounds.Setup(
                    setup.group(),
                    setup.threads(),
                    false,
                    states.size() * tasks.size(),
                    setup.least(),
                    setup.longest(),
                    setup.nice(),
                    false);
            Meetings meetings = new Meetings(
                    tasks,
                    states.size(),
                    setup.threads(),
                    context.plan().leastWindow().toNanos() / 2);
            // Every cell must have been executed: one round more than there are pipelines.
            OverlapRounds.Result result = new OverlapRounds(context, tagged, meetings)
                    .run(
                            () -> matrices.stream().allMatch(m -> m.executed() == m.pairs() * m.executions()),
                            meetings::looked);
            context.count(result);
            for (IdentityMatrix matrix : matrices) {
                finding.figure(matrix.name() + ": cells executed", matrix.executed(), "")
                        .figure(matrix.name() + ": cells that differ", matrix.differing(), "");
            }
            if (context.placePairs().isEmpty()) {
                finding.figure(
                        "apparent places",
                        "not available here: the kernels do not lead from the Earth to the barycenter, so "
                                + longer.name() + " are asked");
            }
            result.faults().forEach(finding::refuted);
            result.tell(finding, "");
        }
        return finding.make("%d pairs x %d executions were identical to the last bit, in every round on %d threads."
                .formatted(states.size(), executions, context.plan().threads()));
    }

    /**
     * Rounds of all cells, one pipeline after the other; then the pairs that have not been seen in progress twice, a
     * few at a time and each by several threads, until they have.
     */
    private static final class Meetings implements OverlapRounds.Task {
        private static final int THREADS_A_PAIR = 2;
        private static final int[] NONE = {};

        private final List<Executions> pipelines;
        private final int pairs;
        private final int atOnce;
        private final long from;
        /** The pair that each group of threads executes; replaced, never modified. */
        private volatile int[] meeting = NONE;

        Meetings(List<Executions> pipelines, int pairs, int threads, long from) {
            this.pipelines = pipelines;
            this.pairs = pairs;
            this.atOnce = Math.max(1, threads / THREADS_A_PAIR);
            this.from = from;
        }

        @Override
        public void round(RoundWorker seat) {
            int[] tags = meeting;
            if (tags.length == 0) {
                pipelines.get((int) (seat.rounds() % pipelines.size())).round(seat);
            } else {
                int tag = tags[seat.index % tags.length];
                pipelines.get(tag / pairs).meet(seat, tag % pairs);
            }
        }

        /**
         * Called by the observing thread: a group whose pair has been seen gets the next one; the others keep theirs.
         * Groups without a pair help the others.
         */
        void looked(OverlapSampler sampler, long lasted) {
            if (lasted < from) {
                return;
            }
            Overlap seen = sampler.overlap();
            int[] tags = meeting;
            if (tags.length > 0 && IntStream.of(tags).noneMatch(seen::together)) {
                return;
            }
            int[] unseen = IntStream.range(0, pairs * pipelines.size())
                    .filter(tag -> !seen.together(tag))
                    .toArray();
            if (unseen.length <= atOnce) {
                meeting = unseen;
                return;
            }
            int[] next = IntStream.of(unseen)
                    .filter(tag -> IntStream.of(tags).noneMatch(t -> t == tag))
                    .toArray();
            int taken = 0;
            int[] groups = new int[atOnce];
            for (int g = 0; g < atOnce; g++) {
                groups[g] = g < tags.length && !seen.together(tags[g]) ? tags[g] : next[taken++];
            }
            meeting = groups;
        }
    }

    /** Executes this seat's cells of the matrix; the assignment of cells moves on each round. */
    private record Executions(Questions questions, Subject.Asker asker, IdentityMatrix matrix, int firstTag) {
        // Scratch of a thread: a seat belongs to one window, and its thread to one seat.
        private static final ThreadLocal<long[]> BITS = ThreadLocal.withInitial(() -> new long[Questions.WIDEST]);

        private static final int MEETING = 32;

        void round(RoundWorker seat) {
            int cells = questions.size() * matrix.executions();
            int offset = (int) ((seat.index + seat.rounds()) % seat.of);
            for (int cell = offset; cell < cells && !seat.isOver(); cell += seat.of) {
                execute(seat, cell);
            }
        }

        void meet(RoundWorker seat, int pair) {
            int executions = matrix.executions();
            for (int k = 0; k < MEETING && !seat.isOver(); k++) {
                execute(seat, pair * executions + seat.index % executions);
            }
        }

        private void execute(RoundWorker seat, int cell) {
            long[] bits = BITS.get();
            int executions = matrix.executions();
            int pair = cell / executions;
            long start = seat.recorder.begin(firstTag + pair);
            try {
                questions.ask(asker, pair, seat.out);
                seat.recorder.end(start);
            } catch (KernelException e) {
                seat.recorder.fail(start);
                questions.refuse(e, seat.out);
            }
            questions.write(seat.out, bits, 0);
            if (!matrix.record(cell, bits, 0, seat.index)) {
                boolean refused = Questions.isRefusal(bits[0]) || Questions.isRefusal(matrix.reference(pair, 0));
                seat.fault(questions.words(pair) + ", execution " + cell % executions + " on thread " + seat.index
                        + (refused
                                ? ": the answer is " + Questions.text(bits[0]) + ", single-threaded it was "
                                        + Questions.text(matrix.reference(pair, 0)) + "."
                                : ", differs in bits " + Questions.text(matrix.difference(pair, cell % executions))
                                        + "."));
            }
        }
    }
}
