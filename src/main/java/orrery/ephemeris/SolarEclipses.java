package orrery.ephemeris;

import java.util.List;
import java.util.Optional;
import orrery.math.Vectors;
import orrery.spk.NaifIds;

/**
 * Eclipses of the Sun: the instants at which the axis of the Moon's shadow passes nearest to the Earth's center, if a
 * shadow then falls on the Earth (Explanatory Supplement to the Astronomical Almanac, 3rd edition, 11.3: Bessel's
 * elements; the Earth's outline as an ellipse). The radii of Sun and Moon are those of the Five Millennium Canon of
 * Solar Eclipses (Espenak and Meeus, NASA/TP-2006-214141), because they decide whether an eclipse is total, hybrid or
 * annular.
 *
 * <p>The instants are searched for directly and not from the new Moon, which may be hours away. Confined to one thread.
 */
final class SolarEclipses implements EventSource {
    /** 959.63 arcseconds at one astronomical unit, km: Auwers' value, which the canon rounds to 696,000. */
    static final double SUN_RADIUS = 695_989.2;
    /** The Moon's radius in equatorial radii of the Earth, for the penumbra, which its mean limb bounds (IAU 1982). */
    static final double LIMB = 0.272508;
    /** The same for the umbra, which the floors of the limb's valleys bound. */
    static final double VALLEYS = 0.272281;

    private static final double FLATTENING = 1 / 298.257;

    private final EarthView view;
    private final double earth = Bodies.of(NaifIds.EARTH).radii().orElseThrow().a();
    private final double[] m = new double[6];
    private final double[] s = new double[6];
    /**
     * The unit vector from the Moon to the Sun; where the axis passes the Earth's center, km; their length and places.
     */
    private final double[] k = new double[3];

    private final double[] foot = new double[3];
    private double length;
    private double along;

    SolarEclipses(EarthView view) {
        this.view = view;
    }

    @Override
    public List<EventPass> passes(EventSelection selection) {
        return EventPass.ofEclipses(selection, view, this::nearness, this::at);
    }

    /** The negative distance of the axis from the Earth's center, km; even lower if the shadow points the other way. */
    private double nearness(double et) {
        look(et);
        double miss = Vectors.norm(foot, 0);
        return along > 0 ? -miss : miss - 2 * Vectors.norm(m, 0);
    }

    private void look(double et) {
        view.see(NaifIds.MOON, et, m);
        view.see(NaifIds.SUN, et, s);
        for (int i = 0; i < 3; i++) {
            k[i] = s[i] - m[i];
        }
        length = Vectors.hat(k, 0, k, 0);
        along = Vectors.dot(m, 0, k, 0);
        for (int i = 0; i < 3; i++) {
            foot[i] = m[i] - along * k[i];
        }
    }

    private Optional<SkyEvent> at(double et) {
        look(et);
        if (along <= 0) {
            return Optional.empty();
        }
        double obliquity = AxesOfDate.obliquity(et);
        double[] pole = {0, StrictMath.sin(obliquity), StrictMath.cos(obliquity)};
        double sinDeclination = Vectors.dot(k, 0, pole, 0);
        double[] north = new double[3];
        for (int i = 0; i < 3; i++) {
            north[i] = pole[i] - sinDeclination * k[i];
        }
        double off = Vectors.norm(foot, 0) / earth;
        double northward = Vectors.dot(foot, 0, north, 0) / (off * earth * Vectors.norm(north, 0));
        double polar = 1 - FLATTENING * (1 - sinDeclination * sinDeclination);
        double rim = 1 / StrictMath.sqrt(1 - northward * northward + northward / polar * (northward / polar));
        double sin1 = (SUN_RADIUS + LIMB * earth) / length;
        double sin2 = (SUN_RADIUS - VALLEYS * earth) / length;
        double tan1 = sin1 / StrictMath.sqrt(1 - sin1 * sin1);
        double tan2 = sin2 / StrictMath.sqrt(1 - sin2 * sin2);
        // The radii of the cones in the plane through the Earth's center; the umbra's is negative if its tip is beyond.
        double penumbra = along / earth * tan1 + LIMB / StrictMath.sqrt(1 - sin1 * sin1);
        double umbra = along / earth * tan2 - VALLEYS / StrictMath.sqrt(1 - sin2 * sin2);
        if (off > rim + penumbra) {
            return Optional.empty();
        }
        double gamma = northward < 0 ? -off : off;
        return Optional.of(
                new SkyEvent(kind(off, rim, umbra, height(pole) / earth * tan2), et, NaifIds.MOON, NaifIds.SUN, gamma));
    }

    /**
     * The height above the plane through the Earth's center at which the axis meets the spheroid, km; 0 if it misses.
     */
    private double height(double[] pole) {
        double[] p = foot.clone();
        double[] d = k.clone();
        double stretch = 1 / (1 - FLATTENING) - 1;
        double up = Vectors.dot(foot, 0, pole, 0) * stretch;
        double tilt = Vectors.dot(k, 0, pole, 0) * stretch;
        for (int i = 0; i < 3; i++) {
            // Treats the spheroid as a sphere by stretching along the pole.
            p[i] += up * pole[i];
            d[i] += tilt * pole[i];
        }
        double a = Vectors.dot(d, 0, d, 0);
        double b = Vectors.dot(p, 0, d, 0);
        double c = Vectors.dot(p, 0, p, 0) - earth * earth;
        double square = b * b - a * c;
        return square < 0 ? 0 : (StrictMath.sqrt(square) - b) / a;
    }

    private static EventKind kind(double off, double rim, double umbra, double narrower) {
        if (off > rim + Math.abs(umbra)) {
            return EventKind.PARTIAL_SOLAR_ECLIPSE;
        }
        if (umbra < 0) {
            return EventKind.TOTAL_SOLAR_ECLIPSE;
        }
        // The Earth's surface is nearer to the Moon than the plane is.
        return umbra - narrower < 0 ? EventKind.HYBRID_SOLAR_ECLIPSE : EventKind.ANNULAR_SOLAR_ECLIPSE;
    }
}
