package orrery.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import orrery.ephemeris.Queries;
import orrery.ephemeris.QueryPlan;
import orrery.ephemeris.SplitMix;
import orrery.forge.RawSegment;
import orrery.spk.NaifIds;

/** D1: a pool of several kernels under contention. */
final class PoolContention extends AbstractClaim {
    private static final double SPAN = 3e7;
    private static final int PUBLISHES = 200;
    private static final int BATCH = 64;
    /** The kernels of each published set, highest precedence last; 4 is the failing one. */
    private static final int[][] SETS = {
        {0, 1}, {2, 1}, {0, 3}, {2, 3}, {1, 0}, {0, 1, 2, 3}, {3, 2, 1, 0}, {0, 1, 4}, {0, 4, 1}
    };

    PoolContention() {
        super(
                "D1",
                "pool under contention",
                "Each answer comes wholly from one published set of kernels, while members join, leave, are closed and"
                        + " fail.",
                "One answer that none of the sets published during its query would have given: a mixture, a lost"
                        + " segment, a fall through a failing member.",
                "Overlapping kernels with a chain that runs through several of them; a publisher swaps sets under load;"
                        + " each answer is compared with those of the sets that were current during its query."
                        + " Reported: latency against the size of a pool.");
    }

    @Override
    public Finding examine(ClaimContext context) {
        Finding.Maker finding = new Finding.Maker();
        List<Subject.Handle> kernels = new ArrayList<>();
        try {
            for (Path file : write(context.folder())) {
                kernels.add(context.subject().open(file));
            }
            contend(context, kernels, finding);
            if (!finding.isRefuted()) {
                sizes(context, kernels, finding);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            kernels.forEach(Subject.Handle::close);
        }
        return finding.make("Every answer came wholly from a set published during its query.");
    }

    /** The chain 301 -> 3 -> 0 in every mixture of two kinds, and bodies with gaps that fall through. */
    private static List<Path> write(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int kind = 0; kind < 2; kind++) {
            files.add(TwinKernel.write(
                    folder.resolve("moon" + kind + ".bsp"),
                    List.of(
                            TwinKernel.segment(NaifIds.MOON, NaifIds.EARTH_BARYCENTER, -SPAN, SPAN, kind),
                            TwinKernel.segment(NaifIds.SUN, NaifIds.SOLAR_SYSTEM_BARYCENTER, -SPAN, SPAN, kind))));
            files.add(TwinKernel.write(
                    folder.resolve("center" + kind + ".bsp"),
                    List.of(
                            TwinKernel.segment(3, 0, -SPAN, SPAN, kind + 2),
                            TwinKernel.segment(
                                    NaifIds.SUN,
                                    NaifIds.SOLAR_SYSTEM_BARYCENTER,
                                    -SPAN / (2 + kind),
                                    SPAN / (2 + kind),
                                    kind + 4))));
        }
        // A body whose data are too short for their own directory: set aside at open, it keeps its precedence and fails
        // with a typed error.
        RawSegment broken =
                new RawSegment(3, 0, 1, 2, -SPAN, SPAN, "broken", new double[] {0, SPAN, 1, 2, 3, 9e9, 9e9, 9e9, 9e9});
        files.add(TwinKernel.write(
                folder.resolve("broken.bsp"), List.of(broken, TwinKernel.segment(4, 0, -SPAN, SPAN, 0))));
        return files;
    }

    private static void contend(ClaimContext context, List<Subject.Handle> kernels, Finding.Maker finding) {
        Subject subject = context.subject();
        try (Subject.Pool first = set(subject, kernels, SETS[0])) {
            Contest contest = new Contest(context.plan().seed(), kernels, SETS);
            try (Subject.Live live = subject.live(first)) {
                contest.live = live;
                Thread publisher = Thread.ofPlatform()
                        .daemon()
                        .name("orrery-publisher")
                        .start(() -> contest.publish(subject, kernels));
                OverlapRounds.Result result;
                try {
                    long begun = System.nanoTime();
                    long longest = context.plan().longestWindow().toNanos();
                    result = new OverlapRounds(
                                    context,
                                    context.setup("pool", context.plan().threads()),
                                    contest)
                            .run(() -> (contest.completed.get() >= PUBLISHES && contest.inside.isEnough())
                                    || System.nanoTime() - begun > longest);
                } finally {
                    contest.ending = true;
                    LockSupport.unpark(publisher);
                    join(publisher);
                }
                context.count(result);
                result.faults().forEach(finding::refuted);
                if (!contest.publisherFault.isEmpty()) {
                    finding.refuted(contest.publisherFault);
                }
                finding.figure("sets published under load", contest.completed.get(), "")
                        .figure("different sets", SETS.length, "")
                        .figure(
                                "answers that were typed refusals of the member that fails",
                                contest.refusals.get(),
                                "");
                contest.inside.tell(finding, "");
                result.tell(finding, "");
            }
        }
    }

