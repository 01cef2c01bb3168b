package orrery.time;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Writes epochs as ISO dates in one scale, at a fixed width: {@code 2026-11-22T12:34:56.789 UTC}.
 *
 * <p>Seconds are rounded to the nearest last digit, and the carry is propagated completely: a minute never shows 60.000
 * seconds, except in the leap second itself, which is written 23:59:60. A format in minutes or days truncates instead,
 * as clocks and calendars do. Within the years 0000 to 9999, all texts in a format have the same length. Other years
 * have a sign and as many digits as they need, at least four ({@code -0004}, {@code +17191}), so that {@link
 * Dates#parse} reads them back.
 *
 * <p>Immutable, and safe for any number of threads. {@link #write} allocates nothing.
 */
public final class EpochFormat {
    /** The length of the longest text that a format writes. */
    public static final int LONGEST = 48;

    private static final int MOST_DECIMALS = 12;
    private static final int DAYS = -2;
    private static final int MINUTES = -1;
    private static final long[] POWERS_OF_TEN = new long[MOST_DECIMALS + 1];

    static {
        POWERS_OF_TEN[0] = 1;
        for (int i = 1; i <= MOST_DECIMALS; i++) {
            POWERS_OF_TEN[i] = POWERS_OF_TEN[i - 1] * 10;
        }
    }

    private final TimeScale scale;
    /** The number of decimals of the seconds, or {@link #DAYS} or {@link #MINUTES}. */
    private final int decimals;

    private final char separator;
    private final boolean labeled;

    private EpochFormat(TimeScale scale, int decimals, char separator, boolean labeled) {
        this.scale = scale;
        this.decimals = decimals;
        this.separator = separator;
        this.labeled = labeled;
    }

    /**
     * Makes a format that writes the day that contains an epoch: {@code 2026-11-22 UTC}.
     *
     * @param scale the time scale of the dates
     * @return the format
     */
    public static EpochFormat days(TimeScale scale) {
        return new EpochFormat(scale, DAYS, 'T', true);
    }

    /**
     * Makes a format that writes the minute that contains an epoch: {@code 2026-11-22T12:34 UTC}.
     *
     * @param scale the time scale of the dates
     * @return the format
     */
    public static EpochFormat minutes(TimeScale scale) {
        return new EpochFormat(scale, MINUTES, 'T', true);
    }

    /**
     * Makes a format that writes an epoch to a fraction of a second: {@code 2026-11-22T12:34:56.789 UTC}.
     *
     * @param scale the time scale of the dates
     * @param decimals of the seconds, 0 to 12
     * @return the format
     * @throws IllegalArgumentException if {@code decimals} is outside 0 to 12
     */
    public static EpochFormat seconds(TimeScale scale, int decimals) {
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw new IllegalArgumentException("decimals run 0 to " + MOST_DECIMALS + ", not " + decimals);
        }
        return new EpochFormat(scale, decimals, 'T', true);
    }

    /** {@return this format with a space instead of the {@code T}} */
    public EpochFormat spaced() {
        return new EpochFormat(scale, decimals, ' ', labeled);
    }

    /** {@return this format without the name of the scale at the end} */
    public EpochFormat unlabeled() {
        return new EpochFormat(scale, decimals, separator, false);
    }

    /** {@return the time scale in which this format writes} */
    public TimeScale scale() {
        return scale;
    }

    /**
     * Writes an epoch.
     *
     * @param et TDB seconds past J2000; outside the years -999999 to +999999 it is written {@code et 1.0E30}
     * @return the date
     */
    public String format(double et) {
        char[] out = new char[LONGEST];
        return new String(out, 0, write(et, out, 0));
    }

    /**
     * Writes an epoch into a buffer and allocates nothing (except for an epoch outside the years -999999 to +999999).
     *
     * @param et TDB seconds past J2000
     * @param out the buffer, with at least {@link #LONGEST} elements from {@code at}
     * @param at the index of the first character
     * @return the index after the last character written
     */
    public int write(double et, char[] out, int at) {
        if (!isDate(et)) {
            return text("et " + et, out, at);
        }
        long day = scale.dayOf(et);
        double second = scale.secondOfDay(et, day);
        if (decimals < 0) {
            return label(write(day, Math.max(0, (long) second), 0, out, at), out);
        }
        long unit = POWERS_OF_TEN[decimals];
        long whole = (long) second;
        // Rounded separately from the whole seconds, so that twelve decimals do not exceed a double's 53 bits.
        long fraction = Math.round((second - whole) * unit);
        return label(carried(day, whole, fraction, out, at), out);
    }

    /**
     * Writes the shortest date, in a scale, that {@link Dates#parse} reads back as the same 64 bits: {@code
     * 2026-11-22T12:34:56.789 UTC}. If no date with up to twelve decimals does (within a day of J2000, or because of
     * the scale's rounding), it is a TDB date, and if no TDB date does either, {@code et 1.0E-300}.
     *
     * @param et TDB seconds past J2000, finite
     * @param scale the scale preferred
     * @return the date, with its scale
     */
    public static String exact(double et, TimeScale scale) {
        if (isDate(et)) {
            String inScale = shortest(et, scale);
            if (!inScale.isEmpty()) {
                return inScale;
            }
            String inTdb = scale == TimeScale.TDB ? "" : shortest(et, TimeScale.TDB);
            if (!inTdb.isEmpty()) {
                return inTdb;
            }
        }
        return "et " + et;
    }

    private static String shortest(double et, TimeScale scale) {
        long day = scale.dayOf(et);
        BigDecimal second = new BigDecimal(Math.max(0, scale.secondOfDay(et, day)));
        for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
            long units = second.setScale(decimals, RoundingMode.HALF_EVEN)
                    .unscaledValue()
                    .longValueExact();
            long unit = POWERS_OF_TEN[decimals];
            EpochFormat format = seconds(scale, decimals);
            char[] out = new char[LONGEST];
            int end = format.label(format.carried(day, units / unit, units % unit, out, 0), out);
            String date = new String(out, 0, end);
            if (Double.doubleToRawLongBits(parsed(date)) == Double.doubleToRawLongBits(et)) {
                return date;
            }
        }
        return "";
    }

    private static double parsed(String date) {
        try {
            return Dates.parse(date);
        } catch (DateFormatException beyondTheLastYear) {
            return Double.NaN;
        }
    }

    private static boolean isDate(double et) {
        return et >= Dates.first() && et < Dates.end();
    }

    /** Writes a reading whose fraction may have been rounded up to a whole second, and possibly into the next day. */
    private int carried(long day, long second, long fraction, char[] out, int at) {
        boolean carry = fraction >= POWERS_OF_TEN[decimals];
        long whole = carry ? second + 1 : Math.max(0, second);
        long rest = carry ? 0 : fraction;
        return whole >= scale.lengthOfDay(day)
                ? write(day + 1, whole - scale.lengthOfDay(day), rest, out, at)
                : write(day, whole, rest, out, at);
    }

    private int write(long day, long second, long fraction, char[] out, int from) {
        long date = Gregorian.date(day);
        int at = year(Gregorian.yearOf(date), out, from);
        out[at++] = '-';
        at = digits(Gregorian.monthOf(date), 2, out, at);
        out[at++] = '-';
        at = digits(Gregorian.dayOfMonthOf(date), 2, out, at);
        if (decimals == DAYS) {
            return at;
        }
        // The leap second, the 86401st, belongs to the minute before.
        long minute = Math.min(second / 60, 1439);
        out[at++] = separator;
        at = digits(minute / 60, 2, out, at);
        out[at++] = ':';
        at = digits(minute % 60, 2, out, at);
        if (decimals == MINUTES) {
            return at;
        }
        out[at++] = ':';
        at = digits(second - minute * 60, 2, out, at);
        if (decimals > 0) {
            out[at++] = '.';
            at = digits(fraction, decimals, out, at);
        }
        return at;
    }

    private int label(int from, char[] out) {
        if (!labeled) {
            return from;
        }
        out[from] = ' ';
        return text(scale.name(), out, from + 1);
    }

    private static int year(long year, char[] out, int from) {
        int at = from;
        if (year < 0) {
            out[at++] = '-';
        } else if (year > 9999) {
            out[at++] = '+';
        }
        long magnitude = Math.abs(year);
        int width = 4;
        while (width < MOST_DECIMALS && magnitude >= POWERS_OF_TEN[width]) {
            width++;
        }
        return digits(magnitude, width, out, at);
    }

    private static int digits(long value, int width, char[] out, int at) {
        long rest = value;
        for (int i = at + width - 1; i >= at; i--) {
            out[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        return at + width;
    }

    private static int text(String text, char[] out, int at) {
        text.getChars(0, text.length(), out, at);
        return at + text.length();
    }
}
