package orrery.stand;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a child process that query a reader at the same time, each with the session given by the discipline.
 * Created, started and ended by one thread; a thread's own session is opened, queried and closed by that thread alone.
 */
@SuppressWarnings("try") // Closes sessions, whose close may throw anything.
final class StandCrew implements AutoCloseable {
    private final Board board;
    private final ReaderJob job;
    private final StandQueries queries;
    private final StandAnswers right;
    private final StandSessions sessions;
    private final @Nullable Lock lock;
    private final CountDownLatch opened;
    private final CountDownLatch start = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean over;
    private volatile @Nullable Exception failure;
    private @Nullable Session shared;

    StandCrew(Board board, ReaderJob job, StandQueries queries, StandAnswers right, StandSessions sessions) {
        this.board = board;
        this.job = job;
        this.queries = queries;
        this.right = right;
        this.sessions = sessions;
        this.lock = job.discipline() == Discipline.LOCKED ? new ReentrantLock() : null;
        this.opened = new CountDownLatch(job.threads());
    }

    /** Opens the sessions and prepares all threads. */
    void open() throws Exception {
        if (job.discipline() != Discipline.PER_THREAD) {
            Session one = sessions.open(0);
            shared = one;
            if (one instanceof SelfDescribed described) {
                board.text(Board.Text.SAYS, described.says());
            }
        }
        for (int i = 0; i < job.threads(); i++) {
            int slot = i;
            Thread thread = new Thread(() -> work(slot), "stand-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
        opened.await();
        Exception failed = failure;
        if (failed != null) {
            // Reported here, and not again at closing.
            failure = null;
            throw failed;
        }
        board.phase(Board.Phase.OPENED);
    }

    void begin() {
        start.countDown();
    }

    /** Tells all to end, and waits. One that does not end hangs, and the parent sees that. */
    void end() throws InterruptedException {
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void work(int slot) {
        Session own = null;
        try {
            Session session = shared;
            if (session == null) {
                own = sessions.open(slot);
                session = own;
            }
            board.count(slot, Board.Count.STAGE, 1);
            opened.countDown();
            start.await();
            ask(slot, session);
            board.count(slot, Board.Count.STAGE, 2);
        } catch (Exception e) {
            failure = e;
        } catch (Throwable e) {
            StandChild.thrown(board, e);
        } finally {
            opened.countDown();
            close(slot, own);
        }
    }

    private void ask(int slot, Session session) {
        StandWorker worker = new StandWorker(board, slot, queries, right, session, lock);
        int size = queries.size();
        int i = job.together() ? 0 : (int) ((long) size * slot / job.threads());
        // The first query allocates what a thread needs once.
        worker.ask(i);
        long waits = waits();
        long allocated = allocated();
        while (!over) {
            i = i + 1 == size ? 0 : i + 1;
            worker.ask(i);
        }
        board.count(slot, Board.Count.ALLOCATED, allocated() - allocated);
        board.count(slot, Board.Count.WAITS, waits() - waits);
    }

    private void close(int slot, @Nullable Session session) {
        if (session != null) {
            try {
                sessions.close(slot, session);
            } catch (Exception e) {
                failure = e;
            } catch (Throwable e) {
                StandChild.thrown(board, e);
            }
        }
    }

    /** How often this thread has waited for a monitor, a lock or another thread. */
    private static long waits() {
        ThreadInfo info = ManagementFactory.getThreadMXBean()
                .getThreadInfo(Thread.currentThread().threadId());
        return info == null ? 0 : info.getBlockedCount() + info.getWaitedCount();
    }

    private static long allocated() {
        return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean counters
                ? counters.getCurrentThreadAllocatedBytes()
                : 0;
    }

    @Override
    public void close() throws Exception {
        over = true;
        start.countDown();
        Session session = shared;
        if (session != null) {
            sessions.close(0, session);
        }
        Exception failed = failure;
        if (failed != null) {
            throw failed;
        }
    }
}
