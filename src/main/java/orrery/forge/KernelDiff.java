package orrery.forge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import orrery.ephemeris.Coverage;
import orrery.ephemeris.Ephemeris;
import orrery.spk.KernelException;

/**
 * How far two ephemerides differ, body by body, over the epochs that both cover.
 *
 * <p>Immutable; comparing keeps nothing, so any number of threads may compare at a time.
 *
 * @param center NAIF id of the body that positions are taken about: 0, 10 or 399 as a rule
 * @param targets NAIF ids to compare; none for all that both ephemerides have about the center
 * @param step between epochs, s
 */
@SuppressWarnings("ArrayRecordComponent") // Copied on the way in and out.
public record KernelDiff(int center, int[] targets, double step) {
    private static final int EARTH = 399;

    /**
     * What was found for one body.
     *
     * @param target NAIF id
     * @param epochs how many were compared
     * @param start first epoch compared, TDB s past J2000
     * @param end last epoch compared
     * @param max greatest distance between the two positions, km
     * @param maxAt epoch of it
     * @param rms root mean square distance, km
     * @param maxArcseconds greatest angle between the two directions from the Earth; NaN where the Earth is missing
     * @param rmsArcseconds root mean square of that angle
     */
    public record Row(
            int target,
            long epochs,
            double start,
            double end,
            double max,
            double maxAt,
            double rms,
            double maxArcseconds,
            double rmsArcseconds) {}

    /**
     * Checks the step.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public KernelDiff {
        if (!(step > 0) || step == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("A step of %s s leads nowhere; give a positive one.".formatted(step));
        }
        targets = targets.clone();
    }

    @Override
    public int[] targets() {
        return targets.clone();
    }

    /**
     * Compares; bodies with no epoch in common are left out.
     *
     * @return a row a body, in the order asked, else by ascending id
     * @throws KernelException if a segment that should answer cannot
     * @throws CancellationException if {@code progress} said so
     */
    public List<Row> compare(Ephemeris a, Ephemeris b, Progress progress) {
        int[] bodies = targets.length > 0 ? targets : inBoth(a, b);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < bodies.length; i++) {
            int target = bodies[i];
            if (target == center) {
                continue;
            }
            List<Coverage.Span> spans = common(a, b, target, center);
            if (!spans.isEmpty()) {
                rows.add(
                        row(a, b, target, spans, new Share(progress, (double) i / bodies.length, 1.0 / bodies.length)));
            }
        }
        progress.at(1);
        return rows;
    }

    private static int[] inBoth(Ephemeris a, Ephemeris b) {
        int[] others = b.targets();
        return IntStream.of(a.targets())
                .filter(id -> Arrays.binarySearch(others, id) >= 0)
                .toArray();
    }

    private static List<Coverage.Span> common(Ephemeris a, Ephemeris b, int target, int center) {
        List<Coverage.Span> both = new ArrayList<>();
        for (Coverage.Span one : a.coverage(target, center).spans()) {
            for (Coverage.Span other : b.coverage(target, center).spans()) {
                double start = Math.max(one.start(), other.start());
                double end = Math.min(one.end(), other.end());
                if (start <= end) {
                    both.add(new Coverage.Span(start, end));
                }
            }
        }
        return both;
    }

    private Row row(Ephemeris a, Ephemeris b, int target, List<Coverage.Span> spans, Share progress) {
        Coverage seen = target == EARTH ? new Coverage(List.of()) : new Coverage(common(a, b, target, EARTH));
        double[] one = new double[6];
        double[] other = new double[6];
        double start = spans.getFirst().start();
        double end = spans.getLast().end();
        Tally distance = new Tally();
        Tally angle = new Tally();
        for (Coverage.Span span : spans) {
            long steps = (long) Math.floor((span.end() - span.start()) / step);
            // The end itself is one more epoch where the steps miss it.
            for (long i = 0; i <= steps + 1; i++) {
                double et = i <= steps ? span.start() + i * step : span.end();
                if (i == steps + 1 && span.start() + steps * step == et) {
                    break;
                }
                a.state(target, center, et, one);
                b.state(target, center, et, other);
                distance.add(et, apart(one, other));
                if (seen.contains(et)) {
                    a.state(target, EARTH, et, one);
                    b.state(target, EARTH, et, other);
                    angle.add(et, arcseconds(one, other));
                }
                progress.at((et - start) / Math.max(step, end - start));
            }
        }
        return new Row(
                target,
                distance.count,
                start,
                end,
                distance.max,
                distance.maxAt,
                distance.rms(),
                angle.max,
                angle.rms());
    }

    private static double apart(double[] a, double[] b) {
        double x = a[0] - b[0];
        double y = a[1] - b[1];
        double z = a[2] - b[2];
        return Math.sqrt(x * x + y * y + z * z);
    }

    /** The angle through its tangent, which keeps small angles whole; the cross product through the difference. */
    private static double arcseconds(double[] a, double[] b) {
        double dx = b[0] - a[0];
        double dy = b[1] - a[1];
        double dz = b[2] - a[2];
        double x = a[1] * dz - a[2] * dy;
        double y = a[2] * dx - a[0] * dz;
        double z = a[0] * dy - a[1] * dx;
        double cross = Math.sqrt(x * x + y * y + z * z);
        double dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
        return StrictMath.atan2(cross, dot) / De440.ARCSECOND;
    }

    /** One body's share of the whole way. */
    private record Share(Progress progress, double from, double width) {
        void at(double fraction) {
            progress.at(from + width * Math.clamp(fraction, 0.0, 1.0));
            if (progress.isCancelled()) {
                throw new CancellationException("The comparison was called off.");
            }
        }
    }

    private static final class Tally {
        private long count;
        private double squares;
        private double max = Double.NaN;
        private double maxAt = Double.NaN;

        void add(double et, double value) {
            count++;
            squares += value * value;
            if (!(value <= max)) {
                max = value;
                maxAt = et;
            }
        }

        double rms() {
            return Math.sqrt(squares / count);
        }
    }
}
