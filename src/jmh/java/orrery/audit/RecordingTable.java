package orrery.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import orrery.binding.MappingInfo;
import orrery.telemetry.RecordingSwitch;
import orrery.telemetry.Telemetry;
import orrery.telemetry.WatchedRegion;
import orrery.telemetry.WorkerRecorder;

/**
 * What recording and sampling cost an audit without a window: queries per second by the clock, with them off and on in
 * turn.
 *
 * <p>Everything is one audit window in one process, because the host changes its processors from second to second, and
 * two virtual machines never compile a loop alike; either effect is several times larger than what is measured. Turned
 * off are the workers' recorders and the overlap sampler, and also the samplers of the Telemetry tab. The flight
 * recorder cannot be turned off and on like that: the processor time of its threads, when all processors are busy, is
 * printed and counted as lost.
 *
 * <p>Two kinds of work: the random states of A2, which are the shortest queries, and apparent places, which A1, A3, D1
 * and E1 also query. The exit status is 1 if more than 5 % of either are lost with everything on.
 *
 * <p>Arguments: kernel, then rounds (400) of three turns, seconds per turn (0.25).
 */
public final class RecordingTable {
    private static final double BOUND = 0.05;
    private static final Duration WARM = Duration.ofSeconds(5);

    /** What is on. */
    private enum Mode {
        OFF("off"),
        RECORDED("recorded, with checks for overlap"),
        SAMPLED("with the Telemetry tab's samplers as well");

        final String words;

        Mode(String words) {
            this.words = words;
        }
    }

    private static final Mode[] MODES = Mode.values();

    private final ClaimContext bench;
    private final Path kernel;
    private final int rounds;
    private final Duration turn;

    private RecordingTable(ClaimContext bench, Path kernel, int rounds, Duration turn) {
        this.bench = bench;
        this.kernel = kernel;
        this.rounds = rounds;
        this.turn = turn;
    }

    public static void main(String[] args) throws InterruptedException {
        Locale.setDefault(Locale.ROOT);
        Path kernel = Path.of(args[0]);
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 400;
        Duration turn = Duration.ofMillis(args.length > 2 ? Math.round(Double.parseDouble(args[2]) * 1000) : 250);
        boolean held = true;
        try (Subject subject = BindingSubject.ofItsOwn();
                ClaimContext bench = new ClaimContext(
                        AuditPlan.of(AuditPreset.LEDGER, List.of(kernel)),
                        subject,
                        new StopSignal(),
                        new AuditProgress())) {
            RecordingTable table = new RecordingTable(bench, kernel, rounds, turn);
            held &= table.isHeld("states", bench.states());
            held &= table.isHeld("places", bench.placePairs().orElseThrow());
        }
        System.exit(held ? 0 : 1);
    }

    private boolean isHeld(String work, Questions questions) throws InterruptedException {
        try (Telemetry telemetry = new Telemetry();
                Subject.Handle handle = bench.subject().open(kernel);
                Subject.Pool pool = bench.openPool()) {
            watch(telemetry, handle);
            Turns turns = new Turns(telemetry, new StateRounds.Task(questions, bench.alone(questions), pool));
            OverlapRounds.Setup plain = bench.setup("queries", bench.plan().threads());
            OverlapRounds.Setup setup = new OverlapRounds.Setup(
                    plain.group(),
                    plain.threads(),
                    false,
                    0,
                    WARM,
                    WARM.plus(turn.multipliedBy(4L * rounds)).plusSeconds(60),
                    plain.nice(),
                    true);
            Thread director = Thread.ofPlatform().daemon().start(turns);
            OverlapRounds.Result result = new OverlapRounds(bench, setup, turns).run(() -> !director.isAlive());
            director.join();
            if (result.faultCount() > 0) {
                throw new IllegalStateException(result.faults().getFirst());
            }
            return turns.tell(work, questions.size() / (double) plain.threads());
        }
    }

