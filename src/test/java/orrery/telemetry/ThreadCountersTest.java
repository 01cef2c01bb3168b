package orrery.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

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
        Races.await("parked", () -> thread.getState() == Thread.State.WAITING);
        ThreadCounters before = Measurements.orSkip(ThreadCounters.of(thread));
        go.countDown();
        Races.await(
                "parked again",
                () -> Measurements.orSkip(ThreadCounters.of(thread)).waited() > before.waited());
        assertThat(Measurements.orSkip(ThreadCounters.of(thread)).since(before).waited())
                .isEqualTo(1);
        assertThat(Measurements.orSkip(ThreadCounters.of(thread)).since(before).blocked())
                .isZero();
        end.countDown();
        thread.join();
        assertThat(ThreadCounters.of(thread).available()).isFalse();
    }

    @Test
    void aVirtualThreadIsNotAvailable() throws Exception {
        Thread virtual = Thread.ofVirtual().start(() -> {});
        assertThat(ThreadCounters.of(virtual).available()).isFalse();
        virtual.join();
    }
}
