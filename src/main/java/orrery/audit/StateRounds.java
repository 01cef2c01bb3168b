package orrery.audit;

import java.util.Arrays;

/**
 * The plan's random queries by all threads at once, every answer compared with the reference: the evidence for A2, B1
 * and C2. Then bursts of the plan, timed one by one.
 */
final class StateRounds {
    private final OverlapRounds.Result result;
    private final double alone;
    private final long[] bursts;
    private final long differing;
    private final long[] answers;

    private StateRounds(OverlapRounds.Result result, double alone, long[] bursts, long differing, long[] answers) {
        this.result = result;
        this.alone = alone;
        this.bursts = bursts;
        this.differing = differing;
        this.answers = answers;
    }

    /** The window. */
    OverlapRounds.Result result() {
        return result;
    }

    /** Queries per second of one thread with the same work. */
    double alone() {
        return alone;
    }

    /** The number of bursts, over all workers, in which a worker's share of the answers differed from the reference. */
    long differing() {
        return differing;
    }

    /** The number of timed bursts. */
    int bursts() {
        return bursts.length;
    }

    /** The last burst's answers in plan order. */
    long[] answers() {
        return answers;
    }

    /** Number of bursts to time. */
    static final int BURSTS = 30;

    static StateRounds hold(ClaimContext context) {
        return hold(context, context.states(), context.reference(), BURSTS);
    }

    /** The same with other queries; {@code most} bursts are timed. */
    static StateRounds hold(ClaimContext context, Questions questions, long[] reference, int most) {
        try (Subject.Pool pool = context.openPool()) {
            OverlapRounds.Setup plain = context.setup("queries", context.plan().threads());
            OverlapRounds.Setup watched = new OverlapRounds.Setup(
                    plain.group(), plain.threads(), false, 0, plain.least(), plain.longest(), plain.nice(), true);
            Task task = new Task(questions, reference, pool);
            double single = alone(context, task);
            OverlapRounds.Result run = new OverlapRounds(context, watched, task).run(() -> true);
            context.count(run);
            Bursts load = new Bursts(questions, reference, pool, context.plan().threads(), context.stop());
            long[] nanos = load.run(most);
            return new StateRounds(run, single, nanos, load.differing(), load.answers());
        }
    }

    private static double alone(ClaimContext context, Task task) {
        OverlapRounds.Setup setup = context.setup("alone", 1);
        OverlapRounds.Result one = new OverlapRounds(
                        context,
                        new OverlapRounds.Setup(
                                setup.group(),
                                1,
                                false,
                                0,
                                setup.least().dividedBy(4),
                                setup.longest(),
                                setup.nice(),
                                false),
                        task)
                .run(() -> true);
        return one.queriesASecond();
    }

    /** Median wall time of a burst, nanoseconds. */
    long medianBurst() {
        return bursts[bursts.length / 2];
    }

    /** A worker's share of the queries, stored and compared; the share moves on each round. */
    static final class Task implements OverlapRounds.Task {
        /** This many queries are run before the start; on some kernels a whole share takes a minute. */
        private static final int FIRST = 500;

        private final Questions questions;
        private final long[] reference;
        private final Subject.Asker asker;
        private final ThreadLocal<long[]> kept;

        Task(Questions questions, long[] reference, Subject.Asker asker) {
            this.questions = questions;
            this.reference = reference;
            this.asker = asker;
            this.kept = ThreadLocal.withInitial(() -> new long[0]);
        }

        @Override
        public void prepare(RoundWorker seat) {
            kept.set(new long[(questions.size() / seat.of + 1) * questions.width()]);
            int from = seat.from(questions.size(), 0);
            check(seat, from, Math.min(seat.to(questions.size(), 0), from + FIRST));
        }

        @Override
        public void round(RoundWorker seat) {
            check(seat, seat.from(questions.size(), seat.rounds()), seat.to(questions.size(), seat.rounds()));
        }

        private void check(RoundWorker seat, int from, int to) {
            long[] bits = kept.get();
            int width = questions.width();
            int asked = ask(seat, from, to, bits);
            if (!Arrays.equals(bits, 0, (asked - from) * width, reference, from * width, asked * width)) {
                seat.fault(firstDifference(bits, from, asked));
            }
        }

        private int ask(RoundWorker seat, int from, int to, long[] bits) {
            double[] out = seat.out;
            int width = questions.width();
            for (int i = from; i < to; i++) {
                if (seat.isOver()) {
                    return i;
                }
                questions.ask(seat, asker, i, out);
                questions.write(out, bits, (i - from) * width);
            }
            return to;
        }

        private String firstDifference(long[] bits, int from, int to) {
            int width = questions.width();
            for (int w = from * width; w < to * width; w++) {
                if (bits[w - from * width] != reference[w]) {
                    String found = Questions.text(bits[w - from * width]);
                    return questions.words(w / width)
                            + (Questions.isRefusal(bits[w - from * width])
                                    ? ": the answer is "
                                    : ": component " + w % width + " is ")
                            + found + ", single-threaded it was " + Questions.text(reference[w]) + ".";
                }
            }
            return "answers differ";
        }
    }
}
