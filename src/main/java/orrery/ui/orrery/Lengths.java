package orrery.ui.orrery;

import java.util.Locale;
import orrery.math.Constants;

/** Lengths, speeds and times as shown on screen: four to six figures, with a suitable unit. */
final class Lengths {
    private static final String[] GROUPS = {"%,.0f", "%,.1f", "%,.2f", "%,.3f", "%,.4f"};

    private Lengths() {}

    /** A round length for the grid. */
    static String round(double km) {
        double au = km / Constants.AU;
        if (au >= 0.0199) {
            return trim(au) + "\u2009au";
        }
        return km >= 1e6 ? trim(km / 1e6) + "\u2009M\u2009km" : trim(km) + "\u2009km";
    }

    /** A length to three figures, in a suitable unit. */
    static String roughly(double km) {
        double unit = km >= 0.02 * Constants.AU ? Constants.AU : 1;
        double value = Math.max(km, 1e-3) / unit;
        double digits = Math.pow(10, 2 - Math.floor(Math.log10(value)));
        return round(Math.round(value * digits) / digits * unit);
    }

    private static String trim(double value) {
        long whole = Math.round(value);
        if (Math.abs(value - whole) < 1e-9 * Math.max(1, value)) {
            return String.format(Locale.ROOT, "%,d", whole);
        }
        return String.format(Locale.ROOT, "%.3g", value).replaceAll("0+$", "");
    }

    static String au(double km) {
        return String.format(Locale.ROOT, "%.6f", km / Constants.AU);
    }

    static String km(double km) {
        double size = Math.abs(km);
        return grouped(km, size >= 1e5 ? 0 : size >= 1e3 ? 1 : 3);
    }

    static String speed(double kmPerSecond) {
        return grouped(kmPerSecond, 4);
    }

    private static String grouped(double value, int decimals) {
        return String.format(Locale.ROOT, GROUPS[decimals], value).replace('-', '\u2212');
    }

    /** A duration in seconds: 1.282 s, 8 min 17.3 s, 4 h 05 min 12 s. */
    static String seconds(double seconds) {
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.3f\u2009s", seconds);
        }
        long tenths = Math.round(seconds * 10);
        long minutes = tenths / 600;
        if (minutes < 60) {
            return String.format(Locale.ROOT, "%d\u2009min %04.1f\u2009s", minutes, (tenths % 600) / 10.0);
        }
        return String.format(
                Locale.ROOT, "%d\u2009h %02d\u2009min %02d\u2009s", minutes / 60, minutes % 60, tenths % 600 / 10);
    }

    /** A period in days or years. */
    static String period(double seconds) {
        double days = seconds / Constants.DAY;
        return days < 1000
                ? String.format(Locale.ROOT, "%.3f\u2009d", days)
                : String.format(Locale.ROOT, "%.3f\u2009yr", seconds / Constants.JULIAN_YEAR);
    }
}