    private static Subject.Pool set(Subject subject, List<Subject.Handle> kernels, int[] members) {
        List<Subject.Handle> list = new ArrayList<>();
        for (int member : members) {
            list.add(kernels.get(member));
        }
        return subject.pool(list);
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new AuditCancelledException();
        }
    }

    /** Readers query the live pool and compare; version v publishes set v modulo the number of sets. */
    private static final class Contest implements OverlapRounds.Task {
        private static final double EARLIEST = -SPAN / 2;

        private final Questions[] questions;
        /** For each of these and each set, the answers. */
        private final long[][][] right;

        private final AtomicLong started = new AtomicLong();
        private final AtomicLong completed = new AtomicLong();
        private final AtomicLong refusals = new AtomicLong();
        private final DangerousWindow inside =
                new DangerousWindow("a set published from beginning to end inside one query, whose answer it changes");
        private volatile boolean ending;
        private volatile String publisherFault = "";
        private Subject.@Nullable Live live;

        Contest(long seed, List<Subject.Handle> kernels, int[][] sets) {
            Subject reference = BindingSubject.ofItsOwn();
            List<Subject.Handle> own = new ArrayList<>();
            try {
                kernels.forEach(k -> own.add(reference.open(k.real().path())));
                try (Subject.Pool all = set(reference, own, new int[] {0, 1, 2, 3})) {
                    QueryPlan plan = QueryPlan.of(((BindingSubject.RealPool) all).pool);
                    Queries drawn = plan.draw(QueryPlan.Order.RANDOM, 512, seed + 5);
                    // An apparent place takes many states: threads are found inside one, not between two.
                    this.questions = new Questions[] {Questions.states(drawn), Questions.places(drawn, 3, EARLIEST)};
                }
                this.right = new long[questions.length][sets.length][];
                for (int s = 0; s < sets.length; s++) {
                    try (Subject.Pool pool = set(reference, own, sets[s])) {
                        for (int q = 0; q < questions.length; q++) {
                            right[q][s] = questions[q].answers(pool);
                        }
                    }
                }
            } finally {
                own.forEach(Subject.Handle::close);
            }
        }

        /** Publishes one set after another, and immediately closes its own pool of each. */
        void publish(Subject subject, List<Subject.Handle> kernels) {
            try {
                SplitMix random = new SplitMix(99);
                while (!ending) {
                    long version = started.get() + 1;
                    int[] members = SETS[(int) (version % SETS.length)];
                    try (Subject.Pool next = set(subject, kernels, members)) {
                        started.set(version);
                        Objects.requireNonNull(live).publish(next);
                        completed.set(version);
                    }
                    LockSupport.parkNanos(500_000L + random.below(2_000_000));
                }
            } catch (RuntimeException e) {
                publisherFault = "Publishing failed: " + e;
            }
        }

        @Override
        public void round(RoundWorker seat) {
            Subject.Live asked = Objects.requireNonNull(live);
            int kind = seat.rounds() % 4 == 0 ? 0 : 1;
            Questions questions = this.questions[kind];
            Batch batch = Batch.OF_THREAD.get();
            double[][] answers = seat.answers(BATCH);
            SplitMix random = new SplitMix(31 * seat.rounds() + seat.index);
            int k = 0;
            while (k < BATCH && !seat.isOver()) {
                int i = random.below(questions.size());
                batch.question[k] = i;
                batch.from[k] = completed.get();
                batch.begun[k] = started.get();
                if (!questions.ask(seat, asked, i, answers[k])) {
                    refusals.incrementAndGet();
                }
                batch.ended[k] = completed.get();
                batch.to[k] = started.get();
                k++;
            }
            for (int a = 0; a < k; a++) {
                if (!isOneOf(kind, batch.question[a], answers[a], batch.from[a], batch.to[a])) {
                    seat.fault(questions.words(batch.question[a])
                            + " was answered as by none of the sets published meanwhile.");
                }
                // A publication that had not begun when the query did, and had ended when it did, fell entirely inside
                // it.
                if (batch.ended[a] > batch.begun[a]
                        && isOther(kind, batch.question[a], batch.begun[a], batch.ended[a])) {
                    inside.reached();
                }
            }
        }

        private boolean isOther(int kind, int i, long one, long other) {
            int width = questions[kind].width();
            return !Arrays.equals(
                    right[kind][(int) (one % SETS.length)],
                    i * width,
                    (i + 1) * width,
                    right[kind][(int) (other % SETS.length)],
                    i * width,
                    (i + 1) * width);
        }

        private boolean isOneOf(int kind, int i, double[] answer, long from, long to) {
            for (long version = from; version <= Math.min(to, from + SETS.length); version++) {
                if (questions[kind].isRight(i, answer, right[kind][(int) (version % SETS.length)])) {
                    return true;
                }
            }
            return false;
        }

        /** The queries of a batch, and the versions published around each. */
        private static final class Batch {
            static final ThreadLocal<Batch> OF_THREAD = ThreadLocal.withInitial(Batch::new);

            final int[] question = new int[BATCH];
            final long[] from = new long[BATCH];
            final long[] begun = new long[BATCH];
            final long[] ended = new long[BATCH];
            final long[] to = new long[BATCH];
        }
    }

    /** Median service time of one thread on pools of 1 to 32 members. */
    private static void sizes(ClaimContext context, List<Subject.Handle> kernels, Finding.Maker finding) {
        QueryPlan plan;
        try (Subject.Pool all = set(context.subject(), kernels, new int[] {0, 1, 2, 3})) {
            plan = QueryPlan.of(((BindingSubject.RealPool) all).pool);
        }
        Questions questions = Questions.states(
                plan.draw(QueryPlan.Order.RANDOM, 4_000, context.plan().seed() + 6));
        for (int size : new int[] {2, 8, 32}) {
            List<Subject.Handle> members = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                members.add(kernels.get(i % 2));
            }
            try (Subject.Pool pool = context.subject().pool(members)) {
                questions.answers(pool);
                long best = Long.MAX_VALUE;
                for (int r = 0; r < 5; r++) {
                    long start = System.nanoTime();
                    questions.answers(pool);
                    best = Math.min(best, System.nanoTime() - start);
                }
                finding.figure("a query of a pool of " + size + " kernels", (double) best / questions.size(), "ns");
            }
        }
    }
}
