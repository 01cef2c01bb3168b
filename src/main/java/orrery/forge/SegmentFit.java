package orrery.forge;

import java.util.Arrays;

/**
 * One segment in the making: collects a body's positions and velocities at equally spaced epochs of its granules, and
 * fits each granule once it is complete.
 */
final class SegmentFit {
    /** Epochs per granule, both ends included: every 16th part of it. */
    static final int POINTS = 17;

    private static final double[][] NOTHING = {};

    /** Computes a target's coordinates about its center. */
    interface Offset {
        /**
         * One coordinate.
         *
         * @param x the positions or velocities of all bodies
         * @param axis 0 to 2
         */
        double of(double[] x, int axis);
    }

    /**
     * Granules of equal length.
     *
     * @param init start of the first, TDB seconds past J2000
     * @param length of each, s
     * @param count how many
     */
    record Granules(double init, double length, int count) {
        double end() {
            return init + length * count;
        }
    }

    private final int target;
    private final int center;
    private final Offset offset;
    private final Granules granules;
    private final ChebyshevFit fit;
    /**
     * [granule][axis][positions, then velocities times half the granule]; empty before it is started and once it is
     * fitted.
     */
    private final double[][][] data;

    private final int[] missing;
    private final double[][][] coefficients;

    /** @param degree degree of the polynomials */
    SegmentFit(int target, int center, Offset offset, Granules granules, int degree) {
        this.target = target;
        this.center = center;
        this.offset = offset;
        this.granules = granules;
        this.fit = new ChebyshevFit(degree, POINTS);
        this.data = new double[granules.count()][][];
        Arrays.fill(data, NOTHING);
        this.missing = new int[granules.count()];
        this.coefficients = new double[granules.count()][][];
        Arrays.fill(missing, POINTS);
    }

    /** Adds the states of an epoch if it is needed. Each epoch must be given once. */
    void take(double et, NBody bodies) {
        double place = (et - granules.init()) / granules.length() * (POINTS - 1);
        if (place != Math.rint(place)) {
            return;
        }
        long point = (long) place;
        int within = (int) Math.floorMod(point, (long) POINTS - 1);
        long index = Math.floorDiv(point, (long) POINTS - 1);
        put(index, within, bodies);
        if (within == 0) {
            put(index - 1, POINTS - 1, bodies);
        }
    }

    private void put(long index, int point, NBody bodies) {
        if (index < 0 || index >= data.length) {
            return;
        }
        int i = (int) index;
        if (data[i].length == 0) {
            data[i] = new double[3][2 * POINTS];
        }
        for (int axis = 0; axis < 3; axis++) {
            data[i][axis][point] = offset.of(bodies.r, axis);
            data[i][axis][POINTS + point] = offset.of(bodies.v, axis) * (granules.length() / 2);
        }
        missing[i]--;
        if (missing[i] == 0) {
            coefficients[i] = new double[3][];
            for (int axis = 0; axis < 3; axis++) {
                coefficients[i][axis] = fit.fit(data[i][axis]);
            }
            data[i] = NOTHING;
        }
    }

    /**
     * The finished segment.
     *
     * @throws IllegalStateException if an epoch was never given, or twice
     */
    RawSegment segment() {
        for (int i = 0; i < missing.length; i++) {
            if (missing[i] != 0) {
                throw new IllegalStateException(
                        "Granule %d of %d wrt %d lacks %d epochs.".formatted(i, target, center, missing[i]));
            }
        }
        return new ChebyshevLayout(granules.init(), granules.length(), coefficients)
                .type2(target, center, RawSegment.J2000, granules.init(), granules.end(), Forge.SEGMENT_NAME);
    }
}
