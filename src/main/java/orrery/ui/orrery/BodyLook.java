package orrery.ui.orrery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import orrery.ephemeris.Bodies;
import orrery.ephemeris.Body;
import orrery.ephemeris.Radii;
import orrery.ephemeris.Ring;
import orrery.spk.BodyKind;
import orrery.spk.NaifIds;

/**
 * How a body is drawn: the catalogue's data on it, plus our own marker sizes and label order. A planet's barycenter
 * that stands in for the planet looks like the planet.
 *
 * @param tint 0xRRGGBB on a dark sky
 * @param ink 0xRRGGBB on paper
 * @param radius mean radius in km; 0 where unknown
 * @param marker radius in pixels below which the body is never drawn
 * @param letter one to three letters
 * @param name name beside the dot
 * @param rank priority of the label; lower is more important
 * @param body the catalogue's entry for what is seen
 */
public record BodyLook(
        int tint, int ink, double radius, double marker, String letter, String name, int rank, Body body) {
    /** The looks requested so far, for one edition of the catalogue. */
    private record Edition(long number, Map<Integer, BodyLook> looks) {}

    private static volatile Edition known = new Edition(-1, Map.of());
    /** The rank of the last planet, with Pluto included. */
    static final int LAST_PLANET = 9;

    private static final int SUN_TINT = 0xFFD27A;
    private static final int SUN_INK = 0xD08A1D;
    private static final int LAST_RANK = 50;

    /** The look of a NAIF id. */
    public static BodyLook of(int id) {
        long edition = Bodies.edition();
        Edition now = known;
        if (now.number != edition) {
            // Kernels that were loaded since may name bodies or give their sizes.
            now = new Edition(edition, new ConcurrentHashMap<>());
            known = now;
        }
        BodyLook look = now.looks.get(id);
        return look == null ? now.looks.computeIfAbsent(id, BodyLook::read) : look;
    }

    /** The name beside the dot: a barycenter has its planet's name, except for the Earth-Moon barycenter. */
    public static String name(int id) {
        return of(id).name;
    }

    /** The name of the center of a body's state: if that is the body's own barycenter, the two need different names. */
    static String center(int body, int center) {
        return NaifIds.isPlanetarySystem(center) && body == NaifIds.planetOf(center)
                ? Bodies.name(center)
                : name(center);
    }

    private static BodyLook read(int id) {
        Body self = Bodies.of(id);
        Body seen = id == NaifIds.EARTH_BARYCENTER
                ? self
                : Bodies.of(Bodies.planetOf(id).orElse(id));
        boolean sun = id == NaifIds.SUN;
        return new BodyLook(
                sun ? SUN_TINT : rgb(seen.tint().dark()),
                sun ? SUN_INK : rgb(seen.tint().light()),
                seen.radii().map(Radii::mean).orElse(0.0),
                marker(seen),
                seen.isNamed() ? seen.letter() : "",
                seen.isNamed() ? seen.name() : Bodies.name(id),
                rank(seen),
                seen);
    }

    private static int rgb(String hex) {
        return Integer.parseInt(hex.substring(1), 16);
    }

    private static double marker(Body body) {
        return switch (body.id()) {
            case NaifIds.SUN -> 10.5;
            case NaifIds.MERCURY -> 2.8;
            case NaifIds.VENUS, NaifIds.EARTH -> 3.8;
            case NaifIds.MARS -> 3.2;
            case NaifIds.JUPITER -> 6.6;
            case NaifIds.SATURN -> 5.8;
            case NaifIds.URANUS, NaifIds.NEPTUNE -> 4.7;
            case NaifIds.PLUTO -> 2.4;
            default ->
                switch (body.kind()) {
                    case SPACECRAFT -> 2.2;
                    case ASTEROID, COMET -> minor(body);
                    default -> 1.9;
                };
        };
    }

    /** A mark by size: from a kilometer to Ceres it grows by half; a body whose size is unknown has a small one. */
    private static double minor(Body body) {
        double km = body.radii().map(Radii::mean).orElse(1.0);
        return Math.clamp(1.5 + 0.28 * Math.log10(Math.max(km, 1)), 1.5, 2.3);
    }

    private static int rank(Body body) {
        return switch (body.id()) {
            case NaifIds.SUN -> 0;
            case NaifIds.EARTH -> 1;
            case NaifIds.JUPITER -> 2;
            case NaifIds.SATURN -> 3;
            case NaifIds.MARS -> 4;
            case NaifIds.VENUS -> 5;
            case NaifIds.URANUS -> 6;
            case NaifIds.NEPTUNE -> 7;
            case NaifIds.MERCURY -> 8;
            case NaifIds.PLUTO -> 9;
            case NaifIds.MOON -> 12;
            default ->
                switch (body.kind()) {
                    case SPACECRAFT -> 14;
                    case MOON -> 30;
                    default -> LAST_RANK;
                };
        };
    }

    /** The extent of what is seen of the body, in its radii: to the edge of its rings. */
    double reach() {
        double outer = radius;
        for (Ring ring : body.rings()) {
            outer = ring.opticalDepth() > 0.01 ? Math.max(outer, ring.outer()) : outer;
        }
        return radius > 0 ? outer / radius : 1;
    }

    /**
     * The flattening of the body: how much shorter the polar axis is, relative to the equator's; 0 if unknown, or if
     * the body is not a spheroid.
     */
    double flattening() {
        double flat = body.radii().map(Radii::flattening).orElse(0.0);
        return flat > 0 && flat < 0.2 && body.kind() == BodyKind.PLANET ? flat : 0;
    }

    /** The color for a theme, or the one that the user chose for both: 0xRRGGBB. */
    public int color(boolean dark) {
        return BodyColors.of(body.id()).orElse(dark ? tint : ink);
    }
}
