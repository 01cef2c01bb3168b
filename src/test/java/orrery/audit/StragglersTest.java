package orrery.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Workers that are late: those that move are waited for, those that never will hang. */
class StragglersTest {
    private static final int WORKERS = 24;
    private static final long TURN = 120_000_000L;

    private final List<Integer> hanging = new ArrayList<>();

    private int starved(List<Thread> threads, long between, long patience) {
        return new Stragglers(new StopSignal(), between, patience).ended(threads, hanging::add, 1);
    }

    private static List<Thread> started(int count, Runnable work) {
        List<Thread> threads = IntStream.range(0, count)
                .mapToObj(_ -> Thread.ofPlatform().daemon().unstarted(work))
                .toList();
        threads.forEach(Thread::start);
        return threads;
    }

    /** At every look all wait: one for the time to pass, the others for its lock. Yet each has its turn. */
    @Test
    void aQueueThatMovesIsWaitedFor() {
        ReentrantLock lock = new ReentrantLock(true);
        List<Thread> threads = started(WORKERS, () -> {
            lock.lock();
            try {
                long end = System.nanoTime() + TURN;
                while (System.nanoTime() < end) {
                    LockSupport.parkNanos(end - System.nanoTime());
                }
            } finally {
                lock.unlock();
            }
        });
        assertThat(starved(threads, 2_000, 60_000)).isZero();
        assertThat(threads).noneMatch(Thread::isAlive);
        assertThat(hanging).isEmpty();
    }

    @Test
    void aQueueThatNeverMovesHangs() {
        CountDownLatch never = new CountDownLatch(1);
        List<Thread> threads = started(WORKERS, () -> {
            try {
                never.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(starved(threads, 50, 60_000)).isZero();
        assertThat(hanging).hasSize(WORKERS);
    }

    /** Each wakes, looks and sleeps again: it has its turn, and never ends. */
    @Test
    void whatLooksAgainAndAgainForWhatNeverComesHangs() {
        List<Thread> threads = started(2, () -> {
            while (!Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(300_000_000);
            }
        });
        assertThat(starved(threads, 1_000, 2_500)).isZero();
        assertThat(hanging).containsExactly(0, 1);
    }
}
