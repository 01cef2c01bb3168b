package orrery.ephemeris;

import java.util.List;
import orrery.math.Constants;
import orrery.math.Polynomial;
import orrery.math.Trig;

/**
 * The complete nutation of IAU 2006/2000A: the 678 lunisolar and the 687 planetary terms of MHB2000 (Mathews, Herring
 * and Buffett, J. Geophys. Res. 107, B4 (2002); IERS Conventions 2010, 5.5), without the free core nutation, which
 * cannot be predicted, and with the adjustment to the precession of IAU 2006 (Wallace and Capitaine, A&amp;A 459 (2006)
 * 981, equations 5). ERFA: {@code nut06a}.
 *
 * <p>Sines and cosines are computed only for the fourteen arguments; those of multiples and sums are products of these,
 * so all terms take only tens of microseconds. Scratch of one thread: {@link #at} stores its answer in the fields.
 */
final class Nutation {
    private static final double TURN = 1_296_000;
    /** The unit of the coefficients, in radians: a ten-millionth of an arcsecond. */
    private static final double UNIT = Constants.ARCSECOND / 1e7;
    /** The largest multiple of any argument. */
    private static final int MOST = 21;

    /**
     * The Delaunay arguments in arcseconds, as polynomials in Julian centuries: l and F and Omega of IERS 2003, l' and
     * D of MHB2000, as the model defines them.
     */
    private static final double[][] DELAUNAY = {
        {485868.249036, 1717915923.2178, 31.8792, 0.051635, -0.00024470},
        {1287104.79305, 129596581.0481, -0.5532, 0.000136, -0.00001149},
        {335779.526232, 1739527262.8478, -12.7512, -0.001037, 0.00000417},
        {1072260.70369, 1602961601.2090, -6.3706, 0.006593, -0.00003169},
        {450160.398036, -6962890.5431, 7.4722, 0.007702, -0.00005939},
    };

    /** The series; read once, on first use. */
    private static final class Series {
        static final Terms LUNISOLAR = Terms.read("nutation/lunisolar.csv", 5, new int[] {0, 2, 5, 3, 1, 4});
        static final Terms PLANETARY = Terms.read("nutation/planetary.csv", 13, new int[] {0, 1, 2, 3});
    }

    /** One part of the series, smallest terms first. */
    private static final class Terms {
        /** The end of each term's arguments. */
        final int[] ends;
        /** Argument and multiple alternately, for nonzero multiples only. */
        final int[] arguments;
        /**
         * Six per term: sine and cosine for longitude, the same for obliquity, then the rates of longitude's sine and
         * of obliquity's cosine.
         */
        final double[] factors;

        private Terms(int[] ends, int[] arguments, double[] factors) {
            this.ends = ends;
            this.arguments = arguments;
            this.factors = factors;
        }

        static Terms read(String file, int arguments, int[] places) {
            List<AssetTable.Row> rows = AssetTable.readAsset(file, arguments + places.length);
            int[] ends = new int[rows.size()];
            int[] multiples = new int[2 * arguments * rows.size()];
            double[] factors = new double[6 * rows.size()];
            int at = 0;
            for (int term = 0; term < ends.length; term++) {
                AssetTable.Row row = rows.get(ends.length - 1 - term);
                for (int i = 0; i < arguments; i++) {
                    int multiple = (int) row.number(i);
                    if (multiple != 0) {
                        multiples[at++] = i;
                        multiples[at++] = multiple;
                    }
                }
                ends[term] = at;
                for (int i = 0; i < places.length; i++) {
                    factors[6 * term + i] = row.number(arguments + places[i]);
                }
            }
            return new Terms(ends, multiples, factors);
        }
    }

    /** Nutation in longitude, radians. */
    double longitude;

    /** Nutation in obliquity, radians. */
    double obliquity;

    /** Their rates of change, radians per Julian century. */
    double longitudeRate;

    double obliquityRate;

    private final double[] rates = new double[13];
    private final double[] cosines = new double[13 * (MOST + 1)];
    private final double[] sines = new double[13 * (MOST + 1)];

    /**
     * Stores the nutation at an epoch in the fields.
     *
     * @param t Julian centuries since J2000; TDB may be used for TT
     */
    void at(double t) {
        longitude = 0;
        obliquity = 0;
        longitudeRate = 0;
        obliquityRate = 0;
        planetaryArguments(t);
        add(Series.PLANETARY, t);
        double planetLongitude = longitude;
        double planetObliquity = obliquity;
        longitude = 0;
        obliquity = 0;
        lunisolarArguments(t);
        add(Series.LUNISOLAR, t);
        double flattening = -2.7774e-6 * t;
        double adjusted = UNIT * (1 + 0.4697e-6 + flattening);
        longitude = (longitude + planetLongitude) * adjusted;
        obliquity = (obliquity + planetObliquity) * UNIT * (1 + flattening);
        longitudeRate *= adjusted;
        obliquityRate *= UNIT * (1 + flattening);
    }

