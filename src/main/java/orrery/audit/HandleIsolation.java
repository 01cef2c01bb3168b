package orrery.audit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelClosedException;
import orrery.ephemeris.SplitMix;
import orrery.spk.KernelException;
import orrery.spk.Segment;
import orrery.telemetry.WorkerRecorder;

/** A3: handle isolation. */
final class HandleIsolation extends AbstractClaim {
    private static final int PLUGS = 8;
    private static final int CHURNING = 8;
    private static final int CLOSERS = 2;
    private static final int MANY = 4_000;
    private static final int QUESTIONS = 256;
    private static final int BATCH = 32;
    private static final int COMPONENTS = 6;
    /** Certain cases, out of many times as many: a query that ends while the handle is being closed is not counted. */
    private static final int CLOSED_INSIDE = 10;

    HandleIsolation() {
        super(
                "A3",
                "handle isolation",
                "Closing a handle ends its own queries and nobody else's; however many handles there are, the file is"
                        + " mapped once, and unmapped with the last.",
                "A sibling that fails or gives a different answer; a closed handle that answers, or fails with"
                        + " anything but"
                        + " KernelClosedException; a second mapping; a count that does not return to its old value.",
                "Many handles on one file, read by all threads while some are closed in mid-burst and reopened,"
                        + " thousands of times; siblings compared bit for bit.");
    }

    @Override
    public Finding examine(ClaimContext context) {
        Subject subject = context.subject();
        Path kernel = context.plan().kernels().getLast();
        int mappingsBefore = subject.mappings();
        int handlesBefore = subject.handles();
        long mappedBefore = subject.mapped();
        Finding.Maker finding = new Finding.Maker();
        List<Subject.Handle> plugs = new ArrayList<>();
        Subject.Handle keeper = subject.open(kernel);
        // A window beside the audit may already have mapped the file.
        int own = subject.mappings() - mappingsBefore;
        try {
            FileQueries queries = FileQueries.of(context, keeper);
            if (queries.size() == 0) {
                return Finding.notAvailable("no segment of " + kernel.getFileName() + " can be queried");
            }
            for (int i = 0; i < PLUGS; i++) {
                plugs.add(subject.open(kernel));
            }
            try (Subject.Pool pool = subject.pool(List.of(keeper));
                    Churn churn = new Churn(
                            keeper,
                            queries,
                            new PlugBoard(plugs),
                            Siblings.of(context, kernel, pool),
                            context.plan().seed(),
                            context.plan().threads())) {
                observe(context, churn, own, mappedBefore, mappingsBefore, finding);
            }
        } finally {
            context.plugs(null);
            plugs.forEach(Subject.Handle::close);
            keeper.close();
        }
        finding.figure("mappings left", subject.mappings() - mappingsBefore, "")
                .figure("handles left", subject.handles() - handlesBefore, "");
        finding.require(
                subject.mappings() == mappingsBefore && subject.handles() == handlesBefore,
                "After the last close " + (subject.mappings() - mappingsBefore) + " mappings and "
                        + (subject.handles() - handlesBefore) + " handles are left.");
        return finding.make("Handles came and went in mid-burst; their siblings were unaffected, and the file"
                + " was mapped once"
                + " and unmapped with the last.");
    }

    private static void observe(
            ClaimContext context, Churn churn, int own, long mappedBefore, int mappingsBefore, Finding.Maker finding) {
        Subject subject = context.subject();
        PlugBoard board = churn.board;
        context.plugs(board);
        long began = System.nanoTime();
        OverlapRounds.Result result = new OverlapRounds(
                        context, context.setup("handles", context.plan().threads()), churn)
                .run(() -> {
                    if (!context.plan().byHand()) {
                        pullOneByOne(
                                board, System.nanoTime() - began, context.plan().leastWindow());
                    }
                    boolean seen = churn.closes.get() >= 2_000 && churn.inside.isEnough();
                    boolean late = System.nanoTime() - began
                            > context.plan().longestWindow().toNanos();
                    return (seen || late)
                            && context.mayGoOn(
                                    Duration.ofNanos(System.nanoTime() - began), board.open() < board.size());
                });
        context.count(result);
        result.faults().forEach(finding::refuted);
        finding.figure("the file was mapped already, by this program's window", own == 0 ? "yes" : "no")
                .figure("handles closed in mid-burst and opened again", churn.closes.get(), "")
                .figure("queries refused by closed handles", churn.refused.get(), "")
                .figure("plugs pulled", PLUGS - board.open(), "of " + PLUGS)
                .figure("times the file was mapped", subject.mapped() - mappedBefore, "")
                .figure("mappings during the window", subject.mappings() - mappingsBefore, "");
        churn.inside.tell(finding, "");
        finding.require(
                own <= 1 && subject.mapped() - mappedBefore == own && subject.mappings() - mappingsBefore == own,
                "The file was mapped " + (subject.mapped() - mappedBefore) + " times for many handles.");
        result.tell(finding, "");
    }

