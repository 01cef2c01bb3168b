package orrery.telemetry;

import java.util.Optional;
import java.util.function.Function;

/**
 * A figure from the system, or the reason why it is not available. Immutable.
 *
 * @param <T> the type of the figure
 */
public sealed interface Measurement<T> {
    /** The figure is available. */
    record Value<T>(T result) implements Measurement<T> {}

    /** The figure is not available. The reason is one plain sentence without the words "not available". */
    record NotAvailable<T>(String why) implements Measurement<T> {}

    /** The figure. */
    static <T> Measurement<T> of(T value) {
        return new Value<>(value);
    }

    /** The reason. */
    static <T> Measurement<T> notAvailable(String reason) {
        return new NotAvailable<>(reason);
    }

    /** Whether the figure is available. */
    default boolean available() {
        return this instanceof Value;
    }

    /** The value, or empty if it is not available. */
    default Optional<T> value() {
        return switch (this) {
            case Value<T>(T result) -> Optional.of(result);
            case NotAvailable<T> _ -> Optional.empty();
        };
    }

    /** The reason why it is not available, or the empty string if it is. */
    default String reason() {
        return switch (this) {
            case Value<T> _ -> "";
            case NotAvailable<T>(String why) -> why;
        };
    }

    /** A function of the same measurement; a missing one stays missing for the same reason. */
    default <R> Measurement<R> map(Function<? super T, ? extends R> view) {
        return switch (this) {
            case Value<T>(T result) -> new Value<>(view.apply(result));
            case NotAvailable<T>(String why) -> new NotAvailable<>(why);
        };
    }

    /** A measurement that depends on this one; a missing one stays missing for the same reason. */
    default <R> Measurement<R> then(Function<? super T, Measurement<R>> next) {
        return switch (this) {
            case Value<T>(T result) -> next.apply(result);
            case NotAvailable<T>(String why) -> new NotAvailable<>(why);
        };
    }
}
