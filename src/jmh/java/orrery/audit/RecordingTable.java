package orrery.audit;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import orrery.binding.MappingInfo;
import orrery.spk.KernelException;
import orrery.telemetry.Region;
import orrery.telemetry.Telemetry;
import orrery.telemetry.ThreadPriority;
import orrery.telemetry.WorkerRecorder;

/**
 * What recording and sampling take from an audit, with no window on the screen. The plan is the ledger preset's; every
 * answer is compared with the reference throughout. Two ways:
 *
 * <p><b>By shares</b>, which is judged. In one window each worker asks every share of the questions twice, once recorded
 * and once not, in changing order: what its own processor time differs by is what recording takes. In another, as an
 * audit holds it, all processors are busy, so what other threads take of them (the sampler of overlap, the samplers of
 * the Telemetry tab, the flight recorder) the workers lose; the compiler's threads, done after a while, are left out.
 *
 * <p><b>By the clock</b>, in turn: nothing, as an audit records, and with all samplers of the Telemetry tab besides; each
 * comes first, second and last as often. On a shared host it scatters by far more than there is to measure.
 *
 * <p>Arguments: kernel, then rounds (30), seconds a run (1). The exit status is 1 if the loss by shares is over 5 %.
 */
public final class RecordingTable {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration SHARES = Duration.ofSeconds(20);
    private static final double BOUND = 0.05;
    private static final int WARM = 3;
    private static final Duration BEGINNING = Duration.ofSeconds(1);

    private final Bench bench;
    private final Duration lasting;
    private final Path kernel;
    private final ThreadLocal<long[]> kept;
    private final ThreadLocal<double[]> outs = ThreadLocal.withInitial(() -> new double[Questions.WIDEST]);
    private volatile boolean over;

    private RecordingTable(Bench bench, Path kernel, Duration lasting) {
        this.bench = bench;
        this.kernel = kernel;
        this.lasting = lasting;
        this.kept = ThreadLocal.withInitial(
                () -> new long[bench.states().size() * bench.states().width()]);
    }

    public static void main(String[] args) throws InterruptedException {
        Path kernel = Path.of(args[0]);
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 30;
        Duration lasting = Duration.ofMillis(args.length > 2 ? Math.round(Double.parseDouble(args[2]) * 1000) : 1000);
        AuditPlan plan = AuditPlan.of(Preset.LEDGER, List.of(kernel)).withWindows(lasting, lasting.multipliedBy(30));
        boolean held;
        try (Subject subject = BindingSubject.ofItsOwn();
                Bench bench = new Bench(plan, subject, new StopSignal(), new AuditProgress())) {
            RecordingTable table = new RecordingTable(bench, kernel, lasting);
            held = table.shares();
            table.byTheClock(rounds);
        }
        System.exit(held ? 0 : 1);
    }

    /** What each worker's processor time was for the same questions, and how many they were. */
    private static final class Twice implements Window.Task {
        final AtomicLong unrecorded = new AtomicLong();
        final AtomicLong recorded = new AtomicLong();
        final AtomicLong questions = new AtomicLong();
        private final RecordingTable table;
        private final Subject.Pool pool;
        private final StateWindow.Task recording;

        Twice(RecordingTable table, Subject.Pool pool) {
            this.table = table;
            this.pool = pool;
            this.recording = new StateWindow.Task(table.bench.states(), table.bench.reference(), pool);
        }

        @Override
        public void prepare(Seat seat) {
            recording.prepare(seat);
        }

        @Override
        public void round(Seat seat) {
            boolean recordedFirst = (seat.rounds() / seat.of & 1) == 0;
            long asked = 0;
            for (int half = 0; half < 2; half++) {
                long begun = THREADS.getCurrentThreadCpuTime();
                if (recordedFirst == (half == 0)) {
                    recording.round(seat);
                    recorded.addAndGet(THREADS.getCurrentThreadCpuTime() - begun);
                } else {
                    asked = table.share(pool, seat.index + seat.rounds(), seat.of, seat::isOver);
                    unrecorded.addAndGet(THREADS.getCurrentThreadCpuTime() - begun);
                }
            }
            questions.addAndGet(asked);
        }
    }

    private boolean shares() throws InterruptedException {
        try (Telemetry telemetry = new Telemetry();
                Subject.Handle handle = bench.subject().open(kernel);
                Subject.Pool pool = bench.openPool()) {
            begin(telemetry, handle);
            Thread registering = registering(telemetry);
            Twice twice = new Twice(this, pool);
            lasting(twice).run(() -> true);
            Map<String, Long> before = new TreeMap<>();
            Map<String, Long> after = new TreeMap<>();
            Thread counting = Thread.ofPlatform().daemon().start(() -> {
                LockSupport.parkNanos(SHARES.toNanos() / 2);
                before.putAll(processorTimes());
                LockSupport.parkNanos(SHARES.toNanos() * 2 / 5);
                after.putAll(processorTimes());
            });
            // Of whom else takes what, in a window as an audit holds it: there it overlaps soon, and is looked at less.
            lasting(new StateWindow.Task(bench.states(), bench.reference(), pool))
                    .run(() -> true);
            counting.join();
            registering.interrupt();
            return told(twice, before, after);
        }
    }

