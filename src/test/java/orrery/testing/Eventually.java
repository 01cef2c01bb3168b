package orrery.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a change by another thread, and returns the very value that ended the wait. The test judges that value,
 * because on a second look the other thread may have gone on. How soon the change comes does not matter; if it never
 * comes, the test fails with the last value seen.
 *
 * <p>JavaFX state is awaited through {@link Screen}.
 */
public final class Eventually {
    /** A busy machine may be slow; only a change that never happens fails. */
    public static final Duration LONGEST = Duration.ofMinutes(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(4);

    private Eventually() {}

    /** The first value that fulfills the condition; {@code null} does not. */
    public static <T> T value(String what, Callable<? extends @Nullable T> look, Predicate<? super T> right) {
        @Nullable T seen = waiting(what).<@Nullable T>until(look::call, value -> value != null && right.test(value));
        return Objects.requireNonNull(seen);
    }

    /** The first value that is there. */
    public static <T> T some(String what, Callable<? extends @Nullable T> look) {
        return value(what, look, _ -> true);
    }

    /** The first value that is present. */
    public static <T> T present(String what, Callable<Optional<T>> look) {
        return value(what, look, Optional::isPresent).orElseThrow();
    }

    /** Waits until what is seen equals this. */
    public static <T> T equal(String what, T expected, Callable<? extends @Nullable T> look) {
        return value(what, look, expected::equals);
    }

    /** Waits until this is so. For a figure or a text, {@link #value} gives a better message. */
    public static void so(String what, Callable<Boolean> happened) {
        equal(what, true, happened);
    }

    private static ConditionFactory waiting(String what) {
        return await(what)
                .atMost(LONGEST)
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_LOOKS)
                .pollInSameThread();
    }
}
