package orrery.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Two threads started together; a failure in either fails the test. */
final class Races {
    private Races() {}

    interface Part {
        void run() throws Exception;
    }

    /** Runs {@code reader} repeatedly until {@code writer} on another thread has ended, and then once more. */
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
}
