package orrery.forge;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import orrery.spk.Progress;

/**
 * Finds the granule length and degree that describe a span of motion within a tolerance in the fewest bytes.
 *
 * <p>For each degree, the fewest granules are found by bisection, tested on some granules and on those that were hard
 * before; the degree is refined from coarse to fine steps, because the size as a function of it has one minimum. The
 * choice is then checked in every granule, at five epochs between any two nodes and at the original's own epochs. If
 * one fails, the search is repeated with that epoch included. A span whose motion is harder in one half than in the
 * other is divided if two sizes of granules take less space.
 *
 * <p>For use by one thread.
 */
final class GranuleSearch {
    /**
     * The deviation at the dense epochs must stay below this share of the tolerance, because the peak may be between
     * them.
     */
    private static final double SAFE = 0.92;

    private static final int MOST_SAMPLES = 16;
    private static final int MOST_RECENT = 8;
    private static final int MOST_MISSED = 64;
    private static final int DEEPEST = 10;
    private static final int[] COARSE = {1, 3, 6, 9, 12, 15, 19, 23, 27};
    private static final double SPLIT_GAIN = 0.85;
    /** A division is tried if the errors of the halves differ by this ratio. */
    private static final double EASIER = 0.3;
    /** Granules shorter than this, s, trigger a search for a jump. */
    private static final double SHORT = 300;
    /**
     * A discontinuity counts as a jump if it exceeds this share of the tolerance: polynomials through a smaller one are
     * off by half of it.
     */
    static final double JUMP = 0.5;

    /** The approximate bytes of a segment's descriptor, name and end. */
    private static final long OVERHEAD = 120;

    private static final long MOST_WORDS = 1L << 27;
    private static final int LOOKED = (1 << 10) - 1;
    static final String CANCELLED = "The refitting was cancelled; no file was written.";

    /**
     * The description of a span of motion.
     *
     * @param start first epoch, TDB s past J2000
     * @param end last epoch
     * @param granule s
     * @param degree degree of the polynomials
     * @param coefficients by granule, axis and degree
     * @param far greatest distance from the original at the dense epochs, km
     * @param farAt epoch of it
     * @param fast greatest difference in velocity there, km/s
     */
    @SuppressWarnings("ArrayRecordComponent") // Passed from the search to the writer, which releases it.
    record Found(
            double start,
            double end,
            double granule,
            int degree,
            double[][][] coefficients,
            double far,
            double farAt,
            double fast) {
        /**
         * As a segment.
         *
         * @param type 2 or 3
         */
        RawSegment segment(int type, int target, int center, int frame, String name) {
            ChebyshevLayout layout = new ChebyshevLayout(start, granule, coefficients);
            return type == 2
                    ? layout.type2(target, center, frame, start, end, name)
                    : layout.type3(target, center, frame, start, end, name);
        }

        long bytes() {
            return 8L * coefficients.length * (2 + coefficients[0].length * (degree + 1L)) + OVERHEAD;
        }
    }

    /** The size for one degree. */
    private record Trial(int degree, int granules, long bytes) {}

    private final Motion stretch;
    private final double tolerance;
    private final double speed;
    private final int axes;
    private final Progress progress;
    private final DoubleConsumer reached;
    /** Epochs that failed recently, newest first: likely to fail again. */
    private final List<Double> recent = new ArrayList<>();
    /** Epochs that failed only when every granule was checked. */
    private final List<Double> missed = new ArrayList<>();

    private final GranuleFit fit;
    private int looked;

    /**
     * @param tolerance greatest allowed distance, km
     * @param speed greatest allowed difference in velocity, km/s; infinity for any
     * @param type 2 or 3
     * @param progress may cancel the search
     * @param reached receives the epoch up to which everything is done
     */
    GranuleSearch(Motion stretch, double tolerance, double speed, int type, Progress progress, DoubleConsumer reached) {
        this.stretch = stretch;
        this.tolerance = tolerance;
        this.speed = speed;
        this.axes = type == 3 ? 6 : 3;
        this.progress = progress;
        this.reached = reached;
        this.fit = new GranuleFit(stretch, axes, tolerance, speed);
    }

    /**
     * The smallest description found for the whole span.
     *
     * @throws RefitException if the tolerance cannot be met
     * @throws JumpFound if the motion jumps within the span
     * @throws CancellationException if the progress requested it
     */
    List<Found> search() {
        if (stretch.start() == stretch.end()) {
            return List.of(instant());
        }
        return part(stretch.start(), stretch.end(), best(stretch.start(), stretch.end()), DEEPEST);
    }

