package orrery.math;

/**
 * Sines and cosines with {@code StrictMath}'s bits, the same on every machine, without allocation.
 *
 * <p>{@code StrictMath} allocates an array in every call, which only the optimizing compiler removes, and only if it
 * inlines the call. Here, the same steps (fdlibm: {@code e_rem_pio2.c}, {@code k_sin.c}, {@code k_cos.c}) use local
 * variables, for angles up to eighty thousand turns; larger ones, which no sound kernel produces, are passed to {@code
 * StrictMath}. Safe for any number of threads.
 */
public final class Trig {
    /**
     * Pi / 2 in pieces of 33 bits, each with the remainder that follows it: {@code n * piece} is exact for n below
     * 2^19.
     */
    private static final double PIO2_1 = 1.5707963267341256;

    private static final double PIO2_1_REST = 6.077100506506192e-11;
    private static final double PIO2_2 = 6.077100506303966e-11;
    private static final double PIO2_2_REST = 2.0222662487959506e-21;
    private static final double PIO2_3 = 2.0222662487111665e-21;
    private static final double PIO2_3_REST = 8.4784276603689e-32;
    private static final double TWO_OVER_PI = 0.6366197723675814;

    /** The polynomial of the sine between -pi / 4 and pi / 4. */
    private static final double S1 = -0.16666666666666632;

    private static final double S2 = 0.00833333333332249;
    private static final double S3 = -0.0001984126982985795;
    private static final double S4 = 2.7557313707070068e-06;
    private static final double S5 = -2.5050760253406863e-08;
    private static final double S6 = 1.58969099521155e-10;

    /** The polynomial of the cosine between -pi / 4 and pi / 4. */
    private static final double C1 = 0.0416666666666666;

    private static final double C2 = -0.001388888888887411;
    private static final double C3 = 2.480158728947673e-05;
    private static final double C4 = -2.7557314351390663e-07;
    private static final double C5 = 2.087572321298175e-09;
    private static final double C6 = -1.1359647557788195e-11;

    /** Pi / 4 and every number with the same upper 32 bits: up to here no reduction is needed. */
    private static final double QUARTER = 0x1.921fbffffffffp-1;

    /** 0.78125 and every number with the same upper 32 bits. */
    private static final double NEAR_QUARTER = 0x1.90000ffffffffp-1;

    /** The bits of the first number with the same upper 32 bits as 0.3. */
    private static final long FROM_SPLIT = 0x3fd3333300000000L;

    /** Above this, the pieces of pi / 2 are not enough. */
    private static final double LARGEST = 0x1p19;

    private Trig() {}

    /**
     * Computes the remainder of {@code x / y}, with the sign of {@code x}, as {@code D_MOD} in SPICE's run-time library
     * does: it rounds a product where Java's {@code %} would be exact, and SPICE's bits need that rounding.
     *
     * @param x dividend
     * @param y divisor, not zero
     * @return the remainder
     */
    public static double mod(double x, double y) {
        double size = Math.abs(x);
        if (size < y) {
            // The quotient, rounded or not, is below 1. Adding 0.0 turns -0.0 into 0.0, as the general formula does.
            return x + 0.0;
        }
        double quotient = x / y;
        return x - y * (quotient >= 0 ? Math.floor(quotient) : -Math.floor(-quotient));
    }

    /**
     * Raises a number to the power of two thirds, without the arrays that {@code StrictMath.pow} allocates.
     *
     * @param x the number
     * @return {@code x} to the power 2/3
     */
    public static double twoThirds(double x) {
        double root = StrictMath.cbrt(x);
        return root * root;
    }

    /**
     * Computes a sine with the bits of {@link StrictMath#sin}.
     *
     * @param angle radians
     * @return its sine
     */
    public static double sin(double angle) {
        double size = Math.abs(angle);
        if (!(size < LARGEST)) {
            return StrictMath.sin(angle);
        }
        return size <= QUARTER ? sine(angle) : turned(angle, 0);
    }

    /**
     * Computes a cosine with the bits of {@link StrictMath#cos}.
     *
     * @param angle radians
     * @return its cosine
     */
    public static double cos(double angle) {
        double size = Math.abs(angle);
        if (!(size < LARGEST)) {
            return StrictMath.cos(angle);
        }
        return size <= QUARTER ? cosine(angle, 0) : turned(angle, 1);
    }

