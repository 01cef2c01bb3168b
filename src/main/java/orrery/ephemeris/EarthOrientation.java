package orrery.ephemeris;

import java.util.OptionalDouble;

/**
 * The source of the Earth's rotation angle, UT1. A given value holds for every epoch. Otherwise the source is a binary
 * PCK in the pool that covers the epoch (frame ITRF93), which includes polar motion, or else a table of observed values
 * for each quarter of a year up to 2022 ({@link Ut1}).
 *
 * @param ut1MinusUtc UT1 - UTC in seconds; empty to use the kernels or the table
 */
public record EarthOrientation(OptionalDouble ut1MinusUtc) {
    /** From the kernels, or else from the table. */
    public static final EarthOrientation KNOWN = new EarthOrientation(OptionalDouble.empty());

    private static final double MOST = 100;

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if the value is NaN, or more than 100 s from zero
     */
    public EarthOrientation {
        if (ut1MinusUtc.isPresent() && !(Math.abs(ut1MinusUtc.getAsDouble()) <= MOST)) {
            throw new IllegalArgumentException("UT1 - UTC " + ut1MinusUtc.getAsDouble()
                    + ": it is in seconds, and within 0.9 s since there are leap seconds (1972).");
        }
    }

    /**
     * Makes an orientation with one value for all epochs.
     *
     * @param ut1MinusUtc UT1 - UTC in seconds
     * @return the orientation
     * @throws IllegalArgumentException if the value is NaN, or more than 100 s from zero
     */
    public static EarthOrientation of(double ut1MinusUtc) {
        return new EarthOrientation(OptionalDouble.of(ut1MinusUtc));
    }
}
