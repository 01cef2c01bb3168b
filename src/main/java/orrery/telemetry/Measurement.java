package orrery.telemetry;

import java.util.Optional;
import java.util.function.Function;

/**
 * A figure that the system told, or the reason why it did not. Immutable.
 *
 * @param <T> what is measured
 */
public sealed interface Measurement<T> {
    /** The system told it. */
    record Value<T>(T told) implements Measurement<T> {}

    /** The system did not tell it. The reason is one plain sentence without the words "not available". */
    record NotAvailable<T>(String why) implements Measurement<T> {}

    /** What the system told. */
    static <T> Measurement<T> of(T value) {
        return new Value<>(value);
    }

    /** Why the system did not tell. */
    static <T> Measurement<T> notAvailable(String reason) {
        return new NotAvailable<>(reason);
    }

    /** Whether the system told it. */
    default boolean available() {
        return this instanceof Value;
    }

    /** The value, or empty where it is not available. */
    default Optional<T> value() {
        return switch (this) {
            case Value<T>(T told) -> Optional.of(told);
            case NotAvailable<T> _ -> Optional.empty();
        };
    }

    /** The reason why it is not available, or the empty string where it is. */
    default String reason() {
        return switch (this) {
            case Value<T> _ -> "";
            case NotAvailable<T>(String why) -> why;
        };
    }

    /** Another view of the same measurement; a missing one stays missing for the same reason. */
    default <R> Measurement<R> map(Function<? super T, ? extends R> view) {
        return switch (this) {
            case Value<T>(T told) -> new Value<>(view.apply(told));
            case NotAvailable<T>(String why) -> new NotAvailable<>(why);
        };
    }

    /** A measurement that depends on this one; a missing one stays missing for the same reason. */
    default <R> Measurement<R> then(Function<? super T, Measurement<R>> next) {
        return switch (this) {
            case Value<T>(T told) -> next.apply(told);
            case NotAvailable<T>(String why) -> new NotAvailable<>(why);
        };
    }
}
