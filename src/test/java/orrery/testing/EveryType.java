package orrery.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import orrery.forge.ChebyshevLayout;
import orrery.forge.RawSegment;
import orrery.forge.SpkWriter;

/**
 * A segment of every data type and subtype, laid out by hand from the SPK Required Reading, so that tests need no other
 * program's files.
 *
 * <p>Types that interpolate states follow one motion, {@link #position}: a cubic in time, which each of them reproduces
 * to rounding. The conics (5, 15, 17) describe a circle, type 10 a satellite.
 */
public final class EveryType {
    /** Span of every segment, TDB seconds past J2000. */
    public static final double START = -40_000;

    public static final double END = 40_000;

    /** The body of the first segment; those that follow count up. */
    public static final int FIRST_TARGET = 1001;

    static final int CENTER = 399;
    private static final double GM = 398_600.4418;
    private static final double RADIUS = 42_164;
    private static final int POINTS = 241;

    private EveryType() {}

    /** One segment each, targets from {@link #FIRST_TARGET} on, in the order of their types and subtypes. */
    public static List<RawSegment> segments() {
        List<RawSegment> all = new ArrayList<>();
        all.add(raw(all, 1, lines(15, false)));
        all.add(chebyshev(all, 2));
        all.add(chebyshev(all, 3));
        all.add(raw(all, 5, circle()));
        all.add(raw(all, 8, equal(7)));
        all.add(raw(all, 9, unequal(8)));
        all.add(raw(all, 10, twoLine()));
        all.add(raw(all, 12, equal(3)));
        all.add(raw(all, 13, unequal(2)));
        all.add(raw(all, 14, generic14()));
        all.add(raw(all, 15, conic()));
        all.add(raw(all, 17, equinoctial()));
        all.add(raw(all, 18, esoc(0, 4, times())));
        all.add(raw(all, 18, esoc(1, 6, times())));
        for (int subtype = 0; subtype <= 2; subtype++) {
            all.add(raw(all, 19, piecewise(subtype)));
        }
        all.add(raw(all, 20, velocity()));
        all.add(raw(all, 21, lines(20, true)));
        return all;
    }

    /** Writes them as a kernel. */
    public static Path write(Path file) throws IOException {
        SpkWriter.littleEndian().addAll(segments()).write(file);
        return file;
    }

    /** Whether a segment of this type follows {@link #position}. */
    public static boolean isCubic(int type) {
        return switch (type) {
            case 1, 2, 3, 8, 9, 12, 13, 14, 18, 19, 20, 21 -> true;
            case 5, 10, 15, 17 -> false;
            default -> throw new IllegalArgumentException("say which motion type " + type + " follows");
        };
    }

    /** Where the body is, km, along an axis from 0. */
    public static double position(int axis, double et) {
        double t = et / 10_000;
        return (axis + 1) * 1000 + 300 * t - (20 + axis) * t * t + 2 * t * t * t;
    }

    /** How fast, km/s. */
    public static double velocity(int axis, double et) {
        double t = et / 10_000;
        return (300 - 2 * (20 + axis) * t + 6 * t * t) / 10_000;
    }

    static double acceleration(int axis, double et) {
        double t = et / 10_000;
        return (-2 * (20 + axis) + 12 * t) / 1e8;
    }

    private static RawSegment raw(List<RawSegment> before, int type, double... data) {
        return new RawSegment(FIRST_TARGET + before.size(), CENTER, 1, type, START, END, "type " + type, data);
    }

