package orrery.time;

/**
 * TAI - UTC, as SPICE knows it: the table {@code DELTET/DELTA_AT} of NAIF's leap second kernel {@code naif0012.tls}
 * (2016-07-14), which is that of IERS Bulletin C 52.
 *
 * <p>Before 1972 SPICE takes 9 s throughout, and so do we: the last day of 1971 is one second longer. After the last
 * entry the difference stays at 37 s; IERS has announced no further leap second.
 */
public final class LeapSeconds {
    private static final int BEFORE_1972 = 9;

    /** TAI - UTC in seconds, and the day since 2000-01-01 at whose midnight it begins. */
    private static final long[][] TABLE = {
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

    private LeapSeconds() {}

    /**
     * TAI - UTC on a UTC day, before the leap second that may end it.
     *
     * @param day days since 2000-01-01 UTC
     * @return seconds
     */
    public static int taiMinusUtc(long day) {
        for (int i = TABLE.length - 1; i >= 0; i--) {
            if (day >= TABLE[i][1]) {
                return (int) TABLE[i][0];
            }
        }
        return BEFORE_1972;
    }

    /**
     * Whether a UTC day ends with 23:59:60.
     *
     * @param day days since 2000-01-01 UTC
     * @return whether a leap second follows 23:59:59
     */
    public static boolean endsWithLeapSecond(long day) {
        return taiMinusUtc(day + 1) > taiMinusUtc(day);
    }

    /**
     * TAI of a UTC clock reading. As SPICE's {@code TTRANS} does, it counts the seconds from the last day in the table,
     * rounds, and only then adds that day's TAI.
     */
    static double taiOf(long day, double secondOfDay) {
        long reference = endsWithLeapSecond(day) ? day : lastChangeBefore(day);
        return taiAtStartOf(reference) + (secondOfDay + (double) ((day - reference) * Gregorian.SECONDS_PER_DAY));
    }

    private static long lastChangeBefore(long day) {
        for (int i = TABLE.length - 1; i >= 0; i--) {
            if (day >= TABLE[i][1]) {
                return TABLE[i][1];
            }
        }
        return TABLE[0][1] - 1;
    }

    /** TAI seconds past 2000-01-01T12:00:00 TAI at the midnight that begins a UTC day: a whole number. */
    static double taiAtStartOf(long day) {
        return Gregorian.startOfDay(day) + taiMinusUtc(day);
    }

    /** The UTC day, since 2000-01-01, that holds a TAI epoch. */
    static long dayOfTai(double tai) {
        long day = Gregorian.dayOfFormal(tai - BEFORE_1972);
        while (tai < taiAtStartOf(day)) {
            day--;
        }
        return day;
    }
}
