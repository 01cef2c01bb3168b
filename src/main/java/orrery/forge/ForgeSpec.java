package orrery.forge;

import orrery.math.Constants;

/**
 * What to forge: the span of the kernel.
 *
 * <p>The file's segments cover at least this span: they begin and end on the 32-day grid of DE kernels, so that
 * granules do not depend on the span.
 *
 * @param from first epoch, TDB seconds past J2000
 * @param to last epoch, TDB seconds past J2000
 */
public record ForgeSpec(double from, double to) {
    /** 1900-01-01 to 2100-01-01 TDB: the shipped kernel. */
    public static final ForgeSpec SHIPPED = new ForgeSpec(-36_524.5 * Constants.DAY, 36_524.5 * Constants.DAY);

    /** The greatest distance from J2000 for the model: 250 years, in s. */
    private static final double LIMIT = 250 * Constants.JULIAN_YEAR;

    /**
     * Checks the span.
     *
     * @throws IllegalArgumentException if it is empty, not finite, or beyond 250 years from J2000, where the
     * polynomials for the Earth's and the Moon's axes are no longer valid
     */
    public ForgeSpec {
        if (!(from < to)) {
            throw new IllegalArgumentException(
                    "The span from %s to %s s past J2000 is empty; give an end after its start.".formatted(from, to));
        }
        if (!(Math.abs(from) <= LIMIT) || !(Math.abs(to) <= LIMIT)) {
            throw new IllegalArgumentException(
                    ("The span from %s to %s s past J2000 exceeds the 250 years around J2000 for which the model"
                                    + " is valid.")
                            .formatted(from, to));
        }
    }
}
