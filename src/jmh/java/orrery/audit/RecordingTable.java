package orrery.audit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import orrery.binding.MappingInfo;
import orrery.telemetry.Region;
import orrery.telemetry.Telemetry;
import orrery.telemetry.ThreadPriority;
import orrery.telemetry.WorkerRecorder;

/**
 * What recording and sampling take from an audit: the same queries by the same threads, with and without, in turn, with
 * no window on the screen. The plan is the ledger preset's; every answer is compared with the reference in all three.
 *
 * <ul>
 *   <li><b>nothing</b>: no recorder, no sampler;
 *   <li><b>recorded</b>: each worker's recorder, and the sampler of overlap four thousand times a second, as an audit
 *       has them;
 *   <li><b>sampled</b>: all samplers of the Telemetry tab at their usual periods besides.
 * </ul>
 *
 * Arguments: kernel, then rounds (30), seconds a run (1). The exit status is 1 if a median loss is over 5 %.
 */
public final class RecordingTable {
    private static final double BOUND = 0.05;
    private static final int WARM = 3;
    private static final Duration BEGINNING = Duration.ofSeconds(1);

    private final Bench bench;
    private final Duration lasting;
    private final Path kernel;
    private volatile boolean over;

    private RecordingTable(Bench bench, Path kernel, Duration lasting) {
        this.bench = bench;
        this.kernel = kernel;
        this.lasting = lasting;
    }

    public static void main(String[] args) throws InterruptedException {
        Path kernel = Path.of(args[0]);
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 30;
        Duration lasting = Duration.ofMillis(args.length > 2 ? Math.round(Double.parseDouble(args[2]) * 1000) : 1000);
        AuditPlan plan = AuditPlan.of(Preset.LEDGER, List.of(kernel)).withWindows(lasting, lasting.multipliedBy(30));
        boolean held;
        try (Subject subject = BindingSubject.ofItsOwn();
                Bench bench = new Bench(plan, subject, new StopSignal(), new AuditProgress())) {
            held = new RecordingTable(bench, kernel, lasting).table(rounds);
        }
        System.exit(held ? 0 : 1);
    }

    private boolean table(int rounds) throws InterruptedException {
        double[] nothing = new double[rounds];
        double[] recorded = new double[rounds];
        double[] sampled = new double[rounds];
        for (int round = -WARM; round < rounds; round++) {
            double bare = bare();
            double window = window();
            double beside = besideTelemetry();
            if (round >= 0) {
                nothing[round] = bare;
                recorded[round] = window;
                sampled[round] = beside;
            }
        }
        System.out.println("| with | queries/s, median | of nothing, median of the pairs | lowest | highest |");
        System.out.println("|---|---:|---:|---:|---:|");
        row("nothing", nothing, nothing);
        return row("recorded", recorded, nothing) >= 1 - BOUND & row("sampled besides", sampled, nothing) >= 1 - BOUND;
    }

    private static double row(String what, double[] rates, double[] nothing) {
        double[] ratios = new double[rates.length];
        for (int i = 0; i < rates.length; i++) {
            ratios[i] = rates[i] / nothing[i];
        }
        double[] sorted = rates.clone();
        Arrays.sort(sorted);
        Arrays.sort(ratios);
        double median = ratios[ratios.length / 2];
        System.out.printf(
                "| %s | %,.0f | %.3f | %.3f | %.3f |%n",
                what, sorted[sorted.length / 2], median, ratios[0], ratios[ratios.length - 1]);
        return median;
    }

    /** Queries a second as the audit asks them. */
    private double window() {
        try (Subject.Pool pool = bench.openPool()) {
            Window.Setup setup = bench.setup("queries", bench.plan().threads());
            Window.Result result = new Window(
                            bench, setup, new StateWindow.Task(bench.states(), bench.reference(), pool))
                    .run(() -> true);
            if (result.faultCount() > 0) {
                throw new IllegalStateException(result.faults().getFirst());
            }
            return result.queriesASecond();
        }
    }

    /** The same beside the samplers of a Telemetry tab. */
    private double besideTelemetry() throws InterruptedException {
        try (Telemetry telemetry = new Telemetry();
                Subject.Handle handle = bench.subject().open(kernel)) {
            MappingInfo info = handle.real().mapping().orElseThrow();
            List<Region> regions = List.of(new Region(handle.real().name(), info.address(), info.length(), List.of()));
            telemetry.regions(() -> regions);
            telemetry.start();
            // Its first looks load classes and start the flight recorder: an audit lasts longer than that.
            Thread.sleep(BEGINNING);
            return watched(telemetry);
        }
    }

    private double watched(Telemetry telemetry) {
        Thread registering = Thread.ofPlatform().daemon().start(() -> {
            List<WorkerRecorder> known = List.of();
            while (!Thread.currentThread().isInterrupted()) {
                List<WorkerRecorder> now = bench.workers();
                if (!now.isEmpty() && !now.equals(known)) {
                    telemetry.register(now);
                    known = now;
                }
                LockSupport.parkNanos(5_000_000);
            }
        });
        try {
            return window();
        } finally {
            registering.interrupt();
        }
    }

    /** The same queries, compared in the same way, by threads of the same priority that nobody looks at. */
    private double bare() throws InterruptedException {
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
            long begun = System.nanoTime();
            start.countDown();
            Thread.sleep(lasting);
            over = true;
            for (Thread worker : workers) {
                worker.join();
            }
            return asked.get() * 1e9 / (System.nanoTime() - begun);
        }
    }

    private long work(Subject.Pool pool, int index, int of) {
        Questions questions = bench.states();
        long[] reference = bench.reference();
        int width = questions.width();
        double[] out = new double[Questions.WIDEST];
        long[] bits = new long[(questions.size() / of + 1) * width];
        long asked = 0;
        for (int turn = 0; !over; turn++) {
            int share = (index + turn) % of;
            int from = (int) ((long) questions.size() * share / of);
            int to = (int) ((long) questions.size() * (share + 1) / of);
            int i = from;
            for (; i < to && !over; i++) {
                questions.ask(pool, i, out);
                questions.write(out, bits, (i - from) * width);
            }
            if (!Arrays.equals(bits, 0, (i - from) * width, reference, from * width, i * width)) {
                throw new IllegalStateException("answers differ");
            }
            asked += i - from;
        }
        return asked;
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
