package orrery.ui.orrery;

import java.util.Locale;

/** Angles as shown on screen and in copies: with a fixed number of digits and a true minus sign. */
final class Angles {
    private static final char MINUS = '\u2212';

    private Angles() {}

    /** Right ascension: {@code 05h 12m 33.12s}. */
    static String hours(double radians) {
        long hundredths = Math.floorMod(Math.round(Math.toDegrees(radians) * 240 * 100), 8_640_000L);
        return String.format(
                Locale.ROOT,
                "%02dh %02dm %02d.%02ds",
                hundredths / 360_000,
                hundredths / 6000 % 60,
                hundredths / 100 % 60,
                hundredths % 100);
    }

    /** Declination: {@code +23° 04′ 11.2″}. */
    static String arc(double radians) {
        long tenths = Math.round(Math.abs(Math.toDegrees(radians)) * 36_000);
        return String.format(
                Locale.ROOT,
                "%s%02d\u00b0 %02d\u2032 %02d.%d\u2033",
                radians < 0 && tenths > 0 ? MINUS : '+',
                tenths / 36_000,
                tenths / 600 % 60,
                tenths / 10 % 60,
                tenths % 10);
    }

    /** Degrees with decimals, without a unit. */
    static String degrees(double radians, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", Math.toDegrees(radians))
                .replace('-', MINUS);
    }

    /** Degrees with decimals and always a sign, without a unit. */
    static String signed(double radians, int decimals) {
        return String.format(Locale.ROOT, "%+." + decimals + "f", Math.toDegrees(radians))
                .replace('-', MINUS);
    }

    /** A small angle in a suitable unit: {@code 31′ 12.4″} or {@code 44.72″}, with its unit. */
    static String small(double radians) {
        double seconds = Math.toDegrees(radians) * 3600;
        if (seconds >= 3600) {
            return degrees(radians, 4) + "\u00b0";
        }
        if (seconds < 60) {
            return String.format(Locale.ROOT, seconds < 0.1 ? "%.4f\u2033" : "%.2f\u2033", seconds);
        }
        long tenths = Math.round(seconds * 10);
        return String.format(Locale.ROOT, "%d\u2032 %02d.%d\u2033", tenths / 600, tenths / 10 % 60, tenths % 10);
    }
}
