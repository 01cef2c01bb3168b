package orrery.ephemeris;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import orrery.math.Constants;
import orrery.math.Matrix3;
import orrery.time.JulianDate;

/**
 * One of the 88 constellations of the IAU, with Delporte's boundaries (1930), which run along the equator and equinox
 * of B1875.0; from Roman, PASP 99 (1987) 695, CDS catalogue VI/42. Immutable.
 *
 * @param abbreviation three letters, such as {@code Boo}
 * @param name in Latin, such as {@code Boötes}
 */
public record Constellation(String abbreviation, String name) {
    /** B1875.0, JD 2405889.25855, in Julian centuries from J2000. */
    private static final double B1875 =
            (2_405_889.258_550_475 - JulianDate.J2000) / (Constants.JULIAN_CENTURY / Constants.DAY);

    /** The rectangles: their constellations and their limits in hours and degrees. Read once, on first use. */
    private static final class Sky {
        private static final double[] TURN = new double[9];
        private static final Constellation[] OWNERS;
        private static final double[] SIDES;

        static {
            AxesOfDate.meanEquator(B1875, TURN);
            Map<String, Constellation> known = new HashMap<>();
            for (AssetTable.Row row : AssetTable.readAsset("constellations/names.csv", 2)) {
                known.put(row.cell(0), new Constellation(row.cell(0), row.cell(1)));
            }
            List<AssetTable.Row> rows = AssetTable.readAsset("constellations/boundaries.csv", 5);
            OWNERS = new Constellation[rows.size()];
            SIDES = new double[4 * rows.size()];
            for (int i = 0; i < rows.size(); i++) {
                AssetTable.Row row = rows.get(i);
                Constellation owner = known.get(row.cell(4));
                if (owner == null) {
                    throw new IllegalStateException(
                            "The program is not whole: no constellation is called " + row.cell(4) + ".");
                }
                OWNERS[i] = owner;
                for (int k = 0; k < 4; k++) {
                    SIDES[4 * i + k] = row.number(k);
                }
            }
        }
    }

    /**
     * Finds the constellation in a given direction.
     *
     * @param x first component of a vector of any length in that direction, ICRF
     * @param y its second component
     * @param z its third component
     * @return the constellation
     * @throws IllegalArgumentException if a component is NaN
     */
    public static Constellation at(double x, double y, double z) {
        double[] v = {x, y, z};
        Matrix3.multiply(Sky.TURN, v, 0);
        double hours = StrictMath.toDegrees(StrictMath.atan2(v[1], v[0])) / 15;
        // A direction just west of 0 h is rounded to 24 h; the north pole is on the edge of its rectangle.
        double ra = hours < 0 ? Math.min(hours + 24, Math.nextDown(24.0)) : hours;
        double dec = Math.min(
                StrictMath.toDegrees(StrictMath.atan2(v[2], StrictMath.hypot(v[0], v[1]))), Math.nextDown(90.0));
        double[] sides = Sky.SIDES;
        for (int i = 0; i < Sky.OWNERS.length; i++) {
            if (sides[4 * i] <= ra && ra < sides[4 * i + 1] && sides[4 * i + 2] <= dec && dec < sides[4 * i + 3]) {
                return Sky.OWNERS[i];
            }
        }
        throw new IllegalArgumentException("no direction: " + x + ", " + y + ", " + z);
    }
}
