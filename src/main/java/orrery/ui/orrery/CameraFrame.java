package orrery.ui.orrery;

import java.util.Optional;

/**
 * The frame in which the camera's angles are measured, or the body at which its eye is fixed.
 *
 * @param kind the kind of frame
 * @param a NAIF id: the first body of a pair, or for {@link Kind#FROM} the body with the eye; else 0
 * @param b NAIF id of a pair's second body; else 0
 * @param field for {@link Kind#FROM}, the fixed field of view, degrees; 0 if the size of the target stays fixed instead
 * @param ground of {@link Kind#FROM} the place on the body where the eye is; empty for its middle
 */
public record CameraFrame(Kind kind, int a, int b, double field, Optional<Ground> ground) {
    /** The widest fixed field, degrees: beyond that a flat picture is too distorted. */
    public static final double WIDEST = 120;

    private static final double NARROWEST = 1e-5;

    /** Kinds of frames. */
    public enum Kind {
        /** Longitude and latitude of the ecliptic of J2000. */
        ECLIPTIC,
        /** Right ascension and declination, ICRF. */
        EQUATOR,
        /** Rotating with a pair of bodies: the line between them is fixed. */
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
     * From a body through a lens that does not change while its target approaches or recedes.
     *
     * @param field vertical field of view, degrees
     */
    public static CameraFrame from(int observer, double field) {
        return new CameraFrame(Kind.FROM, observer, 0, Math.clamp(field, NARROWEST, WIDEST), Optional.empty());
    }

    /** The same from a place on the ground, or from the middle of the body. */
    public CameraFrame on(Optional<Ground> place) {
        return new CameraFrame(kind, a, b, field, place);
    }

    /** The same with a lens that shows this many times as much; without a lens, no change. */
    CameraFrame zoomed(double times) {
        if (!(field > 0)) {
            return this;
        }
        double next = Math.toDegrees(2 * Math.atan(Math.tan(Math.toRadians(field / 2)) * times));
        return from(a, next).on(ground);
    }
}
