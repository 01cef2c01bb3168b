package orrery.forge;

/**
 * Lays out SPK types 2 and 3: Chebyshev coefficients on granules of equal length.
 *
 * <p>Source: SPK required reading, "Type 2: Chebyshev (position only)" and "Type 3: Chebyshev (position and velocity)".
 * A granule's record is its midpoint and radius in seconds, then the coefficients axis by axis, lowest degree first;
 * after the last record come the first granule's start, the granule length, the doubles per record, the record count.
 */
public final class ChebyshevLayout {
    private static final int TRAILER = 4;

    private final double init;
    private final double granule;
    private final double[][][] coefficients;

    /**
     * The granules of a segment.
     *
     * @param init start of the first granule, TDB seconds past J2000
     * @param granule granule length in seconds
     * @param coefficients {@code [granule][axis][degree]}, all axes of all granules of the same length; not copied
     */
    public ChebyshevLayout(double init, double granule, double[][][] coefficients) {
        this.init = init;
        this.granule = granule;
        this.coefficients = coefficients;
    }

    /**
     * A type 2 segment: x, y and z in km; velocity is the derivative.
     *
     * @param start first epoch covered, TDB seconds past J2000; not before the first granule's start
     * @param end last epoch covered, TDB seconds past J2000; not after the last granule's end
     * @throws IllegalArgumentException if the shape is uneven, the granules do not have three axes, or they do not
     *     cover the span
     */
    public RawSegment type2(int target, int center, int frame, double start, double end, String name) {
        return new RawSegment(target, center, frame, 2, start, end, name, words(2, 3, start, end));
    }

    /**
     * A type 3 segment: x, y, z in km, then vx, vy, vz in km/s with separate coefficients, so six axes.
     *
     * @see #type2 for the parameters and errors
     */
    public RawSegment type3(int target, int center, int frame, double start, double end, String name) {
        return new RawSegment(target, center, frame, 3, start, end, name, words(3, 6, start, end));
    }

    /** A type 2 segment with zero offset over its span, as DE kernels have for 199 wrt 1 and 299 wrt 2. */
    public static RawSegment zero(int target, int center, int frame, double start, double end, String name) {
        return new ChebyshevLayout(start, end - start, new double[1][3][2])
                .type2(target, center, frame, start, end, name);
    }

    private double[] words(int type, int axes, double start, double end) {
        int count = coefficients.length;
        if (count == 0) {
            throw new IllegalArgumentException("A segment needs at least one granule.");
        }
        if (!(granule > 0) || !(init <= start) || !(end - init <= granule * count)) {
            throw new IllegalArgumentException("%d granules of %s s from %s do not cover %s to %s; add granules."
                    .formatted(count, granule, init, start, end));
        }
        int terms = coefficients[0][0].length;
        int size = 2 + axes * terms;
        double[] data = new double[Math.addExact(Math.multiplyExact(count, size), TRAILER)];
        int at = 0;
        for (int i = 0; i < count; i++) {
            data[at++] = init + granule * i + granule / 2;
            data[at++] = granule / 2;
            if (coefficients[i].length != axes) {
                throw new IllegalArgumentException(
                        "Granule %d has %d axes; type %d needs %d.".formatted(i, coefficients[i].length, type, axes));
            }
            for (double[] axis : coefficients[i]) {
                if (axis.length != terms || terms == 0) {
                    throw new IllegalArgumentException(
                            "Granule %d has an axis with %d coefficients, but the first has %d."
                                    .formatted(i, axis.length, terms));
                }
                System.arraycopy(axis, 0, data, at, terms);
                at += terms;
            }
        }
        data[at++] = init;
        data[at++] = granule;
        data[at++] = size;
        data[at] = count;
        return data;
    }
}
