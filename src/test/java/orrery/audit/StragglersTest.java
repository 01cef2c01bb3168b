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

    private int starved(List<Thread> threads, long between) {
        return new Stragglers(new StopSignal(), between, 60_000).ended(threads, hanging::add, 1);
    }

    private static List<Thread> started(Runnable work) {
        List<Thread> threads = IntStream.range(0, WORKERS)
                .mapToObj(_ -> Thread.ofPlatform().daemon().unstarted(work))
                .toList();
        threads.forEach(Thread::start);
        return threads;
    }

    /** At every look all wait: one for the time to pass, the others for its lock. Yet each has its turn. */
    @Test
    void aQueueThatMovesIsWaitedFor() {
        ReentrantLock lock = new ReentrantLock(true);
        List<Thread> threads = started(() -> {
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
        assertThat(starved(threads, 2_000)).isZero();
        assertThat(threads).noneMatch(Thread::isAlive);
        assertThat(hanging).isEmpty();
    }

    @Test
    void aQueueThatNeverMovesHangs() {
        CountDownLatch never = new CountDownLatch(1);
        List<Thread> threads = started(() -> {
            try {
                never.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(starved(threads, 50)).isZero();
        assertThat(hanging).hasSize(WORKERS);
    }
}