    /** Without interaction: a third of the plugs, spread over the window. */
    private static void pullOneByOne(PlugBoard board, long lasted, Duration least) {
        int due = (int) Math.min(PLUGS / 3, lasted * (PLUGS / 3 + 1) / Math.max(1, least.toNanos()));
        for (int i = 0; i < due; i++) {
            board.pull(i);
        }
    }

    /** Segment queries on one file, with the answers computed by one thread. */
    private static final class FileQueries {
        private final int[] segments;
        private final double[] epochs;
        private final long[] right;

        private FileQueries(int[] segments, double[] epochs, long[] right) {
            this.segments = segments;
            this.epochs = epochs;
            this.right = right;
        }

        static FileQueries of(ClaimContext context, Subject.Handle handle) {
            List<Segment> usable = handle.real().file().segments().stream()
                    .filter(Segment::usable)
                    .toList();
            SplitMix random = new SplitMix(context.plan().seed() + 2);
            int count = usable.isEmpty() ? 0 : QUESTIONS;
            int[] segments = new int[count];
            double[] epochs = new double[count];
            long[] right = new long[count * COMPONENTS];
            double[] out = new double[COMPONENTS];
            int kept = 0;
            try (Subject.Handle alone =
                    BindingSubject.ofItsOwn().open(handle.real().path())) {
                for (int i = 0; i < count; i++) {
                    Segment segment = usable.get(random.below(usable.size()));
                    double et = segment.start() + random.unit() * (segment.end() - segment.start());
                    int place = handle.real().file().segments().indexOf(segment);
                    try {
                        alone.state(place, et, out);
                    } catch (KernelException _) {
                        continue;
                    }
                    segments[kept] = place;
                    epochs[kept] = et;
                    for (int c = 0; c < COMPONENTS; c++) {
                        right[kept * COMPONENTS + c] = Double.doubleToRawLongBits(out[c]);
                    }
                    kept++;
                }
            }
            return new FileQueries(Arrays.copyOf(segments, kept), Arrays.copyOf(epochs, kept), right);
        }

        int size() {
            return segments.length;
        }

        int next(int i) {
            return i + 1 == segments.length ? 0 : i + 1;
        }

        boolean isRight(int i, double[] out) {
            long difference = 0;
            for (int c = 0; c < COMPONENTS; c++) {
                difference |= Double.doubleToRawLongBits(out[c]) ^ right[i * COMPONENTS + c];
            }
            return difference == 0;
        }
    }

    /** A pool of siblings, queried for many states at a time. */
    private static final class Siblings {
        private final Subject.Pool pool;
        private final Questions questions;
        private final long[] right;

        private Siblings(Subject.Pool pool, Questions questions, long[] right) {
            this.pool = pool;
            this.questions = questions;
            this.right = right;
        }

        static Siblings of(ClaimContext context, Path kernel, Subject.Pool pool) {
            Questions questions = context.longPairs();
            Subject reference = BindingSubject.ofItsOwn();
            try (Subject.Handle alone = reference.open(kernel);
                    Subject.Pool own = reference.pool(List.of(alone))) {
                return new Siblings(pool, questions, questions.answers(own));
            }
        }

        void batch(RoundWorker seat, int first) {
            int wrong = questions.firstWrong(seat, pool, first, BATCH, right);
            if (wrong >= 0) {
                seat.fault(questions.words(wrong) + " gave a different answer while handles were being closed.");
            }
        }
    }

    /** Reads through plugs and through handles that come and go; occasionally closes one of the latter. */
    private static final class Churn implements OverlapRounds.Task, AutoCloseable {
        private final Subject.Handle keeper;
        private final FileQueries queries;
        private final PlugBoard board;
        private final Siblings siblings;
        private final long seed;
        private final AtomicReferenceArray<Subject.Handle> churning = new AtomicReferenceArray<>(CHURNING);
        private final AtomicLong closes = new AtomicLong();
        private final AtomicLong refused = new AtomicLong();
        private final DangerousWindow inside = new DangerousWindow(
                "a handle closed, from beginning to end, while another thread's query was inside it", CLOSED_INSIDE);
        /** The churning handle that each worker currently reads through, and its recorder; null for none. */
        private final AtomicReferenceArray<@Nullable Reading> readings;

        Churn(Subject.Handle keeper, FileQueries queries, PlugBoard board, Siblings siblings, long seed, int threads) {
            this.keeper = keeper;
            this.queries = queries;
            this.board = board;
            this.siblings = siblings;
            this.seed = seed;
            this.readings = new AtomicReferenceArray<>(threads);
            for (int i = 0; i < CHURNING; i++) {
                churning.set(i, keeper.duplicate());
            }
        }

        /** A worker reads through a handle. */
        private record Reading(Subject.Handle handle, int slot, WorkerRecorder recorder) {}

        @Override
        public void close() {
            for (int i = 0; i < CHURNING; i++) {
                churning.get(i).close();
            }
        }