    /**
     * Computes sine and cosine of one angle, in about the time of one of them.
     *
     * @param angle radians
     * @param out receives {@link #sin} and {@link #cos} of it, bit for bit, at 0 and 1
     */
    public static void sinCos(double angle, double[] out) {
        double size = Math.abs(angle);
        if (!(size < LARGEST)) {
            out[0] = StrictMath.sin(angle);
            out[1] = StrictMath.cos(angle);
            return;
        }
        if (size <= QUARTER) {
            out[0] = sine(angle);
            out[1] = cosine(angle, 0);
            return;
        }
        // As in {@code turned}, for both together.
        int n = (int) (size * TWO_OVER_PI + 0.5);
        double r = size - n * PIO2_1;
        double w = n * PIO2_1_REST;
        double x = r - w;
        int exponent = Math.getExponent(size);
        if (exponent - Math.getExponent(x) > 16) {
            double t = r;
            w = n * PIO2_2;
            r = t - w;
            w = n * PIO2_2_REST - ((t - r) - w);
            x = r - w;
            if (exponent - Math.getExponent(x) > 49) {
                t = r;
                w = n * PIO2_3;
                r = t - w;
                w = n * PIO2_3_REST - ((t - r) - w);
                x = r - w;
            }
        }
        double rest = (r - x) - w;
        int quarter = n;
        if (angle < 0) {
            x = -x;
            rest = -rest;
            quarter = -n;
        }
        double s = sine(x, rest);
        double c = cosine(x, rest);
        boolean swapped = (quarter & 1) != 0;
        double sin = swapped ? c : s;
        double cos = swapped ? s : c;
        out[0] = (quarter & 2) == 0 ? sin : -sin;
        out[1] = ((quarter + 1) & 2) == 0 ? cos : -cos;
    }

    /**
     * The sine of {@code angle + ahead * pi / 2}: first reduced to between -pi / 4 and pi / 4, together with the
     * rounding error.
     */
    private static double turned(double angle, int ahead) {
        double size = Math.abs(angle);
        int n = (int) (size * TWO_OVER_PI + 0.5);
        double r = size - n * PIO2_1;
        double w = n * PIO2_1_REST;
        double x = r - w;
        int exponent = Math.getExponent(size);
        if (exponent - Math.getExponent(x) > 16) {
            double t = r;
            w = n * PIO2_2;
            r = t - w;
            w = n * PIO2_2_REST - ((t - r) - w);
            x = r - w;
            if (exponent - Math.getExponent(x) > 49) {
                t = r;
                w = n * PIO2_3;
                r = t - w;
                w = n * PIO2_3_REST - ((t - r) - w);
                x = r - w;
            }
        }
        double rest = (r - x) - w;
        boolean negative = angle < 0;
        int quarter = (negative ? -n : n) + ahead;
        if (negative) {
            x = -x;
            rest = -rest;
        }
        double value = (quarter & 1) == 0 ? sine(x, rest) : cosine(x, rest);
        return (quarter & 2) == 0 ? value : -value;
    }

    /** The sine between -pi / 4 and pi / 4. */
    private static double sine(double x) {
        if (Math.abs(x) < 0x1p-27) {
            return x;
        }
        double z = x * x;
        return x + z * x * (S1 + z * sineRest(z));
    }

    /** The sine of {@code x + rest}, between -pi / 4 and pi / 4. */
    private static double sine(double x, double rest) {
        if (Math.abs(x) < 0x1p-27) {
            return x;
        }
        double z = x * x;
        double v = z * x;
        return x - ((z * (0.5 * rest - v * sineRest(z)) - rest) - v * S1);
    }

    private static double sineRest(double z) {
        return S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)));
    }

    /** The cosine of {@code x + rest}, between -pi / 4 and pi / 4. */
    private static double cosine(double x, double rest) {
        double size = Math.abs(x);
        if (size < 0x1p-27) {
            return 1;
        }
        double z = x * x;
        double r = z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))));
        // Below 0.3, zero; above, a number near x^2 / 2 with few bits, so that 1 minus it is exact.
        long bits = Double.doubleToRawLongBits(size);
        double q = size > NEAR_QUARTER
                ? 0.28125
                : Double.longBitsToDouble(
                        ((bits & 0xffffffff00000000L) - 0x0020000000000000L) & ~((bits - FROM_SPLIT) >> 63));
        return (1 - q) - ((0.5 * z - q) - (z * r - x * rest));
    }
}
