package orrery.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import orrery.testing.Eventually;

class WatchdogTest {
    private static final long SECOND = 1_000_000_000L;
    private final Watchdog watchdog = new Watchdog(Duration.ofSeconds(5));

    @Test
    void aWorkerThatQueriesAndDoesNotMoveOnIsLate() {
        WorkerRecorder worker = WorkerRecorder.closedLoop("test", "w");
        List<WorkerRecorder> workers = List.of(worker);
        worker.enter(WorkState.QUERYING);
        assertThat(isAlive(watchdog.check(workers, 0))).isTrue();
        worker.begin();
        assertThat(watchdog.check(workers, 4 * SECOND).beats().getFirst().ageNanos())
                .isZero();
        LivenessSample late = watchdog.check(workers, 10 * SECOND);
        assertThat(isAlive(late)).isFalse();
        assertThat(late.beats().getFirst().ageNanos()).isEqualTo(6 * SECOND);
        assertThat(late.oldestOwed()).isEqualTo(6 * SECOND);
        worker.end(WorkerRecorder.NOT_TIMED);
        assertThat(isAlive(watchdog.check(workers, 11 * SECOND))).isTrue();
    }

    @Test
    void aWorkerWithoutAProcessorIsStarvedAndNotLateAndOneThatWaitsIsLate() throws Exception {
        WorkerRecorder starving = WorkerRecorder.closedLoop("test", "starving");
        WorkerRecorder waiting = WorkerRecorder.closedLoop("test", "waiting");
        Semaphore never = new Semaphore(0);
        // Java shows a thread in a system call as runnable, although it uses no processor.
        try (ServerSocket silent = new ServerSocket(0)) {
            Thread runnable = bound(starving, silent::accept);
            Thread parked = bound(waiting, () -> {
                never.acquire();
                return true;
            });
            Eventually.equal("the one runs", Thread.State.RUNNABLE, runnable::getState);
            Eventually.equal("the other waits", Thread.State.WAITING, parked::getState);
            List<WorkerRecorder> workers = List.of(starving, waiting);
            watchdog.check(workers, 0);
            LivenessSample both = watchdog.check(workers, 10 * SECOND);
            assertThat(both.beats()).extracting(LivenessSample.Beat::starved).containsExactly(true, false);
            assertThat(both.beats()).extracting(LivenessSample.Beat::late).containsExactly(false, true);
            assertThat(both.oldestOwed()).isEqualTo(10 * SECOND);
            assertThat(both.oldestStalled())
                    .as("it may wait for what the other holds")
                    .isZero();
            assertThat(watchdog.check(List.of(waiting), 10 * SECOND).oldestStalled())
                    .isEqualTo(10 * SECOND);
            never.release();
        }
    }

    /** A thread that claims to be querying, and never returns. */
    private static Thread bound(WorkerRecorder worker, Callable<?> where) throws InterruptedException {
        CountDownLatch queries = new CountDownLatch(1);
        Thread thread = Thread.ofPlatform().daemon().start(() -> {
            worker.bind();
            worker.enter(WorkState.QUERYING);
            queries.countDown();
            try {
                where.call();
            } catch (Exception _) {
                // The test is over.
            }
        });
        queries.await();
        return thread;
    }

    @Test
    void aWorkerThatOwesNoProgressIsNeverLate() {
        WorkerRecorder worker = WorkerRecorder.closedLoop("test", "w");
        worker.enter(WorkState.AT_BARRIER);
        watchdog.check(List.of(worker), 0);
        assertThat(isAlive(watchdog.check(List.of(worker), 100 * SECOND))).isTrue();
    }

    @Test
    void threadsThatWaitForEachOtherInARingAreNamed() throws Exception {
        assertThat(watchdog.deadlocked()).isEmpty();
        ReentrantLock one = new ReentrantLock();
        ReentrantLock other = new ReentrantLock();
        CyclicBarrier both = new CyclicBarrier(2);
        Thread left = Thread.ofPlatform().daemon().name("left").start(() -> lockBoth(one, other, both));
        Thread right = Thread.ofPlatform().daemon().name("right").start(() -> lockBoth(other, one, both));
        List<String> ring = Eventually.value("the ring", watchdog::deadlocked, found -> found.size() == 2);
        assertThat(ring).containsExactlyInAnyOrder("left", "right");
        assertThat(isAlive(watchdog.check(List.of()))).isFalse();
        left.interrupt();
        left.join();
        right.join();
        assertThat(watchdog.deadlocked()).isEmpty();
    }

    private static void lockBoth(ReentrantLock first, ReentrantLock second, CyclicBarrier both) {
        first.lock();
        try {
            both.await();
            second.lockInterruptibly();
            second.unlock();
        } catch (Exception e) {
            Thread.currentThread().interrupt();
        } finally {
            first.unlock();
        }
    }

    private static boolean isAlive(LivenessSample sample) {
        return sample.deadlocked().isEmpty() && sample.beats().stream().noneMatch(LivenessSample.Beat::late);
    }
}
