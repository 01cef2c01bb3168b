package orrery.time;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Converts dates as people type them to TDB seconds past J2000 ({@code et}).
 *
 * <p>A date without a suffix is TDB; {@code TDB}, {@code TT}, {@code UTC} or {@code Z}, {@code TAI} or {@code GPS}
 * after it selects another scale. Accepted, in upper or lower case:
 *
 * <ul>
 *   <li>{@code 2026-11-22}, {@code 2026-11-22T12:34}, {@code 2026-11-22 12:34:56.789 UTC}, {@code
 *       2026-11-22T12:34:56Z};
 *   <li>{@code 2026-11-22T12:34+02:00}, {@code +0200} or {@code +02}: a clock that far ahead of UTC;
 *   <li>{@code 2026-11-22T24:00}: the end of a day, which is the next one's 00:00;
 *   <li>{@code 2026-326} and {@code 2026-326T12:34:56}: the day of the year;
 *   <li>{@code 1969} and {@code 2026-11}: the first instant of a year or a month;
 *   <li>years with a sign, and years of more than four digits: {@code -13000-01-01}, {@code +17191-03-15}. The calendar
 *       is the proleptic Gregorian one; the year 0 is 1 BC;
 *   <li>{@code 23:59:60}, in UTC, on a day that ends with a leap second;
 *   <li>{@code JD 2451545.0}, {@code MJD 60000 UTC}, and a bare {@code 2451545.0}, which can only be a Julian date;
 *   <li>{@code et 123.5}: TDB seconds past J2000;
 *   <li>{@code now}.
 * </ul>
 *
 * <p>Calendar dates give the same double as SPICE's {@code STR2ET} with {@code naif0012.tls}. The whole days and the
 * fraction of a Julian date are read separately, so it is accurate to a nanosecond, while SPICE uses one double and is
 * accurate to about 20 microseconds.
 */
public final class Dates {
    /** The last year that can be read or written; the first is its negative. */
    public static final int LAST_YEAR = 999_999;

    /** 1970-01-01 as days since 2000-01-01. */
    private static final long UNIX_EPOCH = -10_957;

    private Dates() {}

    /**
     * Reads a date.
     *
     * @param text what a person typed
     * @return TDB seconds past J2000, finite
     * @throws DateFormatException if the text is not a date; no text causes any other exception
     */
    public static double parse(String text) {
        return parse(text, InstantSource.system());
    }

    /**
     * Reads a date, with a clock for {@code now}.
     *
     * @param text what a person typed
     * @param clock what {@code now} means
     * @return TDB seconds past J2000, finite
     * @throws DateFormatException if the text is not a date
     */
    public static double parse(String text, InstantSource clock) {
        return new DateParser(text, clock).parse();
    }

    /** {@return the current time by the system's clock, TDB seconds past J2000} */
    public static double now() {
        return of(Instant.now());
    }

    /**
     * Converts a system time to an epoch.
     *
     * @param instant a time of the system's clock, which counts UTC without leap seconds
     * @return TDB seconds past J2000
     */
    public static double of(Instant instant) {
        long day = Math.floorDiv(instant.getEpochSecond(), Gregorian.SECONDS_PER_DAY);
        long second = instant.getEpochSecond() - day * Gregorian.SECONDS_PER_DAY;
        return TimeScale.UTC.toEt(day + UNIX_EPOCH, second + instant.getNano() * 1e-9);
    }

    /**
     * Converts an epoch to a system time, to the nanosecond; a leap second becomes the second before it.
     *
     * @param et TDB seconds past J2000, in a year that the system supports
     * @return the instant
     */
    public static Instant instant(double et) {
        long day = TimeScale.UTC.dayOf(et);
        double second =
                Math.clamp(TimeScale.UTC.secondOfDay(et, day), 0, Math.nextDown((double) Gregorian.SECONDS_PER_DAY));
        long whole = (long) second;
        return Instant.ofEpochSecond(
                (day - UNIX_EPOCH) * Gregorian.SECONDS_PER_DAY + whole, (long) ((second - whole) * 1e9));
    }

    /** The first epoch that can be read or written as a date: -999999-01-01T00:00:00 TDB. */
    static double first() {
        return Gregorian.startOfDay(Gregorian.day(-LAST_YEAR, 1, 1));
    }

    /** The epoch just after the last that can be read or written as a date: +1000000-01-01T00:00:00 TDB. */
    static double end() {
        return Gregorian.startOfDay(Gregorian.day(LAST_YEAR + 1L, 1, 1));
    }
}
