package orrery.ephemeris;

import java.util.OptionalDouble;

/**
 * How far the Earth has turned: from which source UT1 is taken. A value given holds for every epoch; else a binary PCK of the
 * pool that covers the epoch (frame ITRF93), the motion of the pole included; else a table of observed figures by quarters of a
 * year to 2022 ({@link Ut1}).
 *
 * @param ut1MinusUtc seconds; empty for the kernels' or the table's
 */
public record EarthOrientation(OptionalDouble ut1MinusUtc) {
    /** By the kernels, else by the table. */
    public static final EarthOrientation KNOWN = new EarthOrientation(OptionalDouble.empty());

    private static final double MOST = 100;

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it cannot be one
     */
    public EarthOrientation {
        if (ut1MinusUtc.isPresent() && !(Math.abs(ut1MinusUtc.getAsDouble()) <= MOST)) {
            throw new IllegalArgumentException("UT1 - UTC " + ut1MinusUtc.getAsDouble()
                    + ": it is in seconds, and within 0.9 s since there are leap seconds (1972).");
        }
    }

    /**
     * Makes an orientation with one value at every epoch.
     *
     * @param ut1MinusUtc seconds
     * @return the orientation
     */
    public static EarthOrientation of(double ut1MinusUtc) {
        return new EarthOrientation(OptionalDouble.of(ut1MinusUtc));
    }
}