    /** Describes the span as one, or divided if that takes less space. */
    private List<Found> part(double start, double end, Trial first, int deep) {
        Trial whole = first;
        double middle = start + (end - start) / 2;
        while (true) {
            if (whole.granules() >= 16 && deep > 0 && start < middle && middle < end && isUneven(start, end, whole)) {
                Trial left = best(start, middle);
                Trial right = best(middle, end);
                if (left.bytes() + right.bytes() < SPLIT_GAIN * whole.bytes()) {
                    List<Found> both = new ArrayList<>(part(start, middle, left, deep - 1));
                    both.addAll(part(middle, end, right, deep - 1));
                    return both;
                }
            }
            Found found = check(start, end, whole);
            if (found != null) {
                reached.accept(end);
                return List.of(found);
            }
            // The epoch that was too hard is now known, and affects the next choice.
            Trial next = best(start, end);
            int more = whole.granules() + 1 + whole.granules() / 20;
            whole = next.degree() == whole.degree() && next.granules() < more
                    ? new Trial(whole.degree(), more, bytes(more, whole.degree()))
                    : next;
        }
    }

    /** Whether one half is so much easier than the other that separate granules may pay. */
    private boolean isUneven(double start, double end, Trial trial) {
        double length = (end - start) / trial.granules();
        double[] far = new double[2];
        for (int i = 0; i < 2 * MOST_SAMPLES; i++) {
            int index = (int) ((long) i * (trial.granules() - 1) / (2 * MOST_SAMPLES - 1));
            fit.fit(start, end, length, index, trial.degree());
            int half = 2 * index < trial.granules() ? 0 : 1;
            far[half] = Math.max(far[half], fit.share());
        }
        for (double et : hard()) {
            if (start <= et && et < end) {
                fitAround(et, start, end, trial.degree(), trial.granules());
                int half = et < start + (end - start) / 2 ? 0 : 1;
                far[half] = Math.max(far[half], fit.share());
            }
        }
        return Math.min(far[0], far[1]) < EASIER * Math.max(far[0], far[1]);
    }

    /** Fits the granule of an epoch, and compares it at that epoch too. */
    private void fitAround(double et, double start, double end, int degree, int granules) {
        double length = (end - start) / granules;
        fit.fit(start, end, length, Math.min((int) ((et - start) / length), granules - 1), degree);
        fit.look(et);
    }

    private Trial best(double start, double end) {
        Trial best = null;
        int at = 0;
        for (int i = 0; i < COARSE.length; i++) {
            Trial trial = fewest(start, end, COARSE[i], best);
            if (trial != null && (best == null || trial.bytes() < best.bytes())) {
                best = trial;
                at = i;
            }
        }
        if (best == null) {
            throw RefitException.unreachable(stretch, tolerance, speed, fit, start, end);
        }
        int low = at == 0 ? 1 : COARSE[at - 1] + 1;
        int high = at == COARSE.length - 1 ? COARSE[at] : COARSE[at + 1] - 1;
        for (int degree = low; degree <= high; degree++) {
            Trial trial = degree == COARSE[at] ? null : fewest(start, end, degree, best);
            if (trial != null && trial.bytes() < best.bytes()) {
                best = trial;
            }
        }
        return best;
    }

