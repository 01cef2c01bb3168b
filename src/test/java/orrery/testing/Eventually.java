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
 * Waits for what another thread brings about, and hands back the very value that ended the wait. A test judges that
 * value; whoever looks a second time may find that the other thread has gone on. How soon it comes does not matter;
 * that it never comes is a failure, which tells the value seen last.
 *
 * <p>What is looked at with JavaFX is awaited through {@link Screen}.
 */
public final class Eventually {
    /** A machine with other work may be slow; only what never happens fails. */
    public static final Duration LONGEST = Duration.ofMinutes(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(4);

    private Eventually() {}

    /** The first value that is as it should be; an absent one ({@code null}) is not. */
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

    /** Waits until this is so. Of a figure or a text, {@link #value} tells more when it fails. */
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