    private Window lasting(Window.Task task) {
        Window.Setup plain = bench.setup("shares", bench.plan().threads());
        return new Window(
                bench,
                new Window.Setup(
                        plain.group(), plain.threads(), false, 0, SHARES, SHARES.plusSeconds(30), plain.nice(), false),
                task);
    }

    private static boolean told(Twice twice, Map<String, Long> before, Map<String, Long> after) {
        double loss = 1 - (double) twice.unrecorded.get() / twice.recorded.get();
        Map<String, Double> spent = new TreeMap<>();
        after.forEach((thread, nanos) ->
                spent.merge(kind(thread), (double) (nanos - before.getOrDefault(thread, 0L)), Double::sum));
        double all = spent.values().stream().mapToDouble(Double::doubleValue).sum() - spent.get("compilers");
        System.out.println("| what | takes |");
        System.out.println("|---|---:|");
        System.out.printf(
                "| recording, of a worker's time: %.0f ns a question instead of %.0f ns | %.2f %% |%n",
                (double) twice.recorded.get() / twice.questions.get(),
                (double) twice.unrecorded.get() / twice.questions.get(),
                100 * loss);
        double kept = 1 - loss;
        for (String kind :
                List.of("the sampler of overlap", "the samplers of the tab", "the flight recorder, the JVM")) {
            double share = spent.getOrDefault(kind, 0.0) / all;
            kept *= 1 - share;
            System.out.printf("| %s, of all processors | %.2f %% |%n", kind, 100 * share);
        }
        System.out.printf("| together | %.2f %% |%n%n", 100 * (1 - kept));
        return kept >= 1 - BOUND;
    }

    private static String kind(String thread) {
        return thread.startsWith("orrery-shares")
                ? "workers"
                : thread.startsWith("java ")
                        ? "the sampler of overlap"
                        : thread.startsWith("orrery-telemetr")
                                ? "the samplers of the tab"
                                : thread.contains("Compiler") ? "compilers" : "the flight recorder, the JVM";
    }

