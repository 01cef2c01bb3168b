package orrery.time;

/** TAI from TDB and back: TT less 32.184 s ({@code DELTET/DELTA_T_A} of {@code naif0012.tls}). */
final class AtomicTime {
    private static final double TT_MINUS_TAI = 32.184;

    private AtomicTime() {}

    /** TAI seconds past 2000-01-01T12:00:00 TAI of TDB seconds past J2000. */
    static double ofTdb(double et) {
        return TerrestrialTime.ofTdb(et) - TT_MINUS_TAI;
    }

    /** TDB seconds past J2000 of TAI seconds past 2000-01-01T12:00:00 TAI. */
    static double toTdb(double tai) {
        return TerrestrialTime.toTdb(tai + TT_MINUS_TAI);
    }
}
