package orrery.ephemeris;

import java.util.List;
import orrery.math.Constants;
import orrery.time.TerrestrialTime;

/**
 * TT - UT1 as observed, for each quarter of a year from 1900 to 2022, with linear interpolation, within 0.03 seconds of
 * the daily figures. Outside these years, the first or last value is used, because the Earth's rotation cannot be
 * predicted. As long as there are leap seconds, UT1 stays within 0.9 seconds of UTC. Immutable.
 */
final class Ut1 {
    /** The step of the table, Julian years. */
    private static final double STEP = 0.25;

    private static final double YEAR_OF_J2000 = 2000;

    private Ut1() {}

    private static final class Table {
        static final double FIRST;
        static final double[] SECONDS;

        static {
            List<AssetTable.Row> rows = AssetTable.readAsset("earth/delta_t.csv", 2);
            FIRST = rows.getFirst().number(0);
            SECONDS = rows.stream().mapToDouble(row -> row.number(1)).toArray();
        }
    }

    /** TT - UT1, seconds. */
    static double ttMinusUt1(double et) {
        double years = YEAR_OF_J2000 + TerrestrialTime.ofTdb(et) / Constants.JULIAN_YEAR;
        double at = Math.clamp((years - Table.FIRST) / STEP, 0, Table.SECONDS.length - 1.0);
        int before = (int) Math.min(at, Table.SECONDS.length - 2.0);
        double part = at - before;
        return Table.SECONDS[before] * (1 - part) + Table.SECONDS[before + 1] * part;
    }

    /** The last year of the table. */
    static double last() {
        return Table.FIRST + STEP * (Table.SECONDS.length - 1);
    }

    /** The first year of the table. */
    static double first() {
        return Table.FIRST;
    }

    /** The year of an epoch. */
    static double year(double et) {
        return YEAR_OF_J2000 + et / Constants.JULIAN_YEAR;
    }
}
