package orrery.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import orrery.telemetry.WorkerRecorder;

/** E1: the override under asynchronous use. */
final class OverrideUnderAsync extends AbstractClaim {
    OverrideUnderAsync() {
        super(
                "E1",
                "override under asynchronous use",
                "An override is seen by its task and by whatever that task explicitly hands on, nested and"
                        + " masked, through"
                        + " exceptions; by nothing else.",
                "A task that sees another's override, or an override after its end, or an uncaptured task that sees"
                        + " one; a captured task that does not.",
                "Overrides by all threads at once: nested, masked, left by exceptions; handed to an executor,"
                        + " to virtual"
                        + " threads and to futures, captured and uncaptured.");
    }

    @Override
    public Finding examine(ClaimContext context) {
        Finding.Maker finding = new Finding.Maker();
        Subject subject = context.subject();
        try (Subject.Pool own = context.openPool();
                Subject.Pool one = made(context, 2);
                Subject.Pool two = made(context, 3);
                Subject.Live live = subject.live(own);
                ExecutorService executor = Executors.newFixedThreadPool(4);
                ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            Overrides overrides = new Overrides(context, live, one, two, executor, virtual);
            long begun = System.nanoTime();
            long longest = context.plan().longestWindow().toNanos();
            OverlapRounds.Result result = new OverlapRounds(
                            context, context.setup("override", context.plan().threads()), overrides)
                    .run(
                            () -> (overrides.handed.get() >= 60
                                            && overrides.apart.isEnough()
                                            && overrides.beside.isEnough())
                                    || System.nanoTime() - begun > longest,
                            (_, _) -> overrides.look());
            context.count(result);
            result.faults().forEach(finding::refuted);
            finding.figure("overrides bound", overrides.bound.get(), "")
                    .figure("overrides left by an exception", overrides.thrown.get(), "")
                    .figure("tasks handed on, captured", overrides.handed.get(), "")
                    .figure("tasks handed on, uncaptured", overrides.uncaptured.get(), "");
            overrides.apart.tell(finding, "");
            overrides.beside.tell(finding, "");
            result.tell(finding, "");
        }
        return finding.make("Overrides were seen only by their tasks and by what these handed on.");
    }

