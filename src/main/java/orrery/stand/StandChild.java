package orrery.stand;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;

/**
 * The main class of a reader's process: does one job, shows its progress on its {@link Board}, and ends. It does not
 * trust the reader: whatever the reader does to this process, the parent sees from outside.
 */
@SuppressWarnings("try") // Closes sessions, whose close may throw anything.
public final class StandChild {
    private static final long LOOK = 1_000_000;
    /** Sessions per batch of cycles, and queries per session. */
    private static final int CYCLES = 40;

    private static final int QUERIES_A_CYCLE = 200;

    private final ReaderJob job;
    private final Board board;
    private final StandQueries queries;
    private final StandSessions sessions;
    private long pauses;

    private StandChild(ReaderJob job, Board board, StandQueries queries, StandSessions sessions) {
        this.job = job;
        this.board = board;
        this.queries = queries;
        this.sessions = sessions;
    }

    /**
     * Does one job.
     *
     * @param arguments the file that describes the job
     */
    public static void main(String[] arguments) throws IOException {
        Properties properties = ReaderJob.properties(Path.of(arguments[0]));
        ReaderJob job = ReaderJob.of(properties);
        Board board = Board.open(job.board(), job.threads());
        Board.Phase end = Board.Phase.DONE;
        endWithTheParent();
        try {
            Reader reader = ReaderSpec.of(properties.getProperty("reader")).load();
            board.text(Board.Text.NAME, Objects.requireNonNullElse(reader.name(), "a reader without a name"));
            board.phase(Board.Phase.LOADED);
            new StandChild(
                            job,
                            board,
                            StandQueries.read(job.queries()),
                            new StandSessions(board, reader, job.kernels()))
                    .run();
        } catch (Exception e) {
            board.text(Board.Text.FAILURE, words(e));
            end = Board.Phase.FAILED;
        } catch (Throwable e) {
            thrown(board, e);
            return;
        }
        board.phase(end);
        // Neither threads left behind by a reader, nor what it does when told to end, may keep the process alive.
        Runtime.getRuntime().halt(0);
    }

    /** A parent that was killed cannot end this process: it does so itself, whatever the reader is about. */
    private static void endWithTheParent() {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent -> Thread.ofPlatform()
                        .daemon()
                        .name("stand-parent")
                        .start(() -> {
                            parent.onExit().join();
                            Offspring others = Offspring.ofThisProcess();
                            if (others != null) {
                                others.end();
                            }
                            Runtime.getRuntime().halt(1);
                        }));
    }

    private static String words(Throwable e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    /** The reader threw an error: nothing in this process can be trusted any more. */
    static void thrown(Board board, Throwable e) {
        try {
            board.text(Board.Text.FAILURE, e.toString());
        } finally {
            board.phase(Board.Phase.THREW);
            Runtime.getRuntime().halt(1);
        }
    }

    private void run() throws Exception {
        switch (job.kind()) {
            case ANSWERS -> answers();
            case ASK -> ask();
            case HOLD -> hold();
            case CYCLES -> cycles();
        }
    }

    private void answers() throws Exception {
        Session session = sessions.open(0);
        board.phase(Board.Phase.RUNNING);
        StandWorker one = new StandWorker(board, 0, queries, new StandAnswers(0), session, null);
        StandAnswers answers = new StandAnswers(queries.size());
        for (int i = 0; i < queries.size() && !board.isStopped(); i++) {
            one.keep(i, answers);
        }
        sessions.close(0, session);
        answers.write(job.answers());
    }

    /** A comparing job has answers to compare with. */
    private StandAnswers right() throws IOException {
        return job.answers().toString().isEmpty() ? new StandAnswers(0) : StandAnswers.read(job.answers());
    }

    private void ask() throws Exception {
        StandAnswers right = right();
        try (StandCrew crew = new StandCrew(board, job, queries, right, sessions)) {
            crew.open();
            board.phase(Board.Phase.RUNNING);
            crew.begin();
            while (!board.isStopped()) {
                LockSupport.parkNanos(LOOK);
            }
            crew.end();
        }
    }

    private void hold() throws Exception {
        StandAnswers right = right();
        pause();
        try (StandCrew crew = new StandCrew(board, job, queries, right, sessions)) {
            crew.open();
            pause();
            crew.begin();
            pause();
            pause();
            crew.end();
        }
        pause();
    }

    private void cycles() throws Exception {
        board.phase(Board.Phase.RUNNING);
        for (int batch = 0; batch < 3; batch++) {
            for (int i = 0; i < CYCLES && !board.isStopped(); i++) {
                cycle(i);
            }
            pause();
        }
    }

    private void cycle(int number) throws Exception {
        List<Session> open = new ArrayList<>();
        int count = job.discipline() == Discipline.PER_THREAD ? job.threads() : 1;
        try {
            for (int i = 0; i < count; i++) {
                open.add(sessions.open(0));
            }
            int i = number;
            for (Session session : open) {
                StandWorker one = new StandWorker(board, 0, queries, new StandAnswers(0), session, null);
                for (int q = 0; q < QUERIES_A_CYCLE; q++) {
                    one.ask(i++ % queries.size());
                }
            }
        } finally {
            for (Session session : open) {
                sessions.close(0, session);
            }
        }
    }

    /** What the last collection left on the heap; later allocations by running threads are not counted. */
    private static long live() {
        long live = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null) {
                live += pool.getCollectionUsage().getUsed();
            }
        }
        return live;
    }

    /** Waits until the parent has measured. Garbage is collected before that. */
    private void pause() {
        System.gc();
        board.heap(live());
        pauses++;
        board.pauses(pauses);
        board.phase(Board.Phase.PAUSED);
        while (board.go() < pauses && !board.isStopped()) {
            LockSupport.parkNanos(LOOK);
        }
        board.phase(Board.Phase.RUNNING);
    }
}
