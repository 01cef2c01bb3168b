package orrery.time;

/** TAI from TDB and back: TT minus 32.184 s ({@code DELTET/DELTA_T_A} of {@code naif0012.tls}). */
final class AtomicTime {
    private static final double TT_MINUS_TAI = 32.184;

    private AtomicTime() {}

    /** Converts TDB seconds past J2000 to TAI seconds past 2000-01-01T12:00:00 TAI. */
    static double ofTdb(double et) {
        return TerrestrialTime.ofTdb(et) - TT_MINUS_TAI;
    }

    /** Converts TAI seconds past 2000-01-01T12:00:00 TAI to TDB seconds past J2000. */
    static double toTdb(double tai) {
        return TerrestrialTime.toTdb(tai + TT_MINUS_TAI);
    }
}