        @Override
        public void round(RoundWorker seat) {
            SplitMix random = new SplitMix(seed + 31 * seat.rounds() + seat.index);
            int plug = seat.index % board.size();
            throughPlug(seat, plug, random.below(queries.size()));
            throughPlug(seat, random.below(board.size()), random.below(queries.size()));
            int slot = random.below(CHURNING);
            Subject.Handle handle = churning.get(slot);
            readings.set(seat.index, new Reading(handle, slot, seat.recorder));
            batch(seat, handle, random.below(queries.size()), -1);
            readings.set(seat.index, null);
            // Opening and closing take the file's monitor. Few threads do it, and rarely once thousands are closed, so
            // that all threads are found inside a query.
            boolean closing = seat.index < CLOSERS && (closes.get() < MANY || !inside.isEnough());
            if (closing || (seat.index < CLOSERS && seat.rounds() % 16 == 0)) {
                int target = slotUnderReader(seat.index, slot);
                replace(seat, target, churning.get(target), random.below(queries.size()));
            }
            if (!closing) {
                siblings.batch(seat, random.below(siblings.questions.size()));
            }
        }

        private void replace(RoundWorker seat, int slot, Subject.Handle handle, int first) {
            Subject.Handle next = keeper.duplicate();
            if (!churning.compareAndSet(slot, handle, next)) {
                next.close();
                return;
            }
            closeUnderReaders(handle);
            closes.incrementAndGet();
            if (seat.isOver()) {
                // The closing of the remaining handles may have been here already.
                next.close();
            }
            batch(seat, handle, first, -1);
        }

        /** Closes it, and counts the queries that were inside it both before and after. */
        private void closeUnderReaders(Subject.Handle handle) {
            long[] before = new long[readings.length()];
            for (int i = 0; i < before.length; i++) {
                before[i] = markInside(i, handle);
            }
            handle.close();
            for (int i = 0; i < before.length; i++) {
                if (before[i] != 0 && markInside(i, handle) == before[i]) {
                    inside.reached();
                }
            }
        }

        /** A slot whose handle another worker is inside now, since closing that may go wrong; else the given one. */
        private int slotUnderReader(int closer, int otherwise) {
            for (int k = 1; k < readings.length(); k++) {
                int i = (closer + k) % readings.length();
                Reading reading = readings.get(i);
                if (reading != null && markInside(i, reading.handle()) != 0) {
                    return reading.slot();
                }
            }
            return otherwise;
        }

        /** The mark of the query that worker {@code i} is running through this handle; 0 if none. */
        private long markInside(int i, Subject.Handle handle) {
            Reading reading = readings.get(i);
            if (reading == null || !reading.handle().equals(handle)) {
                return 0;
            }
            long mark = reading.recorder().marks();
            return (mark & 1) == 1 && reading.equals(readings.get(i)) ? mark : 0;
        }

        private void throughPlug(RoundWorker seat, int plug, int first) {
            batch(seat, board.handle(plug), first, plug);
        }

        private void batch(RoundWorker seat, Subject.Handle handle, int first, int plug) {
            double[][] answers = seat.answers(BATCH);
            int answered = ask(seat, handle, first, plug, answers);
            int i = first;
            for (int k = 0; k < answered; k++) {
                if (!queries.isRight(i, answers[k])) {
                    wrong(
                            seat,
                            plug,
                            "Segment " + queries.segments[i] + " at et " + queries.epochs[i]
                                    + " gave a different answer while handles were being closed.");
                    return;
                }
                i = queries.next(i);
            }
            if (plug >= 0 && answered > 0) {
                board.answered(plug, answered);
            }
        }

        /** The number of answers of a batch before the handle was found closed or something was wrong. */
        private int ask(RoundWorker seat, Subject.Handle handle, int first, int plug, double[][] answers) {
            int i = first;
            int k = 0;
            while (k < BATCH && !seat.isOver()) {
                boolean closedBefore = handle.isClosed();
                long start = seat.recorder.begin();
                try {
                    handle.state(queries.segments[i], queries.epochs[i], answers[k]);
                    seat.recorder.end(start);
                } catch (KernelClosedException e) {
                    seat.recorder.fail(start);
                    if (!handle.isClosed()) {
                        wrong(seat, plug, "An open handle reported: " + e.getMessage());
                    }
                    refused.incrementAndGet();
                    return k;
                } catch (RuntimeException e) {
                    seat.recorder.fail(start);
                    wrong(
                            seat,
                            plug,
                            "A handle failed: " + (e instanceof KernelException ? e.getMessage() : e.toString()));
                    return k;
                }
                if (closedBefore) {
                    wrong(seat, plug, "A closed handle answered.");
                    return k;
                }
                i = queries.next(i);
                k++;
            }
            return k;
        }

        private void wrong(RoundWorker seat, int plug, String what) {
            if (plug >= 0) {
                board.failed(plug);
            }
            seat.fault(what);
        }
    }
}
