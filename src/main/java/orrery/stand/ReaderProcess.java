package orrery.stand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a reader in separate processes, one per run: whatever the reader does there, hanging, crashing, leaking or
 * exiting, only ends that run. Limits of time and memory are enforced from outside.
 *
 * <p>Immutable; runs may be sequential or concurrent, each by its calling thread.
 */
public final class ReaderProcess {
    private static final long LOOK_MILLIS = 5;

    private static final int TOUCHED_HEAP_MIB = 96;
    /** Loading and opening may take this many times the patience for a query. */
    private static final int FOR_OPENING = 3;
    /** A virtual machine starts within this, however busy the machine. */
    private static final long STARTING_NANOS = 30_000_000_000L;

    private final ReaderSpec spec;
    private final ReaderLimits limits;
    private final Path scratch;
    private final BooleanSupplier stopped;

    /**
     * @param scratch folder for the files through which the processes communicate
     * @param stopped whether the runs are no longer wanted; then a running process is killed
     */
    public ReaderProcess(ReaderSpec spec, ReaderLimits limits, Path scratch, BooleanSupplier stopped) {
        this.spec = spec;
        this.limits = limits;
        this.scratch = scratch;
        this.stopped = stopped;
    }

    /** The reader. */
    public ReaderSpec spec() {
        return spec;
    }

    /** Directs a run. */
    @FunctionalInterface
    public interface Director {
        /** Called repeatedly while the reader is at work, or paused. */
        void look(RunLook look);
    }

    /** All queries once, in order, by one thread; the answers are left in the file. */
    public ReaderRun answers(List<Path> kernels, StandQueries queries, Path answers) throws IOException {
        return run(
                ReaderJob.Kind.ANSWERS,
                new ReaderTask(Discipline.SHARED, 1, false, kernels, queries, answers),
                _ -> {});
    }

    /**
     * The same, read back.
     *
     * @throws IOException if they cannot be read
     */
    public StandAnswers read(Path answers) throws IOException {
        return StandAnswers.read(answers);
    }

    /** All threads query repeatedly until the director stops them. */
    public ReaderRun ask(ReaderTask task, Director director) throws IOException {
        return run(ReaderJob.Kind.ASK, task, director);
    }

    /**
     * As {@link #ask}, with pauses in which the director examines the process from outside: 1 before the kernels are
     * opened, 2 after, 3 and 4 while the threads query, 5 after everything is closed.
     */
    public ReaderRun hold(ReaderTask task, Director director) throws IOException {
        return run(ReaderJob.Kind.HOLD, task, director);
    }

    /**
     * Sessions, as many as the task has threads, are opened, queried and closed repeatedly, with a pause after each of
     * three batches.
     */
    public ReaderRun cycles(ReaderTask task, Director director) throws IOException {
        return run(ReaderJob.Kind.CYCLES, task, director);
    }

    private ReaderRun run(ReaderJob.Kind kind, ReaderTask task, Director director) throws IOException {
        Optional<Path> java = ChildJava.java();
        if (java.isEmpty()) {
            return nothing(new ReaderEnd.NotRun("this Java has no launcher to start a process with"));
        }
        Path folder = Files.createTempDirectory(scratch, "run");
        Path board = folder.resolve("board");
        Path asked = folder.resolve("queries");
        Path job = folder.resolve("job");
        task.queries().write(asked);
        new ReaderJob(
                        kind,
                        task.discipline(),
                        task.threads(),
                        task.together(),
                        task.kernels(),
                        asked,
                        task.answers(),
                        board)
                .write(job, spec);
        try (Board shown = Board.make(board, task.threads())) {
            ProcessBuilder builder = ChildJava.builder(
                    ChildJava.command(java.get(), StandChild.class, flags(kind, folder), List.of(job.toString())));
            String mark = Offspring.mark(builder);
            Process process = builder.start();
            Offspring offspring = Offspring.of(mark, process);
            try (PrintedTail printed = PrintedTail.of(process)) {
                return new Watch(process, offspring, shown, task.queries(), director).toItsEnd(printed);
            } finally {
                process.destroyForcibly();
                offspring.end();
            }
        }
    }

