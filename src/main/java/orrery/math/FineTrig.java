package orrery.math;

/**
 * Sines and cosines that are correctly rounded except in about one case in several million: the double nearest to the
 * true value, as current C libraries return it. They reproduce, bit for bit, rotations that SPICE computed with such a
 * library; {@code StrictMath}, accurate to one unit in the last place, does not.
 *
 * <p>Sums and products are pairs of doubles (Dekker, Numer. Math. 18 (1971) 224), without fused operations: the results
 * have the same bits on every machine. Allocates nothing; safe for any number of threads.
 */
public final class FineTrig {
    private static final double TWO_OVER_PI = 0.6366197723675814;

    /** Pi / 2 in three doubles. */
    private static final double PIO2_1 = 1.5707963267948966;

    private static final double PIO2_2 = 6.123233995736766e-17;
    private static final double PIO2_3 = -1.4973849048591698e-33;

    /** Beyond this many quarter turns the three doubles no longer suffice. */
    private static final double LARGEST = 1e9;

    private static final double SPLITTER = 134_217_729.0;

    /** The terms of the sine in z = x^2, each in two doubles where that is needed. */
    private static final double S1 = -0.16666666666666666;

    private static final double S1_REST = -9.25185853854297e-18;
    private static final double S2 = 0.008333333333333333;
    private static final double S2_REST = 1.1564823173178714e-19;
    private static final double S3 = -0.0001984126984126984;
    private static final double S3_REST = -1.7209558293420705e-22;
    private static final double S4 = 2.7557319223985893e-06;
    private static final double S4_REST = -1.858393274046472e-22;
    private static final double S5 = -2.505210838544172e-08;
    private static final double S6 = 1.6059043836821613e-10;
    private static final double S7 = -7.647163731819816e-13;
    private static final double S8 = 2.8114572543455206e-15;
    private static final double S9 = -8.22063524662433e-18;
    private static final double S10 = 1.9572941063391263e-20;
    private static final double S11 = -3.868170170630684e-23;

    /** The terms of the cosine likewise. */
    private static final double C1 = -0.5;

    private static final double C2 = 0.041666666666666664;
    private static final double C2_REST = 2.3129646346357427e-18;
    private static final double C3 = -0.001388888888888889;
    private static final double C3_REST = 5.300543954373577e-20;
    private static final double C4 = 2.48015873015873e-05;
    private static final double C4_REST = 2.1511947866775882e-23;
    private static final double C5 = -2.755731922398589e-07;
    private static final double C5_REST = -2.3767714622250297e-23;
    private static final double C6 = 2.08767569878681e-09;
    private static final double C7 = -1.1470745597729725e-11;
    private static final double C8 = 4.779477332387385e-14;
    private static final double C9 = -1.5619206968586225e-16;
    private static final double C10 = 4.110317623312165e-19;
    private static final double C11 = -8.896791392450574e-22;

    private FineTrig() {}

    /**
     * Computes a sine, correctly rounded except in about one case in several million; above a thousand million quarter
     * turns, uses {@link StrictMath#sin}.
     *
     * @param angle radians
     * @return its sine
     */
    public static double sin(double angle) {
        return turned(angle, 0);
    }

    /**
     * Computes a cosine, correctly rounded except in about one case in several million; above a thousand million
     * quarter turns, uses {@link StrictMath#cos}.
     *
     * @param angle radians
     * @return its cosine
     */
    public static double cos(double angle) {
        return turned(angle, 1);
    }

