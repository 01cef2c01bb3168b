package orrery.forge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import orrery.ephemeris.Coverage;
import orrery.ephemeris.Ephemeris;
import orrery.math.Constants;
import orrery.math.Vectors;
import orrery.spk.KernelException;
import orrery.spk.NaifIds;
import orrery.spk.Progress;

/**
 * The difference between two ephemerides, body by body, over the epochs that both cover.
 *
 * <p>Immutable and thread-safe; comparing keeps no state.
 *
 * @param center NAIF id of the body that positions are relative to, usually 0, 10 or 399
 * @param targets NAIF ids to compare; none for all that both ephemerides have about the center
 * @param step interval between epochs, s
 * @param from first epoch to compare, TDB seconds past J2000; minus infinity for all
 * @param to last epoch to compare; infinity for all
 */
@SuppressWarnings("ArrayRecordComponent") // Copied on the way in and out.
public record KernelDiff(int center, int[] targets, double step, double from, double to) {
    /**
     * The result for one body.
     *
     * @param target NAIF id
     * @param epochs number of epochs compared
     * @param start first epoch compared, TDB seconds past J2000
     * @param end last epoch compared
     * @param max greatest distance between the two positions, km
     * @param maxAt epoch of it
     * @param rms root mean square distance, km
     * @param mean mean distance, km
     * @param median half of the epochs differ by less, km
     * @param p95 95 of 100 epochs differ by less, km
     * @param maxSpeed greatest difference in velocity, km/s
     * @param rmsSpeed root mean square of it
     * @param maxArcseconds greatest angle between the two directions from the Earth; NaN without the Earth
     * @param rmsArcseconds root mean square of that angle
     * @param parts the same differences along the directions of the motion
     */
    public record Row(
            int target,
            long epochs,
            double start,
            double end,
            double max,
            double maxAt,
            double rms,
            double mean,
            double median,
            double p95,
            double maxSpeed,
            double rmsSpeed,
            double maxArcseconds,
            double rmsArcseconds,
            Parts parts) {}

    /**
     * Differences in position, second minus first, along the directions of the first one's motion about the center:
     * radial, along-track and cross-track. The greatest are absolute values.
     *
     * @param maxRadial km; NaN if there are never such directions
     * @param rmsRadial km
     * @param maxAlong km
     * @param rmsAlong km
     * @param maxCross km
     * @param rmsCross km
     * @param without number of epochs at which the motion defines no such directions: it is straight to or from the
     * center, or at rest
     */
    public record Parts(
            double maxRadial,
            double rmsRadial,
            double maxAlong,
            double rmsAlong,
            double maxCross,
            double rmsCross,
            long without) {}

    /**
     * A body that could not be compared.
     *
     * @param target NAIF id
     * @param reason the reason, a sentence
     * @param failed whether a state that should exist was refused; else there is no common epoch
     */
    public record Missing(int target, String reason, boolean failed) {}

    /**
     * The result of a comparison.
     *
     * @param rows one row per body, in the order requested, else by ascending id
     * @param missing requested bodies that could not be compared, in the same order
     */
    public record Comparison(List<Row> rows, List<Missing> missing) {
        public Comparison {
            rows = List.copyOf(rows);
            missing = List.copyOf(missing);
        }
    }

