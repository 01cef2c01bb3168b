package orrery.ephemeris;

import java.util.Arrays;
import orrery.math.Constants;

/**
 * How a body is turned: its north pole and prime meridian against J2000, by the IAU's polynomials and, where there are
 * any, the periodic terms of its system (SPICE's text PCK; PCK Required Reading, "Models for the orientation of planets
 * and satellites"; the order of {@code BODMAT}).
 *
 * <p>Good to what the IAU report promises: for most bodies a tenth of a degree or better near our time, for Earth and
 * Moon some hundredths. Not for centuries away from J2000 where the polynomials are straight lines. Immutable, and safe
 * for any number of threads. It is for pictures and needs no bits that replay elsewhere, so its sines are {@code Math}'s,
 * which make no object, where {@code StrictMath}'s do.
 */
public final class BodyFrame {

    private final double[] poleRa;
    private final double[] poleDec;
    private final double[] meridian;
    /** For each angle of the system its polynomial in centuries, of {@link #terms} numbers. */
    private final double[] angles;

    private final int terms;
    private final double[] raFactors;
    private final double[] decFactors;
    private final double[] meridianFactors;
    private final double epoch;

    /**
     * All polynomials in degrees, and degrees per century (the meridian: per day) and its square.
     *
     * @param angles of the body's system, one polynomial after the other, of {@code terms} numbers each
     * @param epoch TDB seconds past J2000 from which time is counted
     */
    BodyFrame(
            double[] poleRa,
            double[] poleDec,
            double[] meridian,
            double[] angles,
            int terms,
            double[] raFactors,
            double[] decFactors,
            double[] meridianFactors,
            double epoch) {
        this.poleRa = padded(poleRa);
        this.poleDec = padded(poleDec);
        this.meridian = padded(meridian);
        this.angles = angles.clone();
        this.terms = terms;
        this.raFactors = raFactors.clone();
        this.decFactors = decFactors.clone();
        this.meridianFactors = meridianFactors.clone();
        this.epoch = epoch;
        int most = Math.max(raFactors.length, Math.max(decFactors.length, meridianFactors.length));
        if (most * terms > angles.length) {
            throw new IllegalArgumentException(most + " factors, but " + angles.length / terms + " angles");
        }
    }

    private static double[] padded(double[] polynomial) {
        if (polynomial.length > 3) {
            throw new IllegalArgumentException("a polynomial of degree " + (polynomial.length - 1));
        }
        return Arrays.copyOf(polynomial, 3);
    }

    /**
     * Right ascension of the north pole.
     *
     * @param et TDB seconds past J2000
     * @return radians, J2000, not reduced to a turn
     */
    public double poleRightAscension(double et) {
        double centuries = centuries(et);
        double degrees = at(poleRa, centuries);
        for (int i = 0; i < raFactors.length; i++) {
            degrees += raFactors[i] == 0 ? 0 : raFactors[i] * Math.sin(angle(i, centuries));
        }
        return degrees * Constants.DEGREE;
    }

    /**
     * Declination of the north pole.
     *
     * @param et TDB seconds past J2000
     * @return radians, J2000
     */
    public double poleDeclination(double et) {
        double centuries = centuries(et);
        double degrees = at(poleDec, centuries);
        for (int i = 0; i < decFactors.length; i++) {
            degrees += decFactors[i] == 0 ? 0 : decFactors[i] * Math.cos(angle(i, centuries));
        }
        return degrees * Constants.DEGREE;
    }

    /**
     * The angle W from the ascending node of the body's equator on that of J2000 to its prime meridian, eastward.
     *
     * @param et TDB seconds past J2000
     * @return radians, within one turn of zero
     */
    public double primeMeridian(double et) {
        double centuries = centuries(et);
        double degrees = at(meridian, (et - epoch) / Constants.DAY);
        for (int i = 0; i < meridianFactors.length; i++) {
            degrees += meridianFactors[i] == 0 ? 0 : meridianFactors[i] * Math.sin(angle(i, centuries));
        }
        return degrees % 360 * Constants.DEGREE;
    }

    /**
     * The rotation from J2000 to the body's own axes (x to the prime meridian on the equator, z to the north pole): {@code
     * [W]3 [90 - Dec]1 [90 + RA]3}. Allocates nothing.
     *
     * @param et TDB seconds past J2000
     * @param out the matrix, 9 numbers row by row: {@code v(body) = M v(J2000)}
     */
    public void fromJ2000(double et, double[] out) {
        double ra = poleRightAscension(et) + Math.PI / 2;
        double tilt = Math.PI / 2 - poleDeclination(et);
        double w = primeMeridian(et);
        double sinRa = Math.sin(ra);
        double cosRa = Math.cos(ra);
        double sinTilt = Math.sin(tilt);
        double cosTilt = Math.cos(tilt);
        double sinW = Math.sin(w);
        double cosW = Math.cos(w);
        out[0] = cosW * cosRa - sinW * cosTilt * sinRa;
        out[1] = cosW * sinRa + sinW * cosTilt * cosRa;
        out[2] = sinW * sinTilt;
        out[3] = -sinW * cosRa - cosW * cosTilt * sinRa;
        out[4] = -sinW * sinRa + cosW * cosTilt * cosRa;
        out[5] = cosW * sinTilt;
        out[6] = sinTilt * sinRa;
        out[7] = -sinTilt * cosRa;
        out[8] = cosTilt;
    }

    /**
     * The direction of the north pole. Allocates nothing.
     *
     * @param et TDB seconds past J2000
     * @param out a unit vector, J2000, 3 numbers
     */
    public void pole(double et, double[] out) {
        double ra = poleRightAscension(et);
        double dec = poleDeclination(et);
        double cosDec = Math.cos(dec);
        out[0] = cosDec * Math.cos(ra);
        out[1] = cosDec * Math.sin(ra);
        out[2] = Math.sin(dec);
    }

    private double centuries(double et) {
        return (et - epoch) / Constants.JULIAN_CENTURY;
    }

    /** The i-th angle of the system, in radians. */
    private double angle(int i, double centuries) {
        double degrees = 0;
        for (int term = terms - 1; term >= 0; term--) {
            degrees = degrees * centuries + angles[i * terms + term];
        }
        return degrees % 360 * Constants.DEGREE;
    }

    private static double at(double[] polynomial, double t) {
        return polynomial[0] + t * (polynomial[1] + t * polynomial[2]);
    }
}
