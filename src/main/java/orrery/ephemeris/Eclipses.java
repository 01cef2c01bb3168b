package orrery.ephemeris;

import java.util.Optional;

/**
 * Whether a new or full Moon is an eclipse, when it is greatest, and how great: the Moon's and the Sun's shadows as cones, the
 * Earth as a sphere (Explanatory Supplement to the Astronomical Almanac, 3rd edition, 11.2.3 and 11.3; Danjon's enlargement
 * of the Earth's shadow). Radii are the catalogue's, but for the Moon's where it hides the Sun.
 *
 * <p>Confined to one thread.
 */
final class Eclipses {
    /** Nothing falls on anything when the syzygy is so far from its greatest, seconds. */
    private static final double REACH = 6 * 3600;
    /** Rays that miss the Earth's center by more than this many equatorial radii miss the spheroid, on the whole. */
    private static final double EDGE = 0.9972;

    /**
     * The Moon's radius where its limb is to hide the Sun, in equatorial radii of the Earth: the mean limb (IAU 1982) for
     * the penumbra, the floors of the limb's valleys for the umbra, as in the Five Millennium Canon of Solar Eclipses
     * (Espenak and Meeus, NASA/TP-2006-214141). Whether an eclipse is total or hybrid hangs on it.
     */
    private static final double LIMB = 0.272508;

    private static final double VALLEYS = 0.272281;
    private static final double AIR = 1.02;
    private static final double MEAN_PARALLAX = 0.998340;

    private final EarthView view;
    private final Crossings crossings;
    private final double earth = radius(EarthView.EARTH);
    private final double moon = radius(EarthView.MOON);
    private final double sun = radius(EarthView.SUN);
    private final double[] m = new double[6];
    private final double[] s = new double[6];
    private final double[] axis = new double[3];

    Eclipses(EarthView view, Crossings crossings) {
        this.view = view;
        this.crossings = crossings;
    }

    private static double radius(int body) {
        return Bodies.of(body).radii().orElseThrow().a();
    }

    /** The eclipse of the Sun at a new Moon. */
    Optional<SkyEvent> solar(double newMoon) {
        double et = crossings.largest(t -> -Math.abs(gamma(t)), newMoon - REACH, newMoon + REACH);
        double gamma = gamma(et);
        double length = Vectors.norm(axis, 0);
        double along = -Vectors.dot(m, 0, axis, 0) / length / earth;
        double sin1 = (sun + LIMB * earth) / length;
        double sin2 = (sun - VALLEYS * earth) / length;
        double tan1 = sin1 / Math.sqrt(1 - sin1 * sin1);
        double tan2 = sin2 / Math.sqrt(1 - sin2 * sin2);
        // The cones' radii in the plane through the Earth's center; the umbra's is negative where its tip lies beyond.
        double penumbra = (along + LIMB / sin1) * tan1;
        double umbra = (along - VALLEYS / sin2) * tan2;
        double off = Math.abs(gamma);
        if (off > EDGE + penumbra) {
            return Optional.empty();
        }
        return Optional.of(new SkyEvent(solarKind(off, umbra, tan2), et, EarthView.MOON, EarthView.SUN, gamma));
    }

    private static EventKind solarKind(double off, double umbra, double tan2) {
        if (off > EDGE + Math.abs(umbra)) {
            return EventKind.PARTIAL_SOLAR_ECLIPSE;
        }
        if (umbra < 0) {
            return EventKind.TOTAL_SOLAR_ECLIPSE;
        }
        // The Earth's surface stands nearer to the Moon than the plane does.
        double height = Math.sqrt(Math.max(0, 1 - off * off));
        return umbra - height * tan2 < 0 ? EventKind.HYBRID_SOLAR_ECLIPSE : EventKind.ANNULAR_SOLAR_ECLIPSE;
    }

    /** How far the shadow's axis passes from the Earth's center, equatorial radii; leaves Moon and axis in the fields. */
    private double gamma(double et) {
        view.see(EarthView.MOON, et, m);
        view.see(EarthView.SUN, et, s);
        double dot = 0;
        double length = 0;
        for (int i = 0; i < 3; i++) {
            axis[i] = m[i] - s[i];
            dot += m[i] * axis[i];
            length += axis[i] * axis[i];
        }
        double square = 0;
        for (int i = 0; i < 3; i++) {
            double off = m[i] - axis[i] * dot / length;
            square += off * off;
        }
        // North of the ecliptic and north of the equator differ only where the axis misses the center by almost
        // nothing.
        double north = m[2] - axis[2] * dot / length;
        return Math.copySign(Math.sqrt(square) / earth, north);
    }

    /** The eclipse of the Moon at a full Moon. */
    Optional<SkyEvent> lunar(double fullMoon) {
        double et = crossings.largest(t -> -shadow(t), fullMoon - REACH, fullMoon + REACH);
        double off = shadow(et);
        double moonDistance = Vectors.norm(m, 0);
        double sunDistance = Vectors.norm(s, 0);
        double moonParallax = MEAN_PARALLAX * earth / moonDistance;
        double sunParallax = earth / sunDistance;
        double sunRadius = sun / sunDistance;
        double moonRadius = Math.asin(moon / moonDistance);
        double penumbra = AIR * (moonParallax + sunParallax + sunRadius);
        double umbra = AIR * (moonParallax + sunParallax - sunRadius);
        double dark = (umbra + moonRadius - off) / (2 * moonRadius);
        double dim = (penumbra + moonRadius - off) / (2 * moonRadius);
        if (dim <= 0) {
            return Optional.empty();
        }
        EventKind kind = dark >= 1
                ? EventKind.TOTAL_LUNAR_ECLIPSE
                : dark > 0 ? EventKind.PARTIAL_LUNAR_ECLIPSE : EventKind.PENUMBRAL_LUNAR_ECLIPSE;
        return Optional.of(new SkyEvent(kind, et, EarthView.MOON, EarthView.SUN, dark > 0 ? dark : dim));
    }

    /** The angle between the Moon and the point opposite the Sun; leaves both bodies in the fields. */
    private double shadow(double et) {
        view.see(EarthView.MOON, et, m);
        view.see(EarthView.SUN, et, s);
        for (int i = 0; i < 3; i++) {
            axis[i] = -s[i];
        }
        return Vectors.angle(m, axis);
    }
}
