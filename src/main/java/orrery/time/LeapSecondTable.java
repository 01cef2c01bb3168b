package orrery.time;

import java.util.Arrays;

/**
 * TAI - UTC over time: its values in seconds, and the UTC days from which they apply.
 *
 * <p>Immutable, and safe for any number of threads.
 */
public final class LeapSecondTable {
    private static final long[][] NAIF0012 = {
        {10, Gregorian.day(1972, 1, 1)},
        {11, Gregorian.day(1972, 7, 1)},
        {12, Gregorian.day(1973, 1, 1)},
        {13, Gregorian.day(1974, 1, 1)},
        {14, Gregorian.day(1975, 1, 1)},
        {15, Gregorian.day(1976, 1, 1)},
        {16, Gregorian.day(1977, 1, 1)},
        {17, Gregorian.day(1978, 1, 1)},
        {18, Gregorian.day(1979, 1, 1)},
        {19, Gregorian.day(1980, 1, 1)},
        {20, Gregorian.day(1981, 7, 1)},
        {21, Gregorian.day(1982, 7, 1)},
        {22, Gregorian.day(1983, 7, 1)},
        {23, Gregorian.day(1985, 7, 1)},
        {24, Gregorian.day(1988, 1, 1)},
        {25, Gregorian.day(1990, 1, 1)},
        {26, Gregorian.day(1991, 1, 1)},
        {27, Gregorian.day(1992, 7, 1)},
        {28, Gregorian.day(1993, 7, 1)},
        {29, Gregorian.day(1994, 7, 1)},
        {30, Gregorian.day(1996, 1, 1)},
        {31, Gregorian.day(1997, 7, 1)},
        {32, Gregorian.day(1999, 1, 1)},
        {33, Gregorian.day(2006, 1, 1)},
        {34, Gregorian.day(2009, 1, 1)},
        {35, Gregorian.day(2012, 7, 1)},
        {36, Gregorian.day(2015, 7, 1)},
        {37, Gregorian.day(2017, 1, 1)},
    };

    /** The table {@code DELTET/DELTA_AT} of NAIF's {@code naif0012.tls} (2016-07-14), that of IERS Bulletin C 52. */
    public static final LeapSecondTable BUILT_IN = new LeapSecondTable(
            "built in (naif0012.tls)",
            Arrays.stream(NAIF0012).mapToInt(row -> (int) row[0]).toArray(),
            Arrays.stream(NAIF0012).mapToLong(row -> row[1]).toArray());

    private final String source;
    private final int[] seconds;
    private final long[] days;

    private LeapSecondTable(String source, int[] seconds, long[] days) {
        this.source = source;
        this.seconds = seconds;
        this.days = days;
    }

    /**
     * Makes a table.
     *
     * @param source where the values come from, for messages
     * @param seconds TAI - UTC in seconds, one for each of {@code days}; copied
     * @param days since 2000-01-01 UTC, ascending; each value applies from the midnight that begins its day; copied
     * @return the table
     * @throws IllegalArgumentException if the arrays are empty or differ in length, or the days do not ascend
     */
    public static LeapSecondTable of(String source, int[] seconds, long[] days) {
        if (seconds.length == 0 || seconds.length != days.length) {
            throw new IllegalArgumentException(seconds.length + " differences for " + days.length + " days");
        }
        for (int i = 1; i < days.length; i++) {
            if (days[i] <= days[i - 1]) {
                throw new IllegalArgumentException("entry " + (i + 1) + " is not later than the one before it");
            }
        }
        return new LeapSecondTable(source, seconds.clone(), days.clone());
    }

    /** {@return where the values come from: a file's name, or {@code built in (naif0012.tls)}} */
    public String source() {
        return source;
    }

    boolean hasValuesOf(LeapSecondTable other) {
        return Arrays.equals(seconds, other.seconds) && Arrays.equals(days, other.days);
    }

    /** {@return TAI - UTC after the last entry, in seconds} */
    public int last() {
        return seconds[seconds.length - 1];
    }

    /** TAI - UTC on a UTC day. Before the first entry, SPICE uses one second less than that entry, and so do we. */
    int taiMinusUtc(long day) {
        for (int i = days.length - 1; i >= 0; i--) {
            if (day >= days[i]) {
                return seconds[i];
            }
        }
        return beforeFirst();
    }

    private int beforeFirst() {
        return seconds[0] - 1;
    }

    boolean endsWithLeapSecond(long day) {
        return taiMinusUtc(day + 1) > taiMinusUtc(day);
    }

    /**
     * TAI of a UTC clock reading. As SPICE's {@code TTRANS} does, it counts the seconds from the last day in the table,
     * rounds, and only then adds that day's TAI.
     */
    double taiOf(long day, double secondOfDay) {
        long reference = endsWithLeapSecond(day) ? day : lastChangeBefore(day);
        return taiAtStartOf(reference) + (secondOfDay + (double) ((day - reference) * Gregorian.SECONDS_PER_DAY));
    }

    private long lastChangeBefore(long day) {
        for (int i = days.length - 1; i >= 0; i--) {
            if (day >= days[i]) {
                return days[i];
            }
        }
        return days[0] - 1;
    }

    /** TAI seconds past 2000-01-01T12:00:00 TAI at the midnight that begins a UTC day: a whole number. */
    double taiAtStartOf(long day) {
        return Gregorian.startOfDay(day) + taiMinusUtc(day);
    }

    /** The UTC day, since 2000-01-01, that contains a TAI epoch. */
    long dayOfTai(double tai) {
        long day = Gregorian.dayOfFormal(tai - beforeFirst());
        while (tai < taiAtStartOf(day)) {
            day--;
        }
        return day;
    }
}
