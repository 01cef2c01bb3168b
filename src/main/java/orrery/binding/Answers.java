package orrery.binding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Which of several claims answers at each epoch: of those that cover it, both ends included, the one of highest
 * precedence; a gap falls through to the next (SPK Required Reading, "Segment Order and Priority"). The one home of
 * that rule: states, their explanation and every list of who answers go by it.
 *
 * <p>The answer can only change at the first or last epoch of a claim. So it is kept for each such bound, and for what
 * lies strictly between two of them. Immutable, if the claims are.
 *
 * @param <T> a claim on a span of time, such as a segment
 */
public final class Answers<T> {
    /**
     * A stretch of time in which one claim answers without a break. Two stretches may have an end in common, which
     * belongs to one of them: {@link Answers#at} tells to which.
     *
     * @param <T> what answers
     * @param claim who answers
     * @param start TDB seconds past J2000
     * @param end TDB seconds past J2000, the same as {@code start} where a single epoch is answered
     */
    public record Stretch<T>(T claim, double start, double end) {}

    /** Epochs at which the answer may change, ascending. */
    private final EpochBounds bounds;
    /** The answer at {@code bounds[i]} stands at 2i, that strictly between it and the next at 2i + 1. */
    private final List<@Nullable T> pieces;

    private Answers(EpochBounds bounds, List<@Nullable T> pieces) {
        this.bounds = bounds;
        this.pieces = pieces;
    }

    /**
     * Lays the answers out, in time that grows with the number of claims times its logarithm.
     *
     * @param <T> what answers
     * @param claims of highest precedence last
     * @param start first epoch of a claim, finite, TDB seconds past J2000
     * @param end last epoch of a claim, finite, not before the first
     * @return who answers when
     */
    public static <T> Answers<T> of(List<T> claims, ToDoubleFunction<T> start, ToDoubleFunction<T> end) {
        // Adding zero makes one zero of the two.
        double[] bounds = claims.stream()
                .flatMapToDouble(c -> DoubleStream.of(start.applyAsDouble(c) + 0.0, end.applyAsDouble(c) + 0.0))
                .sorted()
                .distinct()
                .toArray();
        List<Integer> byStart = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            byStart.add(i);
        }
        byStart.sort(Comparator.comparingDouble(i -> start.applyAsDouble(claims.get(i))));
        PriorityQueue<Integer> open = new PriorityQueue<>(Comparator.reverseOrder());
        List<@Nullable T> pieces = new ArrayList<>(2 * bounds.length);
        int next = 0;
        for (int i = 0; i < bounds.length; i++) {
            while (next < byStart.size() && start.applyAsDouble(claims.get(byStart.get(next))) <= bounds[i]) {
                open.add(byStart.get(next++));
            }
            pieces.add(top(open, claims, end, bounds[i]));
            if (i + 1 < bounds.length) {
                pieces.add(top(open, claims, end, bounds[i + 1]));
            }
        }
        return new Answers<>(new EpochBounds(bounds), pieces);
    }

    /** The open claim of highest precedence that reaches {@code until}; those that end before are dropped for good. */
    private static <T> @Nullable T top(
            PriorityQueue<Integer> open, List<T> claims, ToDoubleFunction<T> end, double until) {
        while (!open.isEmpty()) {
            T claim = claims.get(open.element());
            if (end.applyAsDouble(claim) >= until) {
                return claim;
            }
            open.remove();
        }
        return null;
    }

    /**
     * Finds who answers at an epoch. Allocates nothing.
     *
     * @param et TDB seconds past J2000
     * @return the claim, or null where nobody answers
     */
    public @Nullable T at(double et) {
        int piece = bounds.piece(et);
        return piece < 0 ? null : pieces.get(piece);
    }

    /**
     * Finds the stretch of time around an epoch in which the same claim answers.
     *
     * @param et TDB seconds past J2000
     * @return the stretch; empty where nobody answers
     */
    public Optional<Stretch<T>> stretch(double et) {
        int from = bounds.piece(et);
        T claim = from < 0 ? null : pieces.get(from);
        if (claim == null) {
            return Optional.empty();
        }
        int until = from + 1;
        while (is(from - 1, claim)) {
            from--;
        }
        while (is(until, claim)) {
            until++;
        }
        return Optional.of(new Stretch<>(claim, bounds.values()[from / 2], bounds.values()[until / 2]));
    }

    /** {@return who answers when, ascending in time; gaps are left out} */
    public List<Stretch<T>> stretches() {
        List<Stretch<T>> found = new ArrayList<>();
        for (int from = 0; from < pieces.size(); ) {
            T claim = pieces.get(from);
            int until = from + 1;
            while (is(until, claim)) {
                until++;
            }
            if (claim != null) {
                found.add(new Stretch<>(claim, bounds.values()[from / 2], bounds.values()[until / 2]));
            }
            from = until;
        }
        return found;
    }

    @SuppressWarnings("ReferenceEquality") // Two claims may be equal, as those of a file given twice.
    private boolean is(int piece, @Nullable T claim) {
        return piece >= 0 && piece < pieces.size() && pieces.get(piece) == claim;
    }

    /** The epochs at which the answer may change. */
    EpochBounds bounds() {
        return bounds;
    }

    /** The answers at each bound and after it, in turn, as {@link EpochBounds#piece} counts them; not to be changed. */
    List<@Nullable T> pieces() {
        return pieces;
    }
}