    private static double[] times() {
        double[] times = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double even = START + (END - START) * i / (POINTS - 1);
            times[i] = i == 0 || i == POINTS - 1 ? even : even + 40 * Math.sin(i);
        }
        return times;
    }

    private static void addState(List<Double> to, double et) {
        for (int axis = 0; axis < 3; axis++) {
            to.add(position(axis, et));
        }
        for (int axis = 0; axis < 3; axis++) {
            to.add(velocity(axis, et));
        }
    }

    private static double[] array(List<Double> words) {
        return words.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void add(List<Double> to, double... words) {
        for (double word : words) {
            to.add(word);
        }
    }

    /** Each hundredth epoch. */
    private static void addDirectory(List<Double> to, double[] epochs, int entries) {
        for (int i = 1; i <= entries; i++) {
            to.add(epochs[100 * i - 1]);
        }
    }

    /**
     * Difference lines of order 3: the acceleration and its change over the step. DAINT's sums for two differences are
     * those of a cubic: x + v d + d^2 (a / 2 + ...), with the step's own weights.
     */
    private static double[] lines(int table, boolean extended) {
        double[] epochs = new double[240];
        List<Double> data = new ArrayList<>();
        double step = (END - START) / epochs.length;
        for (int i = 0; i < epochs.length; i++) {
            epochs[i] = START + (i + 1) * step;
            double et = epochs[i];
            data.add(et);
            for (int k = 0; k < table; k++) {
                data.add(step * (k + 1));
            }
            for (int axis = 0; axis < 3; axis++) {
                add(data, position(axis, et), velocity(axis, et));
            }
            for (int axis = 0; axis < 3; axis++) {
                data.add(acceleration(axis, et));
                // First modified difference: the change of the acceleration over one step; none after it.
                data.add(12 / 1e12 * step);
                for (int k = 2; k < table; k++) {
                    data.add(0.0);
                }
            }
            add(data, 3, 2, 2, 2);
        }
        for (double epoch : epochs) {
            data.add(epoch);
        }
        addDirectory(data, epochs, epochs.length / 100);
        if (extended) {
            data.add((double) table);
        }
        data.add((double) epochs.length);
        return array(data);
    }

    /** A cubic in Chebyshev polynomials on [mid - radius, mid + radius], from its value and derivatives at mid. */
    private static double[] series(double value, double first, double second, double third, double radius) {
        double b1 = first * radius;
        double b2 = second * radius * radius / 2;
        double b3 = third * radius * radius * radius / 6;
        return new double[] {value + b2 / 2, b1 + b3 * 3 / 4, b2 / 2, b3 / 4};
    }

    private static double[] positionSeries(int axis, double mid, double radius) {
        return series(position(axis, mid), velocity(axis, mid), acceleration(axis, mid), 12 / 1e12, radius);
    }

    private static double[] velocitySeries(int axis, double mid, double radius) {
        return series(velocity(axis, mid), acceleration(axis, mid), 12 / 1e12, 0, radius);
    }

    private static RawSegment chebyshev(List<RawSegment> before, int type) {
        int granules = 16;
        double length = (END - START) / granules;
        double[][][] coefficients = new double[granules][type == 2 ? 3 : 6][];
        for (int g = 0; g < granules; g++) {
            double mid = START + (g + 0.5) * length;
            for (int axis = 0; axis < 3; axis++) {
                coefficients[g][axis] = positionSeries(axis, mid, length / 2);
                if (type == 3) {
                    coefficients[g][axis + 3] = velocitySeries(axis, mid, length / 2);
                }
            }
        }
        int target = FIRST_TARGET + before.size();
        return type == 2
                ? new ChebyshevLayout(START, length, coefficients).type2(target, CENTER, 1, START, END, "type 2")
                : new ChebyshevLayout(START, length, coefficients).type3(target, CENTER, 1, START, END, "type 3");
    }

    /** Period of the circle, s. */
    public static double period() {
        return 2 * Math.PI * Math.sqrt(RADIUS * RADIUS * RADIUS / GM);
    }

    private static double[] circle() {
        double[] times = times();
        List<Double> data = new ArrayList<>();
        double rate = 2 * Math.PI / period();
        for (double et : times) {
            double c = Math.cos(rate * et);
            double s = Math.sin(rate * et);
            add(data, RADIUS * c, RADIUS * s, 0, -RADIUS * rate * s, RADIUS * rate * c, 0);
        }
        add(data, times);
        addDirectory(data, times, times.length / 100);
        add(data, GM, times.length);
        return array(data);
    }

    private static double[] equal(int windowLessOne) {
        List<Double> data = new ArrayList<>();
        double step = (END - START) / (POINTS - 1);
        for (int i = 0; i < POINTS; i++) {
            addState(data, START + i * step);
        }
        add(data, START, step, windowLessOne, POINTS);
        return array(data);
    }

    private static double[] unequal(int windowLessOne) {
        double[] times = times();
        List<Double> data = new ArrayList<>();
        for (double et : times) {
            addState(data, et);
        }
        add(data, times);
        addDirectory(data, times, (times.length - 1) / 100);
        add(data, windowLessOne, times.length);
        return array(data);
    }

    private static double[] esoc(int subtype, int window, double[] times) {
        List<Double> data = new ArrayList<>();
        for (double et : times) {
            addState(data, et);
            if (subtype == 0) {
                // Velocity and acceleration apart from position and its derivative.
                for (int axis = 0; axis < 3; axis++) {
                    data.add(velocity(axis, et));
                }
                for (int axis = 0; axis < 3; axis++) {
                    data.add(acceleration(axis, et));
                }
            }
        }
        add(data, times);
        addDirectory(data, times, (times.length - 1) / 100);
        add(data, subtype, window, times.length);
        return array(data);
    }

    /** Four intervals; the epochs of each go on beyond its bounds, as those of real ones do. */
    private static double[] piecewise(int subtype) {
        int intervals = 4;
        double length = (END - START) / intervals;
        List<Double> data = new ArrayList<>();
        double[] pointers = new double[intervals + 1];
        for (int i = 0; i < intervals; i++) {
            pointers[i] = data.size() + 1;
            double[] times = new double[30 + 40 * i];
            for (int k = 0; k < times.length; k++) {
                times[k] = START + i * length + length * (k - 2) / (times.length - 5);
            }
            add(data, esoc(subtype, 4, times));
        }
        pointers[intervals] = data.size() + 1;
        for (int i = 0; i <= intervals; i++) {
            data.add(START + i * length);
        }
        add(data, pointers);
        add(data, 1, intervals);
        return array(data);
    }

    private static double[] generic14() {
        int packets = 8;
        List<Double> data = new ArrayList<>();
        data.add(4.0);
        double[] starts = new double[packets];
        double at = START;
        for (int i = 0; i < packets; i++) {
            double length = (END - START) * (i + 1) / (packets * (packets + 1) / 2.0);
            starts[i] = at;
            double mid = at + length / 2;
            add(data, mid, length / 2);
            for (int axis = 0; axis < 3; axis++) {
                add(data, positionSeries(axis, mid, length / 2));
            }
            for (int axis = 0; axis < 3; axis++) {
                add(data, velocitySeries(axis, mid, length / 2));
            }
            at += length;
        }
        int size = 2 + 24;
        add(data, starts);
        int end = 1 + packets * size;
        add(data, 0, 1, end + packets, 0, 3, end, packets, 0, 0, 0, 1, packets, 0, 0, size, 0, 17);
        return array(data);
    }

    private static double[] twoLine() {
        int sets = 3;
        List<Double> data = new ArrayList<>();
        add(data, 1.082616e-3, -2.53881e-6, -1.65597e-6, 7.43669161e-2, 120, 78, 6378.135, 1);
        double[] epochs = {START - 100, 0, END + 100};
        for (double epoch : epochs) {
            // Half a day's orbit, eccentric enough to be in resonance.
            add(data, 0, 0, 1e-4, 1.1, 2.0, 0.68, 4.7, 0.2 + 8.7e-3 * epoch / 60, 8.75e-3, epoch, 0, 0, 0, 0);
        }
        add(data, epochs);
        int end = 8 + 14 * sets;
        add(data, 0, 8, end + sets, 0, 4, end, sets, 0, 0, 0, 8, sets, 0, 0, 14, 0, 17);
        return array(data);
    }

    private static double[] conic() {
        return new double[] {0, 0, 0, 1, 1, 0, 0, RADIUS, 0.01, 0, 0, 0.3, 0.9539392014169457, GM, 1.0826e-3, 6378.14};
    }

    private static double[] equinoctial() {
        double rate = 2 * Math.PI / period();
        return new double[] {0, RADIUS, 0, 0, 0.5, 0, 0, 0, rate, 0, -Math.PI / 2, Math.PI / 2};
    }

    private static double[] velocity() {
        int granules = 10;
        double unit = 1000;
        double length = (END - START) / granules;
        List<Double> data = new ArrayList<>();
        for (int g = 0; g < granules; g++) {
            double mid = START + (g + 0.5) * length;
            for (int axis = 0; axis < 3; axis++) {
                for (double c : velocitySeries(axis, mid, length / 2)) {
                    data.add(c * 86_400 / unit);
                }
                data.add(position(axis, mid) / unit);
            }
        }
        double days = START / 86_400;
        add(data, unit, 86_400, 2_451_544.5, 0.5 + days, length / 86_400, 15, granules);
        return array(data);
    }
}
