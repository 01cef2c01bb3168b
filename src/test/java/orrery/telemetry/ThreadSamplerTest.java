package orrery.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import orrery.testing.Eventually;

class ThreadSamplerTest {
    private final CountDownLatch done = new CountDownLatch(1);
    private Thread thread = Thread.currentThread();
    private List<WorkerRecorder> workers = List.of();
    private final ThreadSampler sampler = new ThreadSampler(() -> workers, Long.MAX_VALUE);

    @AfterEach
    void theThreadEnds() throws InterruptedException {
        done.countDown();
        if (!thread.equals(Thread.currentThread())) {
            thread.interrupt();
            thread.join();
        }
    }

    private void start(Runnable work) {
        thread = Thread.ofPlatform().name("seen").daemon().start(work);
    }

    private ThreadRow row(ThreadsSample sample) {
        return sample.rows().stream()
                .filter(row -> row.id() == thread.threadId())
                .findFirst()
                .orElseThrow();
    }

    /** The first look that sees the thread in this state. */
    private ThreadsSample seenAs(JvmState state) {
        return seen("the thread " + state.words(), row -> row.state() == state);
    }

    private ThreadsSample seen(String what, Predicate<ThreadRow> right) {
        return Eventually.value(
                what, () -> (ThreadsSample) sampler.sample(System.nanoTime()), sample -> right.test(row(sample)));
    }

    @Test
    void aThreadThatWantsATakenMonitorIsBlockedAndTheHolderIsNamed() {
        Object monitor = new Object();
        String holder = Thread.currentThread().getName();
        synchronized (monitor) {
            start(() -> {
                synchronized (monitor) {
                    done.countDown();
                }
            });
            seen(
                    "the thread blocked by this one",
                    row -> row.state() == JvmState.BLOCKED
                            && row.detail().equals("java.lang.Object, owned by " + holder));
        }
    }

    @Test
    void aThreadBehindALatchIsParkedNotWaiting() {
        start(() -> {
            try {
                done.await();
            } catch (InterruptedException e) {
                return;
            }
        });
        seenAs(JvmState.PARKED);
    }

    @Test
    void aThreadParkedWithNoBlockerNamedIsParkedToo() {
        start(() -> {
            while (done.getCount() > 0) {
                LockSupport.park();
                if (Thread.interrupted()) {
                    return;
                }
            }
        });
        seenAs(JvmState.PARKED);
    }

    @Test
    void aThreadInObjectWaitIsWaitingNotParked() {
        Object monitor = new Object();
        start(() -> {
            synchronized (monitor) {
                try {
                    while (done.getCount() > 0) {
                        monitor.wait();
                    }
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        seenAs(JvmState.WAITING);
    }

    @Test
    void aSleepingThreadIsSleeping() {
        start(() -> {
            try {
                Thread.sleep(600_000);
            } catch (InterruptedException e) {
                return;
            }
        });
        seenAs(JvmState.SLEEPING);
    }

    @Test
    void aBusyThreadIsRunnableAndItsAllocationIsCounted() {
        byte[][] kept = new byte[1][];
        start(() -> {
            kept[0] = new byte[1 << 20];
            done.countDown();
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
        });
        Eventually.equal("what it has yet to allocate", 0L, done::getCount);
        ThreadRow row = row(seenAs(JvmState.RUNNABLE));
        assertThat(Measurements.orSkip(row.allocatedBytes())).isGreaterThanOrEqualTo(1 << 20);
        assertThat(Measurements.orSkip(row.cpuNanos())).isPositive();
    }

    @Test
    void aVirtualThreadIsSeenWhenItRecordsAndWhatTheJvmDoesNotReportIsNotAvailable() {
        WorkerRecorder recorder = WorkerRecorder.closedLoop("audit", "seen");
        thread = Thread.ofVirtual().name("seen").start(() -> {
            recorder.bind();
            try {
                done.await();
            } catch (InterruptedException e) {
                return;
            }
        });
        Eventually.present("the recorder's thread", recorder::thread);
        assertThat(((ThreadsSample) sampler.sample(0)).rows()).noneMatch(ThreadRow::virtual);
        workers = List.of(recorder);
        ThreadsSample sample = seenAs(JvmState.PARKED);
        assertThat(row(sample).virtual()).isTrue();
        assertThat(row(sample).cpuNanos().available()).isFalse();
        assertThat(row(sample).allocatedBytes().reason()).contains("virtual");
        assertThat(sample.virtual()).isEqualTo(1);
    }

    @Test
    void aWorkersLaneHoldsItsOwnRecordsOverTheJvmsWordAndStaysWhenItHasEnded() throws Exception {
        WorkerRecorder recorder = WorkerRecorder.closedLoop("audit", "worker-1");
        workers = List.of(recorder);
        start(() -> {
            recorder.bind();
            recorder.enter(WorkState.QUERYING);
            recorder.end(recorder.begin());
            recorder.enter(WorkState.AT_BARRIER);
            try {
                done.await();
            } catch (InterruptedException e) {
                return;
            }
        });
        Eventually.present("a thread of this recorder", recorder::thread);
        seenAs(JvmState.PARKED);
        Lane lane = lane();
        assertThat(lane.group()).isEqualTo("audit");
        assertThat(lane.name()).isEqualTo("worker-1");
        assertThat(lane.worker().orElseThrow().timeline().newest(WorkState.IDLE))
                .isEqualTo(WorkState.AT_BARRIER);
        assertThat(lane.jvm().newest(JvmState.NEW)).isEqualTo(JvmState.PARKED);
        assertThat(lane.ended()).isEqualTo(Long.MAX_VALUE);

        done.countDown();
        thread.join();
        sampler.sample(System.nanoTime());
        assertThat(lane.ended()).isLessThan(Long.MAX_VALUE);
        assertThat(lane.jvm().newest(JvmState.NEW)).isEqualTo(JvmState.TERMINATED);
        assertThat(sampler.lanes()).contains(lane);
    }

    private Lane lane() {
        return sampler.lanes().stream()
                .filter(lane -> lane.id() == thread.threadId())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void lanesOfEndedThreadsAreForgottenInTheEnd() throws Exception {
        ThreadSampler forgetful = new ThreadSampler(List::of, 1000);
        start(() -> LockSupport.park(done));
        forgetful.sample(0);
        assertThat(forgetful.lanes()).anyMatch(lane -> lane.id() == thread.threadId());
        LockSupport.unpark(thread);
        thread.join();
        forgetful.sample(500);
        assertThat(forgetful.lanes()).anyMatch(lane -> lane.id() == thread.threadId());
        Thread other = Thread.ofPlatform().start(() -> LockSupport.park(done));
        forgetful.sample(2000);
        assertThat(forgetful.lanes()).noneMatch(lane -> lane.id() == thread.threadId());
        LockSupport.unpark(other);
        other.join();
    }

    @Test
    void bytesAQueryAreWhatPlatformWorkersAllocatedByTheQueriesTheyEnded() {
        WorkerRecorder recorder = WorkerRecorder.closedLoop("audit", "here");
        recorder.bind();
        workers = List.of(recorder);
        sampler.sample(0);
        byte[][] kept = new byte[100][];
        for (int i = 0; i < kept.length; i++) {
            long start = recorder.begin();
            kept[i] = new byte[100_000];
            recorder.end(start);
        }
        ThreadsSample sample = (ThreadsSample) sampler.sample(1);
        assertThat(Measurements.orSkip(sample.bytesPerQuery())).isBetween(100_000.0, 300_000.0);
        assertThat(((ThreadsSample) sampler.sample(2)).bytesPerQuery().available())
                .isFalse();
    }
}
