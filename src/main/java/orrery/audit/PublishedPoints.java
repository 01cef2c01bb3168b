package orrery.audit;

import java.util.List;

/**
 * Test points that JPL publishes with its ephemerides (ssd.jpl.nasa.gov/ftp/eph/planets/Linux/de440/testpo.440): one
 * coordinate of one body relative to another, in au or au/day. Agreement within 1e-13 is required.
 *
 * @param jd epoch, Julian date TDB
 * @param target NAIF id
 * @param center NAIF id
 * @param coordinate 0 to 5: x, y, z, vx, vy, vz
 * @param value au or au/day
 */
record PublishedPoints(double jd, int target, int center, int coordinate, double value) {
    static final double AGREEMENT = 1e-13;

    /** How a kernel's comments name the ephemeris of these points. */
    static final String KNOWN_BY = "planetary and lunar ephemeris DE440";

    /** With all published digits. */
    @SuppressWarnings("FloatingPointLiteralPrecision")
    static final List<PublishedPoints> DE440 = List.of(
            new PublishedPoints(2454101.5, 1, 0, 0, -0.00866092459416020061),
            new PublishedPoints(2454132.5, 399, 301, 3, 0.00053152955457819108),
            new PublishedPoints(2454160.5, 301, 7, 0, -20.29190002572453721541),
            new PublishedPoints(2454221.5, 5, 8, 1, 13.03485540217711857736),
            new PublishedPoints(2454252.5, 399, 1, 4, 0.01749938044268428694),
            new PublishedPoints(2454282.5, 4, 3, 1, 0.77931026779757150980),
            new PublishedPoints(2454313.5, 3, 399, 5, 0.00000328742430489880),
            new PublishedPoints(2454344.5, 8, 301, 1, -17.08435008910157293371),
            new PublishedPoints(2454374.5, 2, 399, 2, 0.08564336538125627563),
            new PublishedPoints(2454405.5, 8, 10, 5, 0.00088945177543335932),
            new PublishedPoints(2454435.5, 1, 399, 1, -1.09407565869411138593));
}