    /** The sine of {@code angle + ahead * pi / 2}. */
    private static double turned(double angle, int ahead) {
        double n = Math.rint(angle * TWO_OVER_PI);
        if (!(Math.abs(n) < LARGEST)) {
            return ahead == 0 ? StrictMath.sin(angle) : StrictMath.cos(angle);
        }
        double x = angle;
        double rest = 0;
        if (n != 0) {
            double p1 = n * PIO2_1;
            double e1 = productRest(n, PIO2_1, p1);
            double p2 = n * PIO2_2;
            double e2 = productRest(n, PIO2_2, p2);
            double t = angle - p1;
            double a = t - e1;
            double aRest = differenceRest(t, e1, a);
            double b = a - p2;
            double bRest = differenceRest(a, p2, b);
            double low = aRest + bRest - e2 - n * PIO2_3;
            x = b + low;
            rest = low - (x - b);
        }
        int quarter = (int) n + ahead;
        double value = (quarter & 1) == 0 ? sine(x, rest) : cosine(x, rest);
        return (quarter & 2) == 0 ? value : -value;
    }

    /** The sine of {@code x + rest} between -pi / 4 and pi / 4. */
    private static double sine(double x, double rest) {
        if (x == 0) {
            return x;
        }
        double z = x * x;
        double zRest = productRest(x, x, z) + 2 * x * rest;
        double tail = S5 + z * (S6 + z * (S7 + z * (S8 + z * (S9 + z * (S10 + z * S11)))));
        double h = z * tail;
        double hRest = 0;
        double s = S4 + h;
        double sRest = h - (s - S4) + S4_REST + hRest;
        h = s * z;
        hRest = productRest(s, z, h) + (s * zRest + sRest * z);
        s = S3 + h;
        sRest = h - (s - S3) + S3_REST + hRest;
        h = s * z;
        hRest = productRest(s, z, h) + (s * zRest + sRest * z);
        s = S2 + h;
        sRest = h - (s - S2) + S2_REST + hRest;
        h = s * z;
        hRest = productRest(s, z, h) + (s * zRest + sRest * z);
        s = S1 + h;
        sRest = h - (s - S1) + S1_REST + hRest;
        h = s * z;
        hRest = productRest(s, z, h) + (s * zRest + sRest * z);
        double w = h * x;
        double wRest = productRest(h, x, w) + (h * rest + hRest * x);
        double sum = x + w;
        return sum + (w - (sum - x) + rest + wRest);
    }

    /** The cosine of {@code x + rest} between -pi / 4 and pi / 4. */
    private static double cosine(double x, double rest) {
        double z = x * x;
        double zRest = productRest(x, x, z) + 2 * x * rest;
        double tail = C6 + z * (C7 + z * (C8 + z * (C9 + z * (C10 + z * C11))));
        double h = z * tail;
        double hRest = 0;
        double s = C5 + h;
        double sRest = h - (s - C5) + C5_REST + hRest;
        h = s * z;
        hRest = productRest(s, z, h) + (s * zRest + sRest * z);
        s = C4 + h;
        sRest = h - (s - C4) + C4_REST + hRest;
        h = s * z;
        hRest = productRest(s, z, h) + (s * zRest + sRest * z);
        s = C3 + h;
        sRest = h - (s - C3) + C3_REST + hRest;
        h = s * z;
        hRest = productRest(s, z, h) + (s * zRest + sRest * z);
        s = C2 + h;
        sRest = h - (s - C2) + C2_REST + hRest;
        h = s * z;
        hRest = productRest(s, z, h) + (s * zRest + sRest * z);
        s = C1 + h;
        sRest = h - (s - C1) + hRest;
        h = s * z;
        hRest = productRest(s, z, h) + (s * zRest + sRest * z);
        double sum = 1 + h;
        return sum + (h - (sum - 1) + hRest);
    }

    /** The exact rounding error of the product {@code p} of two doubles. */
    private static double productRest(double a, double b, double p) {
        double t = SPLITTER * a;
        double aHigh = t - (t - a);
        double aLow = a - aHigh;
        t = SPLITTER * b;
        double bHigh = t - (t - b);
        double bLow = b - bHigh;
        return aHigh * bHigh - p + aHigh * bLow + aLow * bHigh + aLow * bLow;
    }

    /** The exact rounding error of the difference {@code d} of two doubles. */
    private static double differenceRest(double a, double b, double d) {
        double t = a - d;
        return a - (d + t) + (t - b);
    }
}
