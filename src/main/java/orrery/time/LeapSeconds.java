package orrery.time;

/**
 * The table of TAI - UTC for the whole process: the built-in one, or that of the leap second kernel loaded last, as
 * SPICE has one kernel pool per process. The reading and writing of UTC dates depend on it, and the states of two-line
 * elements (SPK type 10), whose formulas count the Earth's rotation in UTC; other states never do.
 *
 * <p>Safe for any number of threads: each conversion uses one whole table. A conversion that overlaps a change of
 * tables uses one or the other.
 */
public final class LeapSeconds {
    /** The table and the count change in one step: no computation uses a table that is not counted yet. */
    private record InForce(LeapSecondTable table, long changes) {}

    private static volatile InForce now = new InForce(LeapSecondTable.BUILT_IN, 0);

    private LeapSeconds() {}

    /** {@return the table in force} */
    public static LeapSecondTable table() {
        return now.table;
    }

    /**
     * Puts a table in force for the whole program.
     *
     * @param next the table used by every conversion that begins after this call
     */
    public static synchronized void use(LeapSecondTable next) {
        now = new InForce(next, next.hasValuesOf(now.table) ? now.changes : now.changes + 1);
    }

    /**
     * Returns how often the values have changed. Whoever found the same number before and after a computation knows
     * that no other values came into force in between.
     *
     * @return changes since the program began
     */
    public static long changes() {
        return now.changes;
    }

    /**
     * Returns TAI - UTC on a UTC day, before any leap second at its end. Before the table's first entry it is one
     * second less than that entry, as in SPICE.
     *
     * @param day days since 2000-01-01 UTC
     * @return seconds
     */
    public static int taiMinusUtc(long day) {
        return now.table.taiMinusUtc(day);
    }

    /**
     * Returns whether a UTC day ends with 23:59:60.
     *
     * @param day days since 2000-01-01 UTC
     * @return whether a leap second follows 23:59:59
     */
    public static boolean endsWithLeapSecond(long day) {
        return now.table.endsWithLeapSecond(day);
    }

    static double taiOf(long day, double secondOfDay) {
        return now.table.taiOf(day, secondOfDay);
    }

    static double taiAtStartOf(long day) {
        return now.table.taiAtStartOf(day);
    }

    static long dayOfTai(double tai) {
        return now.table.dayOfTai(tai);
    }
}
