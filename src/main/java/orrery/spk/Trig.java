package orrery.spk;

/**
 * Sines and cosines that are the same on every machine and make no objects.
 *
 * <p>{@code StrictMath} makes an array to bring an angle below a quarter of pi. Here that is done as fdlibm does it
 * (Cody and Waite), for angles up to half a million turns; larger ones, which no sound kernel leads to, go the slow way.
 */
final class Trig {
    /** Pi / 2 in three pieces of 33 bits: {@code n * piece} is exact for whole n below 2^20 (fdlibm, {@code e_rem_pio2.c}). */
    private static final double PIO2_1 = 0x1.921fb544p0;

    private static final double PIO2_2 = 0x1.0b4611a6p-34;
    private static final double PIO2_3 = 0x1.3198a2e037073p-69;
    private static final double TWO_OVER_PI = 2 / Math.PI;
    private static final double LARGEST = 0x1p19;

    private Trig() {}

    /**
     * The remainder of {@code x / y}, with the sign of {@code x}, as {@code D_MOD} of SPICE's run-time library computes
     * it: a product is rounded where Java's {@code %} would be exact, and SPICE's bits need that rounding.
     */
    static double mod(double x, double y) {
        double quotient = x / y;
        return x - y * (quotient >= 0 ? Math.floor(quotient) : -Math.floor(-quotient));
    }

    /** A number to the power of two thirds; {@code StrictMath.pow} would make arrays. */
    static double twoThirds(double x) {
        double root = StrictMath.cbrt(x);
        return root * root;
    }

    static double sin(double angle) {
        if (Math.abs(angle) <= Math.PI / 4 || !(Math.abs(angle) < LARGEST)) {
            return StrictMath.sin(angle);
        }
        double n = Math.rint(angle * TWO_OVER_PI);
        return turned(angle, n, (int) n);
    }

    static double cos(double angle) {
        if (Math.abs(angle) <= Math.PI / 4 || !(Math.abs(angle) < LARGEST)) {
            return StrictMath.cos(angle);
        }
        double n = Math.rint(angle * TWO_OVER_PI);
        return turned(angle, n, (int) n + 1);
    }

    /** The sine of {@code angle - (n - quarter) pi / 2}, where {@code angle - n pi / 2} is small. */
    private static double turned(double angle, double n, int quarter) {
        double high = angle - n * PIO2_1;
        double low = n * PIO2_2;
        double rest = high - low;
        double tail = ((high - rest) - low) - n * PIO2_3;
        // Where the angle is near a multiple of pi / 2, the tail may be as large as the rest.
        double x = rest + tail;
        double dx = (rest - x) + tail;
        return switch (quarter & 3) {
            case 0 -> StrictMath.sin(x) + dx * StrictMath.cos(x);
            case 1 -> StrictMath.cos(x) - dx * StrictMath.sin(x);
            case 2 -> -(StrictMath.sin(x) + dx * StrictMath.cos(x));
            default -> -(StrictMath.cos(x) - dx * StrictMath.sin(x));
        };
    }
}