    /** Processor time of each thread, nanoseconds; of its name the system keeps 15 letters. */
    private static Map<String, Long> processorTimes() {
        Map<String, Long> times = new TreeMap<>();
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (Path task : tasks) {
                String name = Files.readString(task.resolve("comm")).strip() + " " + task.getFileName();
                String spent = Files.readString(task.resolve("schedstat")).split(" ")[0];
                times.put(name, Long.parseLong(spent));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return times;
    }

    /** What came of one run: queries by the clock, and by what the whole process took of the processors. */
    private record Rate(double second, double processorSecond) {}

    private void byTheClock(int rounds) throws InterruptedException {
        Rate[] nothing = new Rate[rounds];
        Rate[] recorded = new Rate[rounds];
        Rate[] sampled = new Rate[rounds];
        Rate[][] all = {nothing, recorded, sampled};
        for (int round = -WARM; round < rounds; round++) {
            // Each comes first, second and last as often, after an equal rest.
            for (int turn = 0; turn < all.length; turn++) {
                int which = Math.floorMod(round + turn, all.length);
                Rate rate = which == 0 ? bare() : which == 1 ? window() : besideTelemetry();
                if (round >= 0) {
                    all[which][round] = rate;
                }
            }
        }
        System.out.println(
                "| with | queries/s | of nothing | queries a processor second | of nothing (lowest, highest) |");
        System.out.println("|---|---:|---:|---:|---:|");
        row("nothing", nothing, nothing);
        row("recorded", recorded, nothing);
        row("sampled besides", sampled, nothing);
    }

    /** Medians; of the ratios, that of the pairs. */
    private static void row(String what, Rate[] rates, Rate[] nothing) {
        double[] byClock = ratios(rates, nothing, Rate::second);
        double[] byProcessor = ratios(rates, nothing, Rate::processorSecond);
        System.out.printf(
                "| %s | %,.0f | %.3f | %,.0f | %.3f (%.3f, %.3f) |%n",
                what,
                middle(Arrays.stream(rates).mapToDouble(Rate::second).sorted().toArray()),
                middle(byClock),
                middle(Arrays.stream(rates)
                        .mapToDouble(Rate::processorSecond)
                        .sorted()
                        .toArray()),
                middle(byProcessor),
                byProcessor[0],
                byProcessor[byProcessor.length - 1]);
    }

    private static double[] ratios(Rate[] rates, Rate[] nothing, ToDoubleFunction<Rate> of) {
        return IntStream.range(0, rates.length)
                .mapToDouble(i -> of.applyAsDouble(rates[i]) / of.applyAsDouble(nothing[i]))
                .sorted()
                .toArray();
    }

    private static double middle(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    /** As the audit asks them. */
    private Rate window() throws InterruptedException {
        Thread.sleep(BEGINNING);
        return ask();
    }

    private Rate ask() {
        try (Subject.Pool pool = bench.openPool()) {
            Window.Setup setup = bench.setup("queries", bench.plan().threads());
            Window window = new Window(bench, setup, new StateWindow.Task(bench.states(), bench.reference(), pool));
            long processor = SYSTEM.getProcessCpuTime();
            Window.Result result = window.run(() -> true);
            processor = SYSTEM.getProcessCpuTime() - processor;
            if (result.faultCount() > 0) {
                throw new IllegalStateException(result.faults().getFirst());
            }
            return new Rate(result.queriesASecond(), result.queries() * 1e9 / processor);
        }
    }

    /** The same beside the samplers of a Telemetry tab. */
    private Rate besideTelemetry() throws InterruptedException {
        try (Telemetry telemetry = new Telemetry();
                Subject.Handle handle = bench.subject().open(kernel)) {
            begin(telemetry, handle);
            return watched(telemetry);
        }
    }

    private Rate watched(Telemetry telemetry) {
        Thread registering = registering(telemetry);
        try {
            return ask();
        } finally {
            registering.interrupt();
        }
    }

    private static void begin(Telemetry telemetry, Subject.Handle handle) throws InterruptedException {
        MappingInfo info = handle.real().mapping().orElseThrow();
        List<Region> regions = List.of(new Region(handle.real().name(), info.address(), info.length(), List.of()));
        telemetry.regions(() -> regions);
        telemetry.start();
        // Its first looks load classes and start the flight recorder: an audit lasts longer than that.
        Thread.sleep(BEGINNING);
    }

    /** Tells the telemetry whose workers run, as the window does. */
    private Thread registering(Telemetry telemetry) {
        return Thread.ofPlatform().daemon().start(() -> {
            List<WorkerRecorder> known = List.of();
            while (!Thread.currentThread().isInterrupted()) {
                List<WorkerRecorder> now = bench.workers();
                if (!now.isEmpty() && !now.equals(known)) {
                    telemetry.register(now);
                    known = now;
                }
                LockSupport.parkNanos(50_000_000);
            }
        });
    }

    /** The same queries, compared in the same way, by threads of the same priority that nobody looks at. */
    private Rate bare() throws InterruptedException {
        Thread.sleep(BEGINNING);
        Window.Setup setup = bench.setup("bare", bench.plan().threads());
        AtomicLong asked = new AtomicLong();
        try (Subject.Pool pool = bench.openPool()) {
            over = false;
            Thread[] workers = new Thread[setup.threads()];
            CountDownLatch ready = new CountDownLatch(workers.length);
            CountDownLatch start = new CountDownLatch(1);
            for (int t = 0; t < workers.length; t++) {
                int index = t;
                workers[t] = Thread.ofPlatform().daemon().start(() -> {
                    var _ = ThreadPriority.nice(setup.nice());
                    ready.countDown();
                    await(start);
                    asked.addAndGet(work(pool, index, setup.threads()));
                });
            }
            ready.await();
            long processor = SYSTEM.getProcessCpuTime();
            long begun = System.nanoTime();
            start.countDown();
            Thread.sleep(lasting);
            over = true;
            for (Thread worker : workers) {
                worker.join();
            }
            long lasted = System.nanoTime() - begun;
            processor = SYSTEM.getProcessCpuTime() - processor;
            return new Rate(asked.get() * 1e9 / lasted, asked.get() * 1e9 / processor);
        }
    }

    private long work(Subject.Pool pool, int index, int of) {
        long asked = 0;
        for (int turn = 0; !over; turn++) {
            asked += share(pool, index + turn, of, () -> over);
        }
        return asked;
    }

    /** One share of the questions, asked and compared; returns how many. */
    private long share(Subject.Pool pool, long turn, int of, BooleanSupplier isOver) {
        Questions questions = bench.states();
        long[] reference = bench.reference();
        int width = questions.width();
        long[] bits = kept.get();
        double[] out = outs.get();
        int share = (int) (turn % of);
        int from = (int) ((long) questions.size() * share / of);
        int to = (int) ((long) questions.size() * (share + 1) / of);
        int asked = unrecorded(pool, from, to, bits, out, isOver);
        if (!Arrays.equals(bits, 0, (asked - from) * width, reference, from * width, asked * width)) {
            throw new IllegalStateException("answers differ");
        }
        return asked - from;
    }

    /** As {@link StateWindow.Task} asks, but for the recorder. */
    private int unrecorded(Subject.Pool pool, int from, int to, long[] bits, double[] out, BooleanSupplier isOver) {
        Questions questions = bench.states();
        int width = questions.width();
        for (int i = from; i < to; i++) {
            if (isOver.getAsBoolean()) {
                return i;
            }
            try {
                questions.ask(pool, i, out);
                questions.write(out, bits, (i - from) * width);
            } catch (KernelException e) {
                questions.refuse(e, bits, (i - from) * width);
            }
        }
        return to;
    }

    /** Waits for a latch; nobody interrupts these threads. */
    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