    /**
     * Checks the step.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public KernelDiff {
        if (!(step > 0) || step == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("A step of %s s is not positive; give a positive one.".formatted(step));
        }
        if (!(from <= to)) {
            throw new IllegalArgumentException(
                    "The span from %s to %s is empty; give an end after its start.".formatted(from, to));
        }
        targets = targets.clone();
    }

    /** A comparison over all epochs that both ephemerides cover. */
    public KernelDiff(int center, int[] targets, double step) {
        this(center, targets, step, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * One body's difference over time, for a chart; arrays of one length, ascending in time.
     *
     * @param target NAIF id
     * @param center NAIF id of the body that positions are relative to
     * @param et TDB seconds past J2000
     * @param km distance between the two positions
     * @param mas angle between the two directions from the Earth in milliarcseconds; NaN without the Earth
     * @param radial second position minus first, along the first one's direction from the center, km; NaN where its
     * motion is straight to or from the center
     * @param along the same along-track
     * @param cross the same cross-track
     */
    @SuppressWarnings("ArrayRecordComponent") // Made for each caller, who draws it and discards it.
    public record Series(
            int target,
            int center,
            double[] et,
            double[] km,
            double[] mas,
            double[] radial,
            double[] along,
            double[] cross) {}

    /**
     * Samples one body's difference at even steps over the common span, at most {@code points} of them; the step of
     * this comparison is not used. Empty if there is no common epoch.
     *
     * @throws KernelException if a segment that should answer cannot
     * @throws CancellationException if {@code progress} requested it
     */
    public Series series(Ephemeris a, Ephemeris b, int target, int points, Progress progress) {
        return series(a, target, b, target, points, progress);
    }

    /**
     * The same for a body that has two numbers, another in each: an asteroid, 2000001 in the one and 20000001 in the
     * other.
     *
     * @param number its number in {@code a}
     * @param target its number in {@code b}, and in the result
     */
    public Series series(Ephemeris a, int number, Ephemeris b, int target, int points, Progress progress) {
        List<Coverage.Span> spans = target == center ? List.of() : common(a, number, b, target, center);
        Coverage seen = seen(a, number, b, target);
        double[] et = spans.isEmpty() ? new double[0] : even(spans, points).toArray();
        double[] km = new double[et.length];
        double[] mas = new double[et.length];
        double[][] parts = new double[3][et.length];
        double[] part = new double[3];
        double[] one = new double[6];
        double[] other = new double[6];
        Share share = new Share(progress, 0, 1);
        for (int i = 0; i < et.length; i++) {
            a.state(number, center, et[i], one);
            b.state(target, center, et[i], other);
            km[i] = apart(one, other, 0);
            OrbitAxes.apart(one, other, part);
            for (int axis = 0; axis < 3; axis++) {
                parts[axis][i] = part[axis];
            }
            mas[i] = Double.NaN;
            if (seen.contains(et[i])) {
                a.state(number, NaifIds.EARTH, et[i], one);
                b.state(target, NaifIds.EARTH, et[i], other);
                mas[i] = arcseconds(one, other) * 1000;
            }
            share.at((double) i / et.length);
        }
        return new Series(target, center, et, km, mas, parts[0], parts[1], parts[2]);
    }

    @Override
    public int[] targets() {
        return targets.clone();
    }

    /**
     * Compares at every {@link #step}. A body that cannot be queried in one of the two is reported with the reason, and
     * the rest is compared.
     *
     * @throws CancellationException if {@code progress} requested it
     */
    public Comparison compare(Ephemeris a, Ephemeris b, Progress progress) {
        return rows(a, b, spans -> every(spans, step), progress);
    }

    /**
     * Compares each body at the epochs of its {@link #series} of this many points, so that a chart and its statistics
     * agree. The step of this comparison is not used.
     *
     * @param points number of points in each body's series, two or more
     * @throws CancellationException if {@code progress} requested it
     */
    public Comparison compare(Ephemeris a, Ephemeris b, int points, Progress progress) {
        return rows(a, b, spans -> even(spans, points), progress);
    }

    /** Evenly spaced epochs from the first to the last; those that are not covered are left out. */
    private static DoubleStream even(List<Coverage.Span> spans, int points) {
        double start = spans.getFirst().start();
        double end = spans.getLast().end();
        double width = (end - start) / Math.max(1, points - 1);
        int last = width > 0 ? points - 1 : 0;
        return IntStream.rangeClosed(0, last)
                .mapToDouble(i -> i == last ? end : start + i * width)
                .filter(new Coverage(spans)::contains);
    }

    /** From the start of each span every step, and its end if the steps miss it. */
    private static DoubleStream every(List<Coverage.Span> spans, double step) {
        return spans.stream().flatMapToDouble(span -> {
            long steps = (long) Math.floor((span.end() - span.start()) / step);
            boolean missed = span.start() + steps * step < span.end();
            return DoubleStream.concat(
                    // None is beyond the end because of rounding.
                    LongStream.rangeClosed(0, steps).mapToDouble(i -> Math.min(span.start() + i * step, span.end())),
                    missed ? DoubleStream.of(span.end()) : DoubleStream.empty());
        });
    }

    private Comparison rows(
            Ephemeris a, Ephemeris b, Function<List<Coverage.Span>, DoubleStream> epochs, Progress progress) {
        int[] bodies = targets.length > 0 ? targets : inBoth(a, b);
        List<Row> rows = new ArrayList<>();
        List<Missing> missing = new ArrayList<>();
        for (int i = 0; i < bodies.length; i++) {
            int target = bodies[i];
            if (target == center) {
                if (targets.length > 0) {
                    missing.add(new Missing(target, "It is the center itself, so it does not move.", false));
                }
                continue;
            }
            List<Coverage.Span> spans = common(a, target, b, target, center);
            if (spans.isEmpty()) {
                missing.add(new Missing(target, "The two kernels cover no common epoch in this span.", false));
                continue;
            }
            Share share = new Share(progress, (double) i / bodies.length, 1.0 / bodies.length);
            try {
                rows.add(row(a, b, target, spans, epochs.apply(spans), share));
            } catch (KernelException e) {
                missing.add(new Missing(target, String.valueOf(e.getMessage()), true));
            }
        }
        progress.at(1);
        return new Comparison(rows, missing);
    }

    private static int[] inBoth(Ephemeris a, Ephemeris b) {
        int[] others = b.targets();
        return IntStream.of(a.targets())
                .filter(id -> Arrays.binarySearch(others, id) >= 0)
                .toArray();
    }

    private List<Coverage.Span> common(Ephemeris a, int number, Ephemeris b, int target, int center) {
        return a.coverage(number, center)
                .and(b.coverage(target, center))
                .and(new Coverage(List.of(new Coverage.Span(from, to))))
                .spans();
    }

    /** When a body is visible from the Earth in both. */
    private Coverage seen(Ephemeris a, int number, Ephemeris b, int target) {
        return new Coverage(target == NaifIds.EARTH ? List.of() : common(a, number, b, target, NaifIds.EARTH));
    }

    /** The same, or nothing if the Earth's own states are refused: the body can be compared without it. */
    private Coverage fromEarth(Ephemeris a, Ephemeris b, int target) {
        Coverage seen = seen(a, target, b, target);
        double[] state = new double[6];
        try {
            for (Coverage.Span span : seen.spans()) {
                a.state(target, NaifIds.EARTH, span.start(), state);
                b.state(target, NaifIds.EARTH, span.start(), state);
            }
        } catch (KernelException _) {
            return new Coverage(List.of());
        }
        return seen;
    }

    private Row row(
            Ephemeris a, Ephemeris b, int target, List<Coverage.Span> spans, DoubleStream epochs, Share progress) {
        Coverage seen = fromEarth(a, b, target);
        double[] one = new double[6];
        double[] other = new double[6];
        double start = spans.getFirst().start();
        double end = spans.getLast().end();
        Tally distance = new Tally();
        Tally angle = new Tally();
        Tally speed = new Tally();
        Extent[] parts = {new Extent(), new Extent(), new Extent()};
        double[] part = new double[3];
        long[] without = new long[1];
        epochs.forEach(et -> {
            a.state(target, center, et, one);
            b.state(target, center, et, other);
            distance.add(et, apart(one, other, 0));
            speed.add(et, apart(one, other, 3));
            if (OrbitAxes.apart(one, other, part)) {
                for (int axis = 0; axis < 3; axis++) {
                    parts[axis].add(part[axis]);
                }
            } else {
                without[0]++;
            }
            if (seen.contains(et)) {
                a.state(target, NaifIds.EARTH, et, one);
                b.state(target, NaifIds.EARTH, et, other);
                angle.add(et, arcseconds(one, other));
            }
            progress.at((et - start) / Math.max(1, end - start));
        });
        return new Row(
                target,
                distance.count(),
                start,
                end,
                distance.max(),
                distance.maxAt(),
                distance.rms(),
                distance.mean(),
                distance.quantile(0.5),
                distance.quantile(0.95),
                speed.max(),
                speed.rms(),
                angle.max(),
                angle.rms(),
                new Parts(
                        parts[0].max(),
                        parts[0].rms(),
                        parts[1].max(),
                        parts[1].rms(),
                        parts[2].max(),
                        parts[2].rms(),
                        without[0]));
    }

    private static double apart(double[] a, double[] b, int k) {
        double x = a[k] - b[k];
        double y = a[k + 1] - b[k + 1];
        double z = a[k + 2] - b[k + 2];
        return Math.sqrt(x * x + y * y + z * z);
    }

    /** The angle from its tangent, which preserves small angles; the cross product from the difference. */
    private static double arcseconds(double[] a, double[] b) {
        double dx = b[0] - a[0];
        double dy = b[1] - a[1];
        double dz = b[2] - a[2];
        double x = a[1] * dz - a[2] * dy;
        double y = a[2] * dx - a[0] * dz;
        double z = a[0] * dy - a[1] * dx;
        return StrictMath.atan2(Vectors.length(x, y, z), Vectors.dot(a, b)) / Constants.ARCSECOND;
    }

    /** One body's share of the whole progress. */
    private record Share(Progress progress, double from, double width) {
        void at(double fraction) {
            progress.at(from + width * Math.clamp(fraction, 0.0, 1.0));
            progress.check("The comparison was cancelled.");
        }
    }
}
