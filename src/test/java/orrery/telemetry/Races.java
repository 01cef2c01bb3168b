package orrery.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Two threads started together; a failure in either fails the test. */
final class Races {
    private Races() {}

    interface Part {
        void run() throws Exception;
    }

    /** Runs {@code reader} again and again until {@code writer}, beside it, has ended; then once more. */
    static void against(Part writer, Part reader) throws InterruptedException {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        CountDownLatch start = new CountDownLatch(1);
        Thread writing = Thread.ofPlatform().name("writer").start(() -> {
            try {
                start.await();
                writer.run();
            } catch (Throwable t) {
                failure.set(t);
            }
        });
        start.countDown();
        try {
            do {
                reader.run();
            } while (writing.isAlive());
            reader.run();
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            writing.join();
        }
        assertThat(failure.get()).isNull();
    }

    /** Waits for what another thread must bring about; half a minute is a failure. */
    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            LockSupport.parkNanos(200_000);
        }
    }
}
