package orrery.ui.orrery;

import orrery.spk.NaifIds;

/** The standard directions of view. */
public enum ViewSide {
    /** From the ecliptic's north pole. */
    TOP,
    /** Along the ecliptic. */
    SIDE,
    /** From an oblique angle, with parallel lines parallel. */
    ISOMETRIC,
    /** From the Earth at the selected body, or at the Sun if that is the Earth. */
    EARTH;

    /** The elevation of an isometric view: asin(1 / sqrt 3). */
    private static final double ISOMETRIC_PITCH = Math.asin(1 / Math.sqrt(3));

    /** The camera for this side; the pivot and the extent of the view do not change. */
    public Camera of(Camera camera, int selected) {
        Camera free = Approach.free(camera).in(CameraFrame.ECLIPTIC, Axes.ECLIPTIC, 0);
        return switch (this) {
            case TOP -> free.direction(-Math.PI / 2, Math.PI / 2);
            case SIDE -> free.direction(-Math.PI / 2, 0);
            case ISOMETRIC -> free.direction(-Math.PI / 4, ISOMETRIC_PITCH).orthographic(true);
            case EARTH ->
                free.at(selected == NaifIds.EARTH || selected == NaifIds.EARTH_BARYCENTER ? NaifIds.SUN : selected)
                        .orthographic(false)
                        .in(CameraFrame.from(NaifIds.EARTH), Axes.ECLIPTIC, 1);
        };
    }
}
