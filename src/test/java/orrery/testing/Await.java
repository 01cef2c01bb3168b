package orrery.testing;

import static org.assertj.core.api.Assertions.fail;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits until something has happened on another thread; what happens never is a failure, how soon does not matter. */
public final class Await {
    private static final long LONGEST_NANOS = 60_000_000_000L;

    private Await() {}

    public static void until(String what, BooleanSupplier happened) {
        long begin = System.nanoTime();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() - begin > LONGEST_NANOS) {
                fail("after a minute still not: " + what);
            }
            LockSupport.parkNanos(2_000_000);
        }
    }
}
