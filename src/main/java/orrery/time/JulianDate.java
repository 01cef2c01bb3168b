package orrery.time;

/**
 * Julian dates and modified Julian dates: days, not seconds, in any scale. A double represents a current Julian date
 * only to 40 microseconds; {@link #toEt(long, double, TimeScale)} takes whole days and fraction separately.
 */
public final class JulianDate {
    /** The Julian date of J2000: 2000-01-01T12:00:00. */
    public static final double J2000 = 2_451_545.0;

    /** Julian date minus modified Julian date: the midnight of 1858-11-17. */
    public static final double MODIFIED_OFFSET = 2_400_000.5;

    private static final long J2000_DAY = 2_451_545;
    /** The modified Julian date of the midnight that begins 2000-01-01. */
    private static final long MODIFIED_2000 = 51_544;

    private JulianDate() {}

    /**
     * Converts an epoch to a Julian date, as SPICE's {@code UNITIM} does.
     *
     * @param et TDB seconds past J2000
     * @return Julian date, TDB
     */
    public static double ofEt(double et) {
        return et / Gregorian.SECONDS_PER_DAY + J2000;
    }

    /**
     * Converts a Julian date to an epoch, as SPICE's {@code UNITIM} does.
     *
     * @param julianDate Julian date, TDB
     * @return TDB seconds past J2000
     */
    public static double toEt(double julianDate) {
        return (julianDate - J2000) * Gregorian.SECONDS_PER_DAY;
    }

    /**
     * Converts an epoch to a modified Julian date.
     *
     * @param et TDB seconds past J2000
     * @return modified Julian date, TDB
     */
    public static double modifiedOfEt(double et) {
        return (et + Gregorian.SECONDS_PER_DAY / 2) / Gregorian.SECONDS_PER_DAY + MODIFIED_2000;
    }

    /**
     * Converts a Julian date in two parts to an epoch.
     *
     * @param days whole days
     * @param fraction the rest, in days, within (-1, 1)
     * @param scale the scale in which the date is given; a UTC day counts 86400 seconds, as in SPICE
     * @return TDB seconds past J2000
     */
    public static double toEt(long days, double fraction, TimeScale scale) {
        // A Julian day begins at noon, half a day after the calendar day.
        long fromNoon = days - J2000_DAY;
        double seconds = fraction * Gregorian.SECONDS_PER_DAY;
        return scale == TimeScale.TDB
                ? fromNoon * (double) Gregorian.SECONDS_PER_DAY + seconds
                : scale.toEt(fromNoon, Gregorian.SECONDS_PER_DAY / 2 + seconds);
    }

    /**
     * Converts a modified Julian date in two parts to an epoch.
     *
     * @param days whole days
     * @param fraction the rest, in days, within (-1, 1)
     * @param scale the scale in which the date is given; a UTC day counts 86400 seconds
     * @return TDB seconds past J2000
     */
    public static double modifiedToEt(long days, double fraction, TimeScale scale) {
        return scale.toEt(days - MODIFIED_2000, fraction * Gregorian.SECONDS_PER_DAY);
    }
}
