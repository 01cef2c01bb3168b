package orrery.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
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
        assertThat(watchdog.check(workers, 0).alive()).isTrue();
        worker.begin();
        assertThat(watchdog.check(workers, 4 * SECOND).beats().getFirst().ageNanos())
                .isZero();
        LivenessSample late = watchdog.check(workers, 10 * SECOND);
        assertThat(late.alive()).isFalse();
        assertThat(late.beats().getFirst().ageNanos()).isEqualTo(6 * SECOND);
        assertThat(late.oldestOwed()).isEqualTo(6 * SECOND);
        worker.end(WorkerRecorder.NOT_TIMED);
        assertThat(watchdog.check(workers, 11 * SECOND).alive()).isTrue();
    }

    @Test
    void aWorkerThatOwesNoProgressIsNeverLate() {
        WorkerRecorder worker = WorkerRecorder.closedLoop("test", "w");
        worker.enter(WorkState.AT_BARRIER);
        watchdog.check(List.of(worker), 0);
        assertThat(watchdog.check(List.of(worker), 100 * SECOND).alive()).isTrue();
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
        assertThat(watchdog.check(List.of()).alive()).isFalse();
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
}