    private List<String> flags(ReaderJob.Kind kind, Path folder) {
        List<String> flags = new ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.resolve("crash.log"),
                "-XX:-UsePerfData"));
        if (kind == ReaderJob.Kind.HOLD || kind == ReaderJob.Kind.CYCLES) {
            // A heap fully committed from the start, so that touching it is not mistaken for growth.
            flags.addAll(
                    List.of("-Xms" + TOUCHED_HEAP_MIB + "m", "-Xmx" + TOUCHED_HEAP_MIB + "m", "-XX:+AlwaysPreTouch"));
        } else {
            flags.add(limits.heap());
        }
        return flags;
    }

    private static ReaderRun nothing(ReaderEnd end) {
        return new ReaderRun(end, "", "", 0, 0, 0, "", "", 0, 0, 0, List.of(), 0, 0, 0, "", List.of());
    }

    /** One process, watched to its end. */
    private final class Watch {
        private final Process process;
        private final Offspring offspring;
        private final MemoryWatch memory;
        private final Board board;
        private final StandQueries queries;
        private final Director director;
        private final long[] ended;
        private final long[] since;
        private final long[] doing;
        private final long[] doingSince;
        private final long begun = System.nanoTime();
        private long let;
        private long pausedAt;
        private long pauses;
        private long asking;
        private long stoppedAt;
        private int most;
        /** How often threads were found together, and the number of completed queries of each at the last time. */
        private int meetings;

        private final long[] met;

        Watch(Process process, Offspring offspring, Board board, StandQueries queries, Director director) {
            this.process = process;
            this.offspring = offspring;
            this.memory = new MemoryWatch(process.pid(), offspring, limits.bytes());
            this.board = board;
            this.queries = queries;
            this.director = director;
            this.ended = new long[board.slots()];
            this.since = new long[board.slots()];
            this.doing = new long[board.slots()];
            this.doingSince = new long[board.slots()];
            this.met = new long[board.slots()];
        }

        ReaderRun toItsEnd(PrintedTail printed) {
            @Nullable String broken = null;
            int left = 0;
            try {
                while (broken == null && !process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    broken = look(System.nanoTime());
                }
                if (broken != null) {
                    offspring.look();
                    process.destroyForcibly();
                    process.waitFor();
                }
                // They may hold the pipe open, so that its end would not come.
                left = offspring.end();
                printed.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                broken = "was killed, because its caller was interrupted";
            }
            ReaderEnd end = broken != null ? new ReaderEnd.Broken(broken) : end(printed);
            return result(end, left, printed.lines());
        }

        /** A reason to kill the process now, if any. */
        private @Nullable String look(long now) {
            if (stopped.getAsBoolean()) {
                return "was killed, because the audit was stopped";
            }
            Board.Phase phase = board.phase();
            boolean atWork = phase == Board.Phase.RUNNING || phase == Board.Phase.PAUSED;
            if (atWork && let == 0) {
                let = now;
            }
            inside();
            if (board.pauses() != pauses) {
                pauses = board.pauses();
                pausedAt = now;
            }
            if (atWork && !board.isStopped()) {
                boolean paused = phase == Board.Phase.PAUSED;
                director.look(new RunLook(board, process.pid(), now - (paused ? pausedAt : let), meetings));
                if (board.isStopped()) {
                    stoppedAt = now;
                }
            }
            @Nullable String greedy = memory.look(now);
            if (greedy != null) {
                return greedy;
            }
            if (now - begun > limits.longest().toNanos()) {
                return "was killed after " + limits.longest().toSeconds() + " s, the time limit,";
            }
            return silence(now, phase);
        }

        private void inside() {
            int inside = 0;
            for (int i = 0; i < board.slots(); i++) {
                inside += board.count(i, Board.Count.INSIDE) != 0 ? 1 : 0;
            }
            most = Math.max(most, inside);
            if (inside >= 2) {
                meet();
            }
        }

        /** A thread that sleeps inside a query is counted once: two must have made progress for another meeting. */
        private void meet() {
            int wentOn = 0;
            for (int i = 0; i < board.slots(); i++) {
                wentOn += board.ended(i) != met[i] ? 1 : 0;
            }
            if (wentOn >= 2) {
                meetings++;
                for (int i = 0; i < board.slots(); i++) {
                    met[i] = board.ended(i);
                }
            }
        }

        /** A thread that has not completed a query, or an opening, for too long. */
        private @Nullable String silence(long now, Board.Phase phase) {
            long patience = limits.patience().toNanos();
            if (phase == Board.Phase.STARTING && now - begun > Math.max(STARTING_NANOS, FOR_OPENING * patience)) {
                return hangs("hangs: it has been loading the reader for " + seconds(now - begun));
            }
            @Nullable String about = aboutKernels(now, patience);
            if (about != null) {
                return about;
            }
            if (stoppedAt != 0 && now - stoppedAt > patience && phase != Board.Phase.DONE) {
                return hangs("was told to end and did not within " + seconds(patience) + ": it hangs");
            }
            for (int i = 0; i < board.slots(); i++) {
                long count = board.ended(i);
                boolean inside = board.count(i, Board.Count.INSIDE) != 0;
                if (count != ended[i] || since[i] == 0 || !inside) {
                    ended[i] = count;
                    since[i] = now;
                } else if (now - since[i] > patience) {
                    asking = board.count(i, Board.Count.INSIDE);
                    return hangs("hangs: thread " + i + " has been in one query for "
                            + limits.patience().toSeconds() + " s");
                }
            }
            return null;
        }

        /** A thread that has been opening or closing for too long. */
        private @Nullable String aboutKernels(long now, long patience) {
            for (int i = 0; i < board.slots(); i++) {
                long what = board.count(i, Board.Count.DOING);
                if (what != doing[i] || doingSince[i] == 0) {
                    doing[i] = what;
                    doingSince[i] = now;
                }
                long lasts = now - doingSince[i];
                Board.Doing kind = board.doing(i);
                if (kind == Board.Doing.OPENING && lasts > FOR_OPENING * patience) {
                    return hangs("hangs: it has been opening its kernels for " + seconds(lasts));
                }
                // Told to end a moment before it closes, so that this is noticed no later than that.
                if (kind == Board.Doing.CLOSING
                        && (lasts > patience || (stoppedAt != 0 && now - stoppedAt > patience))) {
                    return hangs("hangs: it has been closing its kernels for " + seconds(lasts));
                }
            }
            return null;
        }

        private static String seconds(long nanos) {
            return Math.round(nanos / 1e9) + " s";
        }

        private String hangs(String words) {
            for (int i = 0; asking == 0 && i < board.slots(); i++) {
                asking = board.count(i, Board.Count.INSIDE);
            }
            return words;
        }

        private ReaderEnd end(PrintedTail printed) {
            int status = process.exitValue();
            return switch (board.phase()) {
                case DONE -> new ReaderEnd.Done();
                case FAILED ->
                    new ReaderEnd.Refused(board.text(Board.Text.FAILURE).replaceAll("[.\\s]+$", ""));
                case THREW -> broken("threw " + board.text(Board.Text.FAILURE));
                case STARTING ->
                    new ReaderEnd.NotRun("its process ended with status " + status + " before the reader was loaded"
                            + printed.quoted());
                default -> broken(DeathCause.words(status, printed.lines()));
            };
        }

        private ReaderEnd broken(String how) {
            for (int i = 0; asking == 0 && i < board.slots(); i++) {
                asking = board.count(i, Board.Count.INSIDE);
            }
            return new ReaderEnd.Broken(how);
        }

        private ReaderRun result(ReaderEnd end, int left, List<String> printed) {
            List<Long> each = new ArrayList<>();
            String wrong = "";
            for (int i = 0; i < board.slots(); i++) {
                each.add(board.ended(i));
                long first = board.count(i, Board.Count.FIRST_WRONG);
                if (first > 0 && wrong.isEmpty()) {
                    wrong = wrong((int) first - 1, board.wrong(i), i);
                }
            }
            long until = stoppedAt != 0 ? stoppedAt : System.nanoTime();
            boolean isBroken = end instanceof ReaderEnd.Broken;
            return new ReaderRun(
                    end,
                    board.text(Board.Text.NAME),
                    board.text(Board.Text.SAYS),
                    board.sum(Board.Count.ANSWERED),
                    board.sum(Board.Count.REFUSED),
                    board.sum(Board.Count.WRONG),
                    wrong,
                    board.text(Board.Text.REFUSAL),
                    let == 0 ? 0 : until - let,
                    most,
                    meetings,
                    each,
                    board.sum(Board.Count.ALLOCATED),
                    board.sum(Board.Count.WAITS),
                    left,
                    isBroken && asking > 0 ? queries.words((int) asking - 1) : "",
                    printed);
        }

        private String wrong(int query, long[] bits, int thread) {
            double x = Double.longBitsToDouble(bits[0]);
            return queries.words(query)
                    + (bits[0] == Board.REFUSED
                            ? " was refused on thread " + thread + ", but answered single-threaded"
                            : " gave x = " + x + " km on thread " + thread);
        }
    }
}
