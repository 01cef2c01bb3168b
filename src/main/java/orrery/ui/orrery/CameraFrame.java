package orrery.ui.orrery;

/**
 * What the camera's angles are measured in, or where its eye is held.
 *
 * @param kind which
 * @param a NAIF id: of a pair the first body, of {@link Kind#FROM} the body where the eye is; else 0
 * @param b NAIF id of a pair's second body; else 0
 */
public record CameraFrame(Kind kind, int a, int b) {
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

    public static final CameraFrame ECLIPTIC = new CameraFrame(Kind.ECLIPTIC, 0, 0);
    public static final CameraFrame EQUATOR = new CameraFrame(Kind.EQUATOR, 0, 0);

    public static CameraFrame pair(int first, int second) {
        return new CameraFrame(Kind.PAIR, first, second);
    }

    public static CameraFrame from(int observer) {
        return new CameraFrame(Kind.FROM, observer, 0);
    }
}
