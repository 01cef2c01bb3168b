package orrery.time;

/**
 * TT from TDB and back, by the formula that SPICE uses ({@code UNITIM}, constants {@code DELTET/K}, {@code EB}, {@code
 * M} of {@code naif0012.tls}):
 *
 * <p>{@code TDB - TT = K sin(E)}, {@code E = M + EB sin(M)}, {@code M = M0 + M1 t}, with {@code t} the TT seconds past
 * J2000. The formula omits terms below 50 microseconds (Moyer, Celestial Mechanics 23, 1981). So does this class, to
 * give a UTC date the same epoch as in SPICE.
 */
public final class TerrestrialTime {
    private static final double K = 1.657e-3;
    private static final double EB = 1.671e-2;
    private static final double M0 = 6.239996;
    private static final double M1 = 1.99096871e-7;

    private TerrestrialTime() {}

    /**
     * Converts a TDB epoch to TT by SPICE's three fixed-point steps, each of which gains nine digits.
     *
     * @param et TDB seconds past J2000
     * @return TT seconds past 2000-01-01T12:00:00 TT
     */
    public static double ofTdb(double et) {
        double tt = et;
        for (int step = 0; step < 3; step++) {
            tt = et - tdbMinusTt(tt);
        }
        return tt;
    }

    /**
     * Converts a TT epoch to TDB.
     *
     * @param tt TT seconds past 2000-01-01T12:00:00 TT
     * @return TDB seconds past J2000
     */
    public static double toTdb(double tt) {
        return tt + tdbMinusTt(tt);
    }

    /**
     * Returns TDB - TT, which stays within 1.7 ms of zero.
     *
     * @param tt TT seconds past 2000-01-01T12:00:00 TT
     * @return seconds
     */
    public static double tdbMinusTt(double tt) {
        double m = M0 + M1 * tt;
        return K * sin(m + EB * sin(m));
    }

    /**
     * The sine, the same on every machine, without allocation ({@code StrictMath.sin} allocates arrays): Taylor's
     * series within a quarter turn of a whole number of half turns, where eleven terms leave 1e-18.
     */
    private static double sin(double angle) {
        long half = Math.round(angle / Math.PI);
        double rest = angle - half * Math.PI;
        double square = rest * rest;
        double sum = 1;
        for (int n = 20; n >= 2; n -= 2) {
            sum = 1 - sum * square / (n * (n + 1));
        }
        return (half & 1) == 0 ? rest * sum : -rest * sum;
    }
}
