package orrery.ui.orrery;

import org.jspecify.annotations.Nullable;

/**
 * Holds the camera and moves it: turned, pushed and zoomed by hand at once, flown in 400 ms, eased, and any hand on it ends
 * the flight.
 *
 * <p>Confined to the JavaFX thread.
 */
public final class CameraRig {
    private static final double FLIGHT_SECONDS = 0.4;

    private Camera camera = Camera.first();
    private @Nullable Flight flight;
    private boolean still;

    /** Where bodies are now: what the rig needs to know of the sky. */
    @FunctionalInterface
    public interface Whereabouts {
        /** Writes a body's drawn place, km, ICRF; false if it is not in the sky now. */
        boolean of(int body, double[] out);
    }

    private record Flight(Camera from, Camera to, double seconds) {}

    public Camera camera() {
        return camera;
    }

    public boolean flying() {
        return flight != null;
    }

    /** With reduced motion, flights arrive at once. */
    public void reducedMotion(boolean reduced) {
        still = reduced;
    }

    /** Puts the camera somewhere at once. */
    public void set(Camera next) {
        flight = null;
        camera = next;
    }

    /** Flies to another camera. */
    public void fly(Camera to, Whereabouts sky) {
        Camera from = rebase(camera, to.focus(), sky);
        if (still) {
            set(to);
            return;
        }
        camera = from;
        double turn = Math.IEEEremainder(to.yaw() - from.yaw(), 2 * Math.PI);
        Camera near = new Camera(
                from.focus(),
                from.x(),
                from.y(),
                from.z(),
                from.yaw(),
                from.pitch(),
                from.distance(),
                to.orthographic());
        flight = new Flight(
                near,
                new Camera(
                        to.focus(),
                        to.x(),
                        to.y(),
                        to.z(),
                        from.yaw() + turn,
                        to.pitch(),
                        to.distance(),
                        to.orthographic()),
                0);
    }

    /** The same view, with a pivot that travels with another body from now on. */
    public static Camera rebase(Camera camera, int body, Whereabouts sky) {
        double[] old = new double[3];
        double[] now = new double[3];
        if (camera.focus() == body || !sky.of(camera.focus(), old) || !sky.of(body, now)) {
            return camera.focus() == body ? camera : camera.at(body);
        }
        return new Camera(
                body,
                old[0] + camera.x() - now[0],
                old[1] + camera.y() - now[1],
                old[2] + camera.z() - now[2],
                camera.yaw(),
                camera.pitch(),
                camera.distance(),
                camera.orthographic());
    }

    /** Moves a flight on; true while there is one. */
    public boolean advance(double seconds) {
        Flight now = flight;
        if (now == null) {
            return false;
        }
        double time = Math.min(1, now.seconds + seconds / FLIGHT_SECONDS);
        camera = at(now.from, now.to, time);
        flight = time >= 1 ? null : new Flight(now.from, now.to, time);
        return true;
    }

    private static Camera at(Camera from, Camera to, double time) {
        if (time >= 1) {
            return to;
        }
        double e = time * time * (3 - 2 * time);
        double d0 = from.distance();
        double d1 = to.distance();
        double dx = from.x() - to.x();
        double dy = from.y() - to.y();
        double dz = from.z() - to.z();
        double way = Math.sqrt(dx * dx + dy * dy + dz * dz);
        // From one close-up to another: rise until both are in sight, then come down.
        double rise = Math.max(0, Math.log(Math.max(way / Math.max(d0, d1), 1e-9)));
        double distance = Math.exp(Math.log(d0) * (1 - e) + Math.log(d1) * e + rise * 4 * e * (1 - e));
        // The way shrinks with the distance, so that what is flown to stays where it is seen until it fills the view.
        double left = rise == 0 && Math.abs(d0 - d1) > 1e-6 * d0 ? (distance - d1) / (d0 - d1) : 1 - e;
        return new Camera(
                to.focus(),
                to.x() + dx * left,
                to.y() + dy * left,
                to.z() + dz * left,
                from.yaw() * (1 - e) + to.yaw() * e,
                from.pitch() * (1 - e) + to.pitch() * e,
                distance,
                to.orthographic());
    }

    /** Turns the camera about its pivot, radians. */
    public void turn(double yaw, double pitch) {
        set(camera.turned(yaw, pitch));
    }

    /**
     * Zooms so that the point under a pixel stays under it.
     *
     * @param factor below 1 to come nearer
     * @param depth of that point, km; the pivot's for empty sky
     */
    public void zoom(double factor, double column, double row, double depth, Projection projection) {
        double[] point = new double[3];
        projection.unproject(column, row, depth, point);
        double next = Math.clamp(camera.distance() * factor, Camera.NEAREST, Camera.FARTHEST);
        double k = 1 - next / camera.distance();
        set(camera.moved(point[0] * k, point[1] * k, point[2] * k).distance(next));
    }

    /** Shifts the pivot so that the picture follows the hand. */
    public void pan(double columns, double rows, Viewport viewport, Projection projection) {
        double[] point = new double[3];
        projection.unproject(viewport.centerX() - columns, viewport.centerY() - rows, projection.distance(), point);
        set(camera.moved(point[0], point[1], point[2]));
    }
}