    private void watch(Telemetry telemetry, Subject.Handle handle) {
        MappingInfo info = handle.real().mapping().orElseThrow();
        List<WatchedRegion> regions =
                List.of(new WatchedRegion(handle.real().name(), info.address(), info.length(), List.of()));
        telemetry.regions(() -> regions);
        telemetry.start();
        // Reports whose workers are running, as the window does.
        Thread.ofPlatform().daemon().start(() -> {
            List<WorkerRecorder> known = List.of();
            while (true) {
                List<WorkerRecorder> now = bench.workers();
                if (!now.isEmpty() && !now.equals(known)) {
                    telemetry.register(now);
                    known = now;
                }
                LockSupport.parkNanos(50_000_000);
            }
        });
    }

    /** The work of the window, and a separate thread that turns what is measured off and on. */
    private final class Turns implements OverlapRounds.Task, Runnable {
        private final Telemetry telemetry;
        private final StateRounds.Task task;
        private final Set<RoundWorker> seats = ConcurrentHashMap.newKeySet();
        private final Map<Mode, double[]> rates = new EnumMap<>(Mode.class);
        private double flight;

        Turns(Telemetry telemetry, StateRounds.Task task) {
            this.telemetry = telemetry;
            this.task = task;
        }

        @Override
        public void prepare(RoundWorker seat) {
            task.prepare(seat);
            seats.add(seat);
        }

        @Override
        public void round(RoundWorker seat) {
            task.round(seat);
        }

        @Override
        public void run() {
            LockSupport.parkNanos(WARM.toNanos());
            double begun = flightRecorder();
            long start = System.nanoTime();
            for (int round = 0; round < rounds; round++) {
                // Each comes first, second and last equally often.
                for (int turn = 0; turn < MODES.length; turn++) {
                    Mode mode = MODES[(round + turn) % MODES.length];
                    RecordingSwitch.set(mode != Mode.OFF, telemetry, mode == Mode.SAMPLED);
                    rates(mode)[round] = rate();
                }
            }
            double processors = Runtime.getRuntime().availableProcessors();
            flight = (flightRecorder() - begun) / (System.nanoTime() - start) / processors;
            RecordingSwitch.set(true, telemetry, true);
        }

        private double[] rates(Mode mode) {
            return rates.computeIfAbsent(mode, _ -> new double[rounds]);
        }

        /** Rounds per second of all workers together, in one turn. */
        private double rate() {
            long start = System.nanoTime();
            long before = done();
            LockSupport.parkNanos(turn.toNanos());
            return (done() - before) * 1e9 / (System.nanoTime() - start);
        }

        private long done() {
            return seats.stream().mapToLong(RoundWorker::rounds).sum();
        }

        /** Prints a table. @return whether no more is lost than may be */
        boolean tell(String work, double questionsARound) {
            System.out.println("| " + work + " | queries/s | left of off, of all | median of pairs (quartiles) |");
            System.out.println("|---|---:|---:|---:|");
            double left = 1;
            for (Mode mode : Mode.values()) {
                double[] off = rates(Mode.OFF);
                double[] mine = rates(mode);
                double[] ratios = new double[rounds];
                Arrays.setAll(ratios, i -> mine[i] / off[i]);
                Arrays.sort(ratios);
                double sum = Arrays.stream(mine).sum();
                left = ratios[rounds / 2];
                System.out.printf(
                        "| %s | %,.0f | %.3f | %.3f (%.3f, %.3f) |%n",
                        mode.words,
                        sum / rounds * questionsARound,
                        sum / Arrays.stream(off).sum(),
                        left,
                        ratios[rounds / 4],
                        ratios[rounds * 3 / 4]);
            }
            System.out.printf("| the flight recorder, always on, of all processors | | | %.4f |%n%n", flight);
            return left - flight >= 1 - BOUND;
        }
    }

    /** Processor time of the flight recorder's threads, nanoseconds; the system keeps 15 letters of a thread's name. */
    private static double flightRecorder() {
        double spent = 0;
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (Path task : tasks) {
                if (Files.readString(task.resolve("comm")).startsWith("JFR")) {
                    spent += Double.parseDouble(
                            Files.readString(task.resolve("schedstat")).split(" ")[0]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return spent;
    }
}
