package orrery.ui.orrery;

import java.util.Optional;

/**
 * The horizon of an observer on a body, in the picture: a straight line, because the eye lies in its plane.
 *
 * @param across how fast one comes above it towards the right
 * @param up the same towards the top; together of length 1
 * @param from height above it of the picture's top left corner, pixels
 */
record Skyline(double across, double up, double from) {
    private static final double LEAST = 1e-9;
    /** The strength of names below it, and over how many pixels of the scene they lose it. */
    private static final double BELOW = 0.35;

    private static final double DUSK = 40;

    /** The horizon; none unless the camera is on the ground of a body whose orientation is known. */
    static Optional<Skyline> of(Camera camera, Projection projection, Viewport viewport) {
        CameraFrame frame = camera.frame();
        boolean stands = frame.kind() == CameraFrame.Kind.FROM && frame.ground().isPresent();
        if (!stands
                || camera.eye() <= 0
                || camera.orthographic()
                || camera.axes().equals(Axes.ECLIPTIC)) {
            return Optional.empty();
        }
        double[] zenith = new double[3];
        camera.axes().toSky(0, 0, 1, zenith);
        projection.direction(zenith[0], zenith[1], zenith[2], zenith);
        double slope = Math.max(Math.hypot(zenith[0], zenith[1]), LEAST);
        double across = zenith[0] / slope;
        double up = zenith[1] / slope;
        return Optional.of(new Skyline(
                across,
                up,
                up * viewport.centerY() - across * viewport.centerX() - zenith[2] * projection.focal() / slope));
    }

    /** How far a place of the picture is above it, pixels; negative below. */
    double above(double x, double y) {
        return from + across * x - up * y;
    }

    /** The strength of a name at a place of the picture: what is below is shaded, and its name dimmed with it. */
    double strength(double x, double y, double scale) {
        return Math.clamp(1 + above(x, y) / (DUSK * scale), BELOW, 1);
    }
}
