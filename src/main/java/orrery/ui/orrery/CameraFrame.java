package orrery.ui.orrery;

import java.util.Optional;

/**
 * What the camera's angles are measured in, or where its eye is held.
 *
 * @param kind which
 * @param a NAIF id: of a pair the first body, of {@link Kind#FROM} the body where the eye is; else 0
 * @param b NAIF id of a pair's second body; else 0
 * @param field of {@link Kind#FROM} the field of view that stays, degrees; 0 where the size of what is looked at stays
 * @param ground of {@link Kind#FROM} the place on the body where the eye is; empty for its middle
 */
public record CameraFrame(Kind kind, int a, int b, double field, Optional<Ground> ground) {
    /** The widest field that stays, degrees: more of it a flat picture shows only stretched. */
    public static final double WIDEST = 120;

    private static final double NARROWEST = 1e-5;

    /** Kinds of frames. */
    public enum Kind {
        /** Longitude and latitude of the ecliptic of J2000. */
        ECLIPTIC,
        /** Right ascension and declination, ICRF. */
        EQUATOR,
        /** Turning with a pair of bodies: the line between them stands still. */
        PAIR,
        /** The eye stays at a body and looks at the pivot, as through a telescope; zooming narrows the field. */
        FROM
    }

    public static final CameraFrame ECLIPTIC = new CameraFrame(Kind.ECLIPTIC, 0, 0, 0, Optional.empty());
    public static final CameraFrame EQUATOR = new CameraFrame(Kind.EQUATOR, 0, 0, 0, Optional.empty());

    public static CameraFrame pair(int first, int second) {
        return new CameraFrame(Kind.PAIR, first, second, 0, Optional.empty());
    }

    public static CameraFrame from(int observer) {
        return new CameraFrame(Kind.FROM, observer, 0, 0, Optional.empty());
    }

    /**
     * From a body through a lens that does not change while what it looks at draws nearer or away.
     *
     * @param field of view over the height of the picture, degrees
     */
    public static CameraFrame from(int observer, double field) {
        return new CameraFrame(Kind.FROM, observer, 0, Math.clamp(field, NARROWEST, WIDEST), Optional.empty());
    }

    /** The same from a place on the ground, or from the middle of the body. */
    public CameraFrame on(Optional<Ground> place) {
        return new CameraFrame(kind, a, b, field, place);
    }

    /** The same with a lens that shows so many times as much; no lens, no change. */
    CameraFrame zoomed(double times) {
        if (!(field > 0)) {
            return this;
        }
        double next = Math.toDegrees(2 * Math.atan(Math.tan(Math.toRadians(field / 2)) * times));
        return from(a, next).on(ground);
    }
}
