package orrery.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import orrery.testing.Eventually;

class ThreadCountersTest {
    @Test
    void whatAThreadAllocatesIsCountedExactly() {
        Thread here = Thread.currentThread();
        ThreadCounters before = Measurements.orSkip(ThreadCounters.of(here));
        long own = ThreadCounters.ownAllocatedBytes();
        byte[] array = new byte[10_000];
        long after = ThreadCounters.ownAllocatedBytes();
        assertThat(array).hasSize(10_000);
        assertThat(after - own).as("the array and its header").isBetween(10_000L, 10_024L);
        assertThat(Measurements.orSkip(ThreadCounters.of(here)).since(before).allocatedBytes())
                .isGreaterThanOrEqualTo(10_000);
    }

    @Test
    void aWaitIsCountedOnce() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                go.await();
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        // Its state is reported before the wait is counted.
        ThreadCounters before = counters(thread, now -> now.waited() > 0 && thread.getState() == Thread.State.WAITING);
        go.countDown();
        ThreadCounters since =
                counters(thread, now -> now.waited() > before.waited()).since(before);
        assertThat(since.waited()).isEqualTo(1);
        assertThat(since.blocked()).isZero();
        end.countDown();
        thread.join();
        assertThat(ThreadCounters.of(thread).available()).isFalse();
    }

    /** The first that are as they should be. */
    private static ThreadCounters counters(Thread thread, Predicate<ThreadCounters> right) {
        return Eventually.value(
                "the counters of a thread", () -> Measurements.orSkip(ThreadCounters.of(thread)), right);
    }

    @Test
    void aVirtualThreadIsNotAvailable() throws Exception {
        Thread virtual = Thread.ofVirtual().start(() -> {});
        assertThat(ThreadCounters.of(virtual).available()).isFalse();
        virtual.join();
    }
}
