package orrery.time;

/**
 * The table of TAI - UTC for the whole process: the built-in one, or that of the leap second kernel loaded last, just
 * as SPICE has one kernel pool for a process. Only UTC dates, read or written, depend on it; epochs ({@code et}) never
 * do.
 *
 * <p>Safe for any number of threads: each conversion uses one whole table. A conversion that overlaps a change of
 * tables uses either.
 */
public final class LeapSeconds {
    private static volatile LeapSecondTable table = LeapSecondTable.BUILT_IN;

    private LeapSeconds() {}

    /** {@return the table in force} */
    public static LeapSecondTable table() {
        return table;
    }

    /**
     * Puts a table in force for the whole program.
     *
     * @param next used by every conversion that begins after this call
     */
    public static void use(LeapSecondTable next) {
        table = next;
    }

    /**
     * TAI - UTC on a UTC day, before the leap second that may end it.
     *
     * @param day days since 2000-01-01 UTC
     * @return seconds
     */
    public static int taiMinusUtc(long day) {
        return table.taiMinusUtc(day);
    }

    /**
     * Whether a UTC day ends with 23:59:60.
     *
     * @param day days since 2000-01-01 UTC
     * @return whether a leap second follows 23:59:59
     */
    public static boolean endsWithLeapSecond(long day) {
        return table.endsWithLeapSecond(day);
    }

    static double taiOf(long day, double secondOfDay) {
        return table.taiOf(day, secondOfDay);
    }

    static double taiAtStartOf(long day) {
        return table.taiAtStartOf(day);
    }

    static long dayOfTai(double tai) {
        return table.dayOfTai(tai);
    }
}