    private void lunisolarArguments(double t) {
        for (int which = 0; which < DELAUNAY.length; which++) {
            double[] c = DELAUNAY[which];
            argument(which, Polynomial.at(t, c) % TURN * Constants.ARCSECOND, c[1] * Constants.ARCSECOND);
        }
    }

    /** l, F, D, Omega and Neptune of MHB2000; the planets and the general precession of IERS 2003. */
    private void planetaryArguments(double t) {
        argument(0, (2.35555598 + 8328.6914269554 * t) % Constants.TURN, 8328.6914269554);
        argument(1, (1.627905234 + 8433.466158131 * t) % Constants.TURN, 8433.466158131);
        argument(2, (5.198466741 + 7771.3771468121 * t) % Constants.TURN, 7771.3771468121);
        argument(3, (2.18243920 - 33.757045 * t) % Constants.TURN, -33.757045);
        argument(4, (4.402608842 + 2608.7903141574 * t) % Constants.TURN, 2608.7903141574);
        argument(5, (3.176146697 + 1021.3285546211 * t) % Constants.TURN, 1021.3285546211);
        argument(6, (1.753470314 + 628.3075849991 * t) % Constants.TURN, 628.3075849991);
        argument(7, (6.203480913 + 334.0612426700 * t) % Constants.TURN, 334.0612426700);
        argument(8, (0.599546497 + 52.9690962641 * t) % Constants.TURN, 52.9690962641);
        argument(9, (0.874016757 + 21.3299104960 * t) % Constants.TURN, 21.3299104960);
        argument(10, (5.481293872 + 7.4781598567 * t) % Constants.TURN, 7.4781598567);
        argument(11, (5.321159000 + 3.8127774000 * t) % Constants.TURN, 3.8127774000);
        argument(12, (0.024381750 + 0.00000538691 * t) * t, 0.024381750);
    }

    /**
     * The terms that the equation of the equinoxes has in addition to the nutation in longitude, at the last epoch
     * given (IAU 2000 resolution B1.6; IERS Conventions 2010, table 5.2e): radians, largest terms only, within two
     * microarcseconds.
     */
    double complementaryTerms() {
        double sum = 0.00264096 * sine(0, 1)
                + 0.00006352 * sine(0, 2)
                + 0.00001175 * sine(2, 3)
                + 0.00001121 * sine(2, 1)
                - 0.00000455 * sine(2, 2)
                + 0.00000202 * sine(1, 3)
                + 0.00000198 * sine(1, 1)
                - 0.00000172 * sine(0, 3);
        return sum * Constants.ARCSECOND;
    }

    /**
     * The sine for a multiple of the node, plus 2F (1) or 2F - 2D (2): uses the lunisolar arguments stored by {@link
     * #at}.
     */
    private double sine(int moon, int nodes) {
        int node = 4 * (MOST + 1) + nodes;
        int f = 2 * (MOST + 1) + 2;
        int d = 3 * (MOST + 1) + 2;
        double s = 0;
        double c = 1;
        if (moon > 0) {
            s = moon == 2 ? sines[f] * cosines[d] - cosines[f] * sines[d] : sines[f];
            c = moon == 2 ? cosines[f] * cosines[d] + sines[f] * sines[d] : cosines[f];
        }
        return s * cosines[node] + c * sines[node];
    }

    /** Sets the sines and cosines of an argument's multiples. */
    private void argument(int which, double angle, double rate) {
        rates[which] = rate;
        int at = which * (MOST + 1);
        double c = Trig.cos(angle);
        double s = Trig.sin(angle);
        cosines[at] = 1;
        sines[at] = 0;
        for (int i = at + 1; i <= at + MOST; i++) {
            cosines[i] = cosines[i - 1] * c - sines[i - 1] * s;
            sines[i] = sines[i - 1] * c + cosines[i - 1] * s;
        }
    }

    private void add(Terms terms, double t) {
        int from = 0;
        for (int term = 0; term < terms.ends.length; term++) {
            double c = 1;
            double s = 0;
            double rate = 0;
            for (; from < terms.ends[term]; from += 2) {
                int which = terms.arguments[from];
                int multiple = terms.arguments[from + 1];
                int at = which * (MOST + 1) + Math.abs(multiple);
                double cosine = cosines[at];
                double sine = multiple < 0 ? -sines[at] : sines[at];
                double next = c * cosine - s * sine;
                s = s * cosine + c * sine;
                c = next;
                rate += multiple * rates[which];
            }
            int at = 6 * term;
            double longSine = terms.factors[at] + terms.factors[at + 4] * t;
            double longCosine = terms.factors[at + 1];
            double tiltSine = terms.factors[at + 2];
            double tiltCosine = terms.factors[at + 3] + terms.factors[at + 5] * t;
            longitude += longSine * s + longCosine * c;
            obliquity += tiltCosine * c + tiltSine * s;
            longitudeRate += (longSine * c - longCosine * s) * rate + terms.factors[at + 4] * s;
            obliquityRate += (tiltSine * c - tiltCosine * s) * rate + terms.factors[at + 5] * c;
        }
    }
}
