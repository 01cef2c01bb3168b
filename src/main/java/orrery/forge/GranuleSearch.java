package orrery.forge;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import orrery.spk.Progress;
import orrery.time.DateFormat;
import orrery.time.TimeScale;

/**
 * Looks for the granule length and degree that describe a stretch of motion within a tolerance in the fewest bytes.
 *
 * <p>For each degree tried the fewest granules are found by halving, on some granules and on those that were hard before;
 * the degree is approached from coarse to fine, since size has one valley over it. What is chosen is then checked in every
 * granule, at five epochs between any two nodes; where one fails, it is chosen again with that epoch in mind. A stretch whose motion is
 * harder here than there is halved where two sizes of granule take less.
 *
 * <p>For one thread.
 */
final class GranuleSearch {
    /** What is seen at the dense epochs must stay below this share of the tolerance, as the peak may lie beside them. */
    private static final double SAFE = 0.92;

    private static final int MOST_SAMPLES = 16;
    private static final int MOST_RECENT = 8;
    private static final int MOST_MISSED = 64;
    private static final int DEEPEST = 10;
    private static final int[] COARSE = {1, 3, 6, 9, 12, 15, 19, 23, 27};
    private static final double SPLIT_GAIN = 0.85;
    /** Halves are tried where the error of one is such a share of the other's. */
    private static final double EASIER = 0.3;
    /** Granules shorter than this, s, make one look for a jump. */
    private static final double SHORT = 300;
    /** A jump is one where it takes so much of the tolerance: polynomials through a smaller one are off by half of it. */
    static final double JUMP = 0.5;

    /** A segment's descriptor, name and end take about this many bytes. */
    private static final long OVERHEAD = 120;

    private static final DateFormat DATE = DateFormat.days(TimeScale.TDB);
    private static final long MOST_WORDS = 1L << 27;

    /**
     * A stretch of motion described.
     *
     * @param start first epoch, TDB s past J2000
     * @param end last epoch
     * @param granule s
     * @param degree of the polynomials
     * @param coefficients by granule, axis and degree
     * @param far greatest distance from the original seen at the dense epochs, km
     * @param farAt where
     * @param fast greatest difference of velocity seen there, km/s
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed from the search to the writer, which lets it go.
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
            return type == 2
                    ? ChebyshevLayout.type2(target, center, frame, start, end, name, start, granule, coefficients)
                    : ChebyshevLayout.type3(target, center, frame, start, end, name, start, granule, coefficients);
        }

        long bytes() {
            return 8L * coefficients.length * (2 + coefficients[0].length * (degree + 1L)) + OVERHEAD;
        }
    }

    /** What one degree takes. */
    private record Trial(int degree, int granules, long bytes) {}

    private final Motion stretch;
    private final double tolerance;
    private final double speed;
    private final int axes;
    private final Progress progress;
    private final DoubleConsumer reached;
    /** Epochs that failed lately, newest first: likely to fail again. */
    private final List<Double> recent = new ArrayList<>();
    /** Epochs that failed only when every granule was looked at. */
    private final List<Double> missed = new ArrayList<>();

    private final GranuleFit fit;

    /**
     * @param tolerance greatest distance allowed, km
     * @param speed greatest difference of velocity allowed, km/s; infinity for any
     * @param type 2 or 3
     * @param progress asked whether to go on
     * @param reached told the epoch up to which all is done
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
     * The smallest description found of the whole stretch.
     *
     * @throws RefitException if the tolerance cannot be met
     * @throws JumpFound if the stretch is two
     * @throws CancellationException if the progress said so
     */
    List<Found> search() {
        if (stretch.start() == stretch.end()) {
            return List.of(instant());
        }
        return part(stretch.start(), stretch.end(), best(stretch.start(), stretch.end()), DEEPEST);
    }