    private static Subject.Pool made(ClaimContext context, int kind) {
        try {
            return context.openPool(
                    TwinKernel.write(context.folder().resolve("override" + kind + ".bsp"), context.queryPlan(), kind));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Queries the live pool inside and outside overrides; each answer identifies the pool that gave it. */
    private static final class Overrides implements OverlapRounds.Task {
        private static final int BATCH = 200;
        private static final int THROW_EVERY = 4;
        private static final int HAND_ON_EVERY = 16;
        /** This many throws and hand-ons are enough evidence; after that they are rare, so that the window overlaps. */
        private static final int MANY = 600;

        private final Questions questions;
        private final Subject subject;
        private final Subject.Live live;
        private final Subject.Pool one;
        private final Subject.Pool two;
        private final long[] unbound;
        private final long[] inOne;
        private final long[] inTwo;
        private final ExecutorService executor;
        private final ExecutorService virtual;
        private final AtomicLong bound = new AtomicLong();
        private final AtomicLong thrown = new AtomicLong();
        private final AtomicLong handed = new AtomicLong();
        private final AtomicLong uncaptured = new AtomicLong();
        private final DangerousWindow apart =
                new DangerousWindow("queries inside two different overrides at one instant");
        private final DangerousWindow beside =
                new DangerousWindow("a task run uncaptured while the override that it was handed on from was bound");
        /** What each worker has bound now, and its recorder. */
        private final AtomicReferenceArray<@Nullable Bound> bindings;

        private record Bound(boolean isOne, WorkerRecorder recorder) {}

        Overrides(
                ClaimContext context,
                Subject.Live live,
                Subject.Pool one,
                Subject.Pool two,
                ExecutorService executor,
                ExecutorService virtual) {
            this.questions = context.longPairs();
            this.subject = context.subject();
            this.live = live;
            this.one = one;
            this.two = two;
            this.unbound = context.alone(questions);
            this.inOne = questions.answers(one);
            this.inTwo = questions.answers(two);
            this.executor = executor;
            this.virtual = virtual;
            this.bindings = new AtomicReferenceArray<>(context.plan().threads());
        }

        @Override
        public void round(RoundWorker seat) {
            boolean even = (seat.index + seat.rounds()) % 2 == 0;
            Subject.Pool outer = even ? one : two;
            long[] outerRight = even ? inOne : inTwo;
            Subject.Pool inner = even ? two : one;
            long[] innerRight = even ? inTwo : inOne;
            queries(seat, unbound, "with nothing bound");
            subject.where(outer).run(() -> {
                bindings.set(seat.index, new Bound(even, seat.recorder));
                queries(seat, outerRight, "in a scope");
                bindings.set(seat.index, null);
                subject.where(inner).run(() -> queries(seat, innerRight, "in an inner scope"));
                queries(seat, outerRight, "after an inner scope");
                // The virtual machine takes a lock to unwind the stack, and a preempted thread keeps the others waiting
                // for it.
                int throwEvery = thrown.get() < MANY ? THROW_EVERY : 64 * THROW_EVERY;
                if (seat.rounds() % throwEvery == seat.index % THROW_EVERY) {
                    throwing(seat, inner, innerRight);
                    queries(seat, outerRight, "after an inner scope left by an exception");
                }
                // Handing on costs as much as a thousand queries, so it is done rarely, so that the window overlaps.
                int every = handed.get() < MANY ? HAND_ON_EVERY : 64 * HAND_ON_EVERY;
                if (seat.rounds() % every == seat.index % HAND_ON_EVERY) {
                    handOn(seat, outerRight);
                }
            });
            queries(seat, unbound, "after a scope");
            bound.addAndGet(3);
        }

        /** Called by the observing thread: whether two workers are inside queries in scopes of different pools. */
        private void look() {
            long ones = 0;
            long[] marks = new long[bindings.length()];
            @Nullable Bound[] first = new @Nullable Bound[marks.length];
            for (int i = 0; i < marks.length; i++) {
                first[i] = bindings.get(i);
                marks[i] = first[i] == null ? 0 : first[i].recorder().marks();
            }
            long twos = 0;
            // Workers whose mark is odd and unchanged were inside the same query between the two readings.
            for (int i = 0; i < marks.length; i++) {
                Bound seen = first[i];
                if (seen != null
                        && (marks[i] & 1) == 1
                        && seen.equals(bindings.get(i))
                        && seen.recorder().marks() == marks[i]) {
                    ones += seen.isOne() ? 1 : 0;
                    twos += seen.isOne() ? 0 : 1;
                }
            }
            if (ones > 0 && twos > 0) {
                apart.reached();
            }
        }

        private void throwing(RoundWorker seat, Subject.Pool inner, long[] innerRight) {
            try {
                subject.where(inner).run(() -> {
                    queries(seat, innerRight, "in a scope about to be thrown out of");
                    throw new ExpectedException();
                });
                seat.fault("An exception was swallowed by a scope.");
            } catch (ExpectedException _) {
                thrown.incrementAndGet();
            }
        }

        private void handOn(RoundWorker seat, long[] right) {
            Subject.Scope captured = subject.capture();
            CompletableFuture<?>[] tasks = {
                CompletableFuture.runAsync(
                        captured.wrap(() -> check(seat, right, "captured, in an executor")), executor),
                CompletableFuture.runAsync(
                        captured.wrap(() -> check(seat, right, "captured, in a virtual thread")), virtual),
                CompletableFuture.runAsync(() -> check(seat, unbound, "uncaptured, in an executor"), executor),
                CompletableFuture.runAsync(() -> check(seat, unbound, "uncaptured, in a virtual thread"), virtual),
                CompletableFuture.runAsync(captured.wrap(() -> check(seat, right, "captured, in a future")), executor)
                        .thenRunAsync(() -> check(seat, unbound, "uncaptured, in the stage after"), executor)
            };
            CompletableFuture.allOf(tasks).join();
            // All of them have run before this returns, with the scope still active.
            beside.reached(3);
            handed.addAndGet(3);
            uncaptured.addAndGet(3);
        }

        private void queries(RoundWorker seat, long[] right, String where) {
            int first = (int) (seat.index * 7L % questions.size());
            if (questions.firstWrong(seat, live, first, BATCH, right) >= 0) {
                seat.fault("A query " + where + " was answered by another pool.");
            }
        }

        private void check(RoundWorker seat, long[] right, String where) {
            double[] out = new double[Questions.WIDEST];
            long[] bits = new long[questions.width()];
            for (int i = 0; i < 8 && i < questions.size(); i++) {
                questions.bits(live, i, out, bits, 0);
                int width = questions.width();
                if (!Arrays.equals(bits, 0, width, right, i * width, (i + 1) * width)) {
                    seat.fault("A query " + where + " was answered by another pool.");
                    return;
                }
            }
        }
    }

    private static final class ExpectedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ExpectedException() {
            super("expected", null, false, false);
        }
    }
}
