package orrery.ui.telemetry;

import java.util.Locale;
import orrery.telemetry.Measurement;
import orrery.ui.fx.Words;

/** Figures as text, short enough for a chart: three significant digits and a unit. */
final class FigureText {
    private static final Words WORDS = Words.of(TelemetryPanel.class);

    /** The text for a figure that is not available. */
    static final String MISSING = word("missing");

    private FigureText() {}

    /** A text about a number of things, by its key without the room's prefix. */
    static String count(long count, String key) {
        return WORDS.count(count, "telemetry." + key, count);
    }

    /** A text of this room, by its key without the room's prefix. */
    static String word(String key, Object... arguments) {
        return WORDS.get("telemetry." + key, arguments);
    }

    /** A duration in nanoseconds. */
    static String time(double nanos) {
        double size = Math.abs(nanos);
        if (size < 999.5) {
            return number(nanos) + " ns";
        }
        if (size < 999.5e3) {
            return number(nanos / 1e3) + " µs";
        }
        if (size < 999.5e6) {
            return number(nanos / 1e6) + " ms";
        }
        return size < 120e9 ? number(nanos / 1e9) + " s" : number(nanos / 60e9) + " min";
    }

    /** A duration in whole nanoseconds. */
    static String time(long nanos) {
        return time((double) nanos);
    }

    /** A whole number of bytes. */
    static String bytes(long bytes) {
        return bytes((double) bytes);
    }

    /** A whole count, abbreviated from ten thousand on. */
    static String count(long count) {
        return count((double) count);
    }

    /** A number of bytes, in powers of 1024. */
    static String bytes(double bytes) {
        double size = Math.abs(bytes);
        if (size < 1023.5) {
            return number(bytes) + " B";
        }
        if (size < 1023.5 * 1024) {
            return number(bytes / 1024) + " KiB";
        }
        return size < 1023.5 * 1024 * 1024
                ? number(bytes / (1024 * 1024)) + " MiB"
                : number(bytes / (1024.0 * 1024 * 1024)) + " GiB";
    }

    /** A rate per second. */
    static String rate(double rate) {
        return count(rate) + "/s";
    }

    /** A bare count, abbreviated from ten thousand on. */
    static String count(double count) {
        double size = Math.abs(count);
        if (size < 9999.5) {
            return size == Math.rint(size) ? Long.toString((long) count) : number(count);
        }
        return size < 999.5e3 ? number(count / 1e3) + " k" : number(count / 1e6) + " M";
    }

    /** A count in full, in groups of three. */
    static String whole(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String percent(double percent) {
        return number(percent) + " %";
    }

    /** A measured number of bytes, or a text that it is not available. */
    static String bytes(Measurement<? extends Number> measured) {
        return measured.value().map(number -> bytes(number.doubleValue())).orElse(MISSING);
    }

    /** Three significant digits, no exponent. */
    static String number(double value) {
        double size = Math.abs(value);
        int digits = size >= 99.95 || size == 0 ? 0 : size >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