    /** The fewest granules of one degree, or null if that takes more space than the best so far. */
    private @Nullable Trial fewest(double start, double end, int degree, @Nullable Trial best) {
        long most = best == null ? limit(degree) : Math.min(limit(degree), best.bytes() / bytes(1, degree) + 1);
        // The next degree needs almost as many as the best so far.
        int good = best == null ? 1 : Math.max(1, (int) Math.min(most, best.granules() / 4));
        int bad = 0;
        while (!holds(start, end, degree, good)) {
            if (good >= most) {
                return null;
            }
            lookForJump(start, end, (end - start) / good);
            bad = good;
            good = (int) Math.min(most, 2L * good);
        }
        while (bad == 0 && good > 1) {
            int half = good / 2;
            if (holds(start, end, degree, half)) {
                good = half;
            } else {
                bad = half;
            }
        }
        while (good - bad > 1 + good / 64) {
            int middle = (good + bad) >>> 1;
            if (holds(start, end, degree, middle)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return new Trial(degree, good, bytes(good, degree));
    }

    /** If short granules are not enough, the motion itself may jump there. */
    private void lookForJump(double start, double end, double length) {
        if (length < SHORT) {
            double from = Math.max(start, fit.worstAt() - length);
            double jump = stretch.jump(from, Math.min(end, fit.worstAt() + length), JUMP * tolerance);
            if (!Double.isNaN(jump)) {
                throw new JumpFound(jump);
            }
        }
    }

    private long limit(int degree) {
        return MOST_WORDS / (2 + axes * (degree + 1L));
    }

    private long bytes(long granules, int degree) {
        return 8 * granules * (2 + axes * (degree + 1L)) + OVERHEAD;
    }

    /** Whether some granules stay within the tolerance: those that were hard before, then some over the whole span. */
    private boolean holds(double start, double end, int degree, int granules) {
        progress.check(CANCELLED);
        for (double et : hard()) {
            if (start <= et && et <= end) {
                fitAround(et, start, end, degree, granules);
                if (!isGood()) {
                    return false;
                }
            }
        }
        double length = (end - start) / granules;
        int samples = Math.min(granules, MOST_SAMPLES);
        for (int i = 0; i < samples; i++) {
            int index = samples == 1 ? 0 : (int) ((long) i * (granules - 1) / (samples - 1));
            fit.fit(start, end, length, index, degree);
            if (!isGood()) {
                return false;
            }
        }
        return true;
    }

    private boolean isGood() {
        boolean good = fit.share() <= SAFE;
        if (!good) {
            remember(recent, fit.worstAt(), MOST_RECENT);
        }
        return good;
    }

    private static void remember(List<Double> list, double et, int most) {
        list.remove(et);
        list.addFirst(et);
        if (list.size() > most) {
            list.removeLast();
        }
    }

    private List<Double> hard() {
        List<Double> both = new ArrayList<>(recent);
        both.addAll(missed);
        return both;
    }

    /** The length of equal granules, s; rounding leaves nothing of the span beyond the last one. */
    static double granuleLength(double start, double end, int granules) {
        double length = (end - start) / granules;
        while (start + length * granules < end || length * granules < end - start) {
            length = Math.nextUp(length);
        }
        return length;
    }

    /** Fits and checks every granule; null if one fails, which is then remembered as hard. */
    private @Nullable Found check(double start, double end, Trial trial) {
        int granules = trial.granules();
        if (granules > limit(trial.degree())) {
            throw RefitException.unreachable(stretch, tolerance, speed, fit, start, end);
        }
        double length = granuleLength(start, end, granules);
        double[][][] coefficients = new double[granules][][];
        double far = 0;
        double farAt = start;
        double fast = 0;
        for (int i = 0; i < granules; i++) {
            progress.check(CANCELLED);
            coefficients[i] = fit.fit(start, end, length, i, trial.degree());
            if (fit.share() <= SAFE) {
                stretch.own(start + length * i, Math.min(end, start + length * (i + 1)), this::look);
            }
            if (fit.share() > SAFE || !staysWithinItsPeak(far, fast)) {
                remember(missed, fit.worstAt(), MOST_MISSED);
                lookForJump(start, end, length);
                return null;
            }
            if (fit.far() > far) {
                far = fit.far();
                farAt = fit.worstAt();
            }
            fast = Math.max(fast, fit.fast());
        }
        return new Found(start, end, length, trial.degree(), coefficients, far, farAt, fast);
    }

    /** Whether the greatest deviation of the last fit, looked at closely if it is the greatest so far, is allowed. */
    private boolean staysWithinItsPeak(double far, double fast) {
        if (fit.far() > SAFE * far || fit.fast() > SAFE * fast) {
            fit.lookAround();
        }
        return fit.share() <= 1;
    }

    private void look(double et) {
        if ((++looked & LOOKED) == 0) {
            progress.check(CANCELLED);
        }
        fit.look(et);
    }

    /** A span of one epoch: its position, extrapolated with its velocity. */
    private Found instant() {
        double[] state = new double[6];
        stretch.state(stretch.start(), state);
        double[][] coefficients = new double[axes][2];
        for (int axis = 0; axis < axes; axis++) {
            double rate = axis < 3 ? state[3 + axis] / 2 : 0;
            coefficients[axis][0] = state[axis] + rate;
            coefficients[axis][1] = rate;
        }
        return new Found(stretch.start(), stretch.end(), 1, 1, new double[][][] {coefficients}, 0, stretch.start(), 0);
    }
}
