package orrery.math;

/** Units and constants of astronomy that are fixed by definition, in km and s. Each is exact. */
public final class Constants {
    /** The astronomical unit, km: IAU 2012 Resolution B2. */
    public static final double AU = 149_597_870.7;

    /** The speed of light in vacuum, km/s: 17th CGPM (1983), Resolution 1. */
    public static final double C = 299_792.458;

    /** A day, s: IAU System of Astronomical Constants (1976), unit of time. SPICE: {@code SPD}. */
    public static final double DAY = 86_400;

    /** A Julian year, s: 365.25 days, IAU System of Astronomical Constants (1976). SPICE: {@code JYEAR}. */
    public static final double JULIAN_YEAR = 365.25 * DAY;

    /** A Julian century, s: 36525 days, as {@link #JULIAN_YEAR}. */
    public static final double JULIAN_CENTURY = 36_525 * DAY;

    /** A whole turn, radians. SPICE: {@code TWOPI}. */
    public static final double TURN = 2 * Math.PI;

    /** A degree, radians. SPICE: {@code RPD}. */
    public static final double DEGREE = Math.PI / 180;

    /** An arcsecond, radians. */
    public static final double ARCSECOND = Math.PI / 648_000;

    private Constants() {}
}
