package orrery.ephemeris;

import java.util.List;
import java.util.Optional;
import orrery.math.Vectors;
import orrery.spk.NaifIds;

/**
 * Eclipses of the Moon: the instants at which it is nearest to the point opposite the Sun, if it is then within the
 * Earth's penumbra (Explanatory Supplement to the Astronomical Almanac, 3rd edition, 11.2.3). The Earth's shadow is
 * enlarged by the atmosphere according to Danjon, and the Moon's radius is that of the Five Millennium Canon of Lunar
 * Eclipses (Espenak and Meeus, NASA/TP-2009-214172).
 *
 * <p>Confined to one thread.
 */
final class LunarEclipses implements EventSource {
    /**
     * The radius of the Earth with the atmosphere that casts the shadow, in equatorial radii (Danjon: 1 + 1/85 -
     * 1/594).
     */
    private static final double AIR = 1 + 1 / 85.0 - 1 / 594.0;

    private final EarthView view;
    private final double earth = Bodies.of(NaifIds.EARTH).radii().orElseThrow().a();
    private final double[] m = new double[6];
    private final double[] s = new double[6];
    private final double[] opposite = new double[3];

    LunarEclipses(EarthView view) {
        this.view = view;
    }

    @Override
    public List<EventPass> passes(EventSelection selection) {
        return EventPass.ofEclipses(selection, view, et -> -off(et), this::at);
    }

    /** The angle between the Moon and the point opposite the Sun. */
    private double off(double et) {
        view.see(NaifIds.MOON, et, m);
        view.see(NaifIds.SUN, et, s);
        for (int i = 0; i < 3; i++) {
            opposite[i] = -s[i];
        }
        return Vectors.angle(m, opposite);
    }

    private Optional<SkyEvent> at(double et) {
        double off = off(et);
        double moonDistance = Vectors.norm(m, 0);
        double sunDistance = Vectors.norm(s, 0);
        double parallax = AIR * StrictMath.asin(earth / moonDistance) + StrictMath.asin(earth / sunDistance);
        double sunRadius = StrictMath.asin(SolarEclipses.SUN_RADIUS / sunDistance);
        double moonRadius = StrictMath.asin(SolarEclipses.LIMB * earth / moonDistance);
        double dark = (parallax - sunRadius + moonRadius - off) / (2 * moonRadius);
        double dim = (parallax + sunRadius + moonRadius - off) / (2 * moonRadius);
        if (dim <= 0) {
            return Optional.empty();
        }
        EventKind kind = dark >= 1
                ? EventKind.TOTAL_LUNAR_ECLIPSE
                : dark > 0 ? EventKind.PARTIAL_LUNAR_ECLIPSE : EventKind.PENUMBRAL_LUNAR_ECLIPSE;
        return Optional.of(new SkyEvent(kind, et, NaifIds.MOON, NaifIds.SUN, dark > 0 ? dark : dim));
    }
}
