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
 * Decides which of several claims answers at each epoch. Of the claims that cover the epoch, both ends included, the
 * one of highest precedence answers; a gap falls through to the next (SPK Required Reading, "Segment Order and
 * Priority"). This class is the only home of that rule: states, their explanations and every list of answers use it.
 *
 * <p>The answer can change only at the first or last epoch of a claim, so it is stored for each of these bounds and for
 * each open interval between two of them. Immutable if the claims are.
 *
 * @param <T> a claim on a span of time, such as a segment
 */
public final class Answers<T> {
    /**
     * A stretch of time in which one claim answers without a break. Two stretches may share an end, which belongs to
     * only one of them: {@link Answers#at} returns the owner's claim.
     *
     * @param <T> what answers
     * @param claim the claim that answers
     * @param start TDB seconds past J2000
     * @param end TDB seconds past J2000, equal to {@code start} if the claim answers at a single epoch
     */
    public record Stretch<T>(T claim, double start, double end) {}

    /** Epochs at which the answer may change, ascending. */
    private final EpochBounds bounds;
    /**
     * The answer at {@code bounds[i]} is at index 2i; the answer strictly between it and the next bound is at 2i + 1.
     */
    private final List<@Nullable T> pieces;

    private Answers(EpochBounds bounds, List<@Nullable T> pieces) {
        this.bounds = bounds;
        this.pieces = pieces;
    }

    /**
     * Works out the answers in O(n log n) time for n claims.
     *
     * @param <T> what answers
     * @param claims in ascending precedence
     * @param start first epoch of a claim, finite, TDB seconds past J2000
     * @param end last epoch of a claim, finite, not before the first
     * @return which claim answers when
     */
    public static <T> Answers<T> of(List<T> claims, ToDoubleFunction<T> start, ToDoubleFunction<T> end) {
        // Adding zero turns -0.0 into 0.0.
        double[] edges = claims.stream()
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
        List<@Nullable T> parts = new ArrayList<>(2 * edges.length);
        int next = 0;
        for (int i = 0; i < edges.length; i++) {
            while (next < byStart.size() && start.applyAsDouble(claims.get(byStart.get(next))) <= edges[i]) {
                open.add(byStart.get(next++));
            }
            parts.add(top(open, claims, end, edges[i]));
            if (i + 1 < edges.length) {
                parts.add(top(open, claims, end, edges[i + 1]));
            }
        }
        return new Answers<>(new EpochBounds(edges), parts);
    }

    /**
     * The open claim of highest precedence that reaches {@code until}; claims that end earlier are dropped for good.
     */
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
     * Finds the claim that answers at an epoch. Allocates nothing.
     *
     * @param et TDB seconds past J2000
     * @return the claim, or null if no claim answers
     */
    public @Nullable T at(double et) {
        int piece = bounds.piece(et);
        return piece < 0 ? null : pieces.get(piece);
    }

    /**
     * Finds the stretch of time around an epoch in which the same claim answers.
     *
     * @param et TDB seconds past J2000
     * @return the stretch; empty if no claim answers
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

    /** {@return which claim answers when, ascending in time; gaps are left out} */
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

    @SuppressWarnings("ReferenceEquality") // Two claims may be equal, for example if a file is given twice.
    private boolean is(int piece, @Nullable T claim) {
        return piece >= 0 && piece < pieces.size() && pieces.get(piece) == claim;
    }

    /** The epochs at which the answer may change. */
    EpochBounds bounds() {
        return bounds;
    }

    /**
     * The answers at each bound and after it, alternating, indexed as by {@link EpochBounds#piece}; must not be
     * changed.
     */
    List<@Nullable T> pieces() {
        return pieces;
    }
}