    /** Described in one, or halved where that takes less. */
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
            // The epoch that was too hard is known now, and weighs in what is chosen next.
            Trial next = best(start, end);
            int more = whole.granules() + 1 + whole.granules() / 20;
            whole = next.degree() == whole.degree() && next.granules() < more
                    ? new Trial(whole.degree(), more, bytes(more, whole.degree()))
                    : next;
        }
    }

    /** Whether one half is so much easier than the other that granules of its own may pay. */
    private boolean isUneven(double start, double end, Trial trial) {
        double length = (end - start) / trial.granules();
        double[] far = new double[2];
        for (int i = 0; i < 2 * MOST_SAMPLES; i++) {
            weigh(start, end, length, (int) ((long) i * (trial.granules() - 1) / (2 * MOST_SAMPLES - 1)), trial, far);
        }
        for (double et : hard()) {
            if (start <= et && et < end) {
                weigh(start, end, length, (int) ((et - start) / length), trial, far);
            }
        }
        return Math.min(far[0], far[1]) < EASIER * Math.max(far[0], far[1]);
    }

    private void weigh(double start, double end, double length, int index, Trial trial, double[] far) {
        fit.fit(start, end, length, Math.min(index, trial.granules() - 1), trial.degree());
        int half = 2 * index < trial.granules() ? 0 : 1;
        far[half] = Math.max(far[half], fit.share());
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
            throw unreachable(start, end);
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

    /** The fewest granules of one degree, or null if that takes more than the best so far. */
    private @Nullable Trial fewest(double start, double end, int degree, @Nullable Trial best) {
        long most = best == null ? limit(degree) : Math.min(limit(degree), best.bytes() / bytes(1, degree) + 1);
        // The next degree needs not much fewer than the best so far.
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

    /** Where short granules do not do, the motion itself may jump there. */
    private void lookForJump(double start, double end, double length) {
        if (length < SHORT) {
            double from = Math.max(start, fit.worstAt() - length);
            double jump = stretch.jump(from, Math.min(end, fit.worstAt() + length), JUMP * tolerance);
            if (!Double.isNaN(jump)) {
                throw new JumpFound(jump);
            }
        }
    }

    /** Ends a search: the motion jumps, and what is before and after has to be described apart. */
    static final class JumpFound extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final double before;

        JumpFound(double before) {
            super(null, null, false, false);
            this.before = before;
        }

        /** The last epoch before the jump, TDB seconds past J2000. */
        double before() {
            return before;
        }
    }

    private long limit(int degree) {
        return MOST_WORDS / (2 + axes * (degree + 1L));
    }

    private long bytes(long granules, int degree) {
        return 8 * granules * (2 + axes * (degree + 1L)) + OVERHEAD;
    }

    /** Whether some granules stay within the tolerance: those that were hard before, then some all over the span. */
    private boolean holds(double start, double end, int degree, int granules) {
        if (progress.isCancelled()) {
            throw new CancellationException("The refitting was called off; no file was written.");
        }
        double length = (end - start) / granules;
        for (double et : hard()) {
            if (start <= et
                    && et <= end
                    && !good(start, end, length, (int) ((et - start) / length), degree, granules)) {
                return false;
            }
        }
        int samples = Math.min(granules, MOST_SAMPLES);
        for (int i = 0; i < samples; i++) {
            int index = samples == 1 ? 0 : (int) ((long) i * (granules - 1) / (samples - 1));
            if (!good(start, end, length, index, degree, granules)) {
                return false;
            }
        }
        return true;
    }

    private boolean good(double start, double end, double length, int index, int degree, int granules) {
        fit.fit(start, end, length, Math.min(index, granules - 1), degree);
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

    /** The length of so many equal granules, s; rounding leaves nothing of the span beyond the last one. */
    static double granuleLength(double start, double end, int granules) {
        double length = (end - start) / granules;
        while (start + length * granules < end || length * granules < end - start) {
            length = Math.nextUp(length);
        }
        return length;
    }

    /** Fits every granule and checks it; null where one fails, which is then known as hard. */
    private @Nullable Found check(double start, double end, Trial trial) {
        int granules = trial.granules();
        if (granules > limit(trial.degree())) {
            throw unreachable(start, end);
        }
        double length = granuleLength(start, end, granules);
        double[][][] coefficients = new double[granules][][];
        double far = 0;
        double farAt = start;
        double fast = 0;
        for (int i = 0; i < granules; i++) {
            if (progress.isCancelled()) {
                throw new CancellationException("The refitting was called off; no file was written.");
            }
            coefficients[i] = fit.fit(start, end, length, i, trial.degree());
            if (fit.share() > SAFE) {
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

    /** A stretch of one epoch: its position, and where its velocity leads. */
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

    private RefitException unreachable(double start, double end) {
        return new RefitException(
                ("%d relative to %d cannot be brought within %s km%s from %s to %s: with granules as short as a file"
                                + " may have them it is still %s km off on %s. Ask for a wider tolerance.")
                        .formatted(
                                stretch.target(),
                                stretch.center(),
                                tolerance,
                                speed < Double.POSITIVE_INFINITY ? " and " + speed + " km/s" : "",
                                DATE.format(start),
                                DATE.format(end),
                                fit.far(),
                                DATE.format(fit.worstAt())));
    }
}
