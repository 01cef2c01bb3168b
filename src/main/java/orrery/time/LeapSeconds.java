package orrery.time;

/**
 * TAI - UTC as the whole process has it: the built-in table, or that of the leap second kernel loaded last, as SPICE's kernel
 * pool is one for a process. Only dates in UTC, read or written, hang on it; epochs ({@code et}) never do.
 *
 * <p>Safe for any number of threads: each conversion takes one table, whole. One that begins while another table is taken up
 * is made with either.
 */
public final class LeapSeconds {
    private static volatile LeapSecondTable table = LeapSecondTable.BUILT_IN;

    private LeapSeconds() {}

    /** The table that holds now. */
    public static LeapSecondTable table() {
        return table;
    }

    /** From now on this table holds. */
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
