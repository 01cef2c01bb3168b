package orrery.ui.orrery;

import orrery.math.Constants;
import orrery.spk.NaifIds;

/**
 * The point of view. The camera looks at a pivot, which travels with a body.
 *
 * @param focus NAIF id of the body that the pivot travels with
 * @param x pivot relative to the focus, km, ICRF
 * @param y pivot relative to the focus, km, ICRF
 * @param z pivot relative to the focus, km, ICRF
 * @param yaw longitude of the eye as seen from the pivot, in the frame's axes, radians
 * @param pitch latitude of the eye as seen from the pivot, in the frame's axes, radians, -pi/2..pi/2
 * @param distance distance from the pivot at which the standard field of view shows the same extent, km
 * @param orthographic whether parallel lines stay parallel
 * @param frame the frame in which the angles are measured
 * @param axes the frame's axes at the current date
 * @param eye distance from the pivot to the eye if it differs from {@code distance}, km; else 0
 */
public record Camera(
        int focus,
        double x,
        double y,
        double z,
        double yaw,
        double pitch,
        double distance,
        boolean orthographic,
        CameraFrame frame,
        Axes axes,
        double eye) {
    public static final double NEAREST = 1;
    public static final double FARTHEST = 1e13;

    public Camera {
        pitch = Math.clamp(pitch, -Math.PI / 2, Math.PI / 2);
        distance = Math.clamp(distance, NEAREST, FARTHEST);
        yaw = Math.IEEEremainder(yaw, 2 * Math.PI);
    }

    /** A camera that looks at a body in perspective, with ecliptic angles. */
    public static Camera ecliptic(int body, double yaw, double pitch, double km) {
        return new Camera(body, 0, 0, 0, yaw, pitch, km, false, CameraFrame.ECLIPTIC, Axes.ECLIPTIC, 0);
    }

    /** The camera of the first start: from Mercury to Jupiter. */
    public static Camera first() {
        return ecliptic(NaifIds.SUN, Math.toRadians(-68), Math.toRadians(38), 17.2 * Constants.AU);
    }

    /** Distance of the eye from the pivot, km. */
    public double eyeDistance() {
        return eye > 0 ? eye : distance;
    }

    public Camera at(int body) {
        return pivot(body, 0, 0, 0);
    }

    /** Moves the pivot, km, ICRF, relative to a body. */
    public Camera pivot(int body, double px, double py, double pz) {
        return new Camera(body, px, py, pz, yaw, pitch, distance, orthographic, frame, axes, eye);
    }

    /** Shows more or less: from a fixed eye, through another lens. */
    public Camera distance(double km) {
        return new Camera(focus, x, y, z, yaw, pitch, km, orthographic, frame.zoomed(km / distance), axes, eye);
    }

    /** With the lens of its frame, if the frame has one: seen from an eye at this distance, km. */
    Camera lens(double away) {
        double km = away * Math.tan(Math.toRadians(frame.field() / 2)) / Math.tan(Viewport.FIELD / 2);
        return new Camera(focus, x, y, z, yaw, pitch, km, orthographic, frame, axes, eye);
    }

    /** The vertical angle of view of the open part of a picture, degrees. */
    public double field() {
        return Math.toDegrees(2 * Math.atan(Math.tan(Viewport.FIELD / 2) * distance / eyeDistance()));
    }

    public Camera turned(double yawBy, double pitchBy) {
        return direction(yaw + yawBy, pitch + pitchBy);
    }

    public Camera direction(double newYaw, double newPitch) {
        return new Camera(focus, x, y, z, newYaw, newPitch, distance, orthographic, frame, axes, eye);
    }

    public Camera moved(double dx, double dy, double dz) {
        return pivot(focus, x + dx, y + dy, z + dz);
    }

    public Camera orthographic(boolean parallel) {
        return new Camera(focus, x, y, z, yaw, pitch, distance, parallel, frame, axes, eye);
    }

    /** The same numbers in another frame; the caller must ensure that they make sense there. */
    Camera in(CameraFrame other, Axes along, double eyeKm) {
        return new Camera(focus, x, y, z, yaw, pitch, distance, orthographic, other, along, eyeKm);
    }

    /** The direction from the pivot to the eye, a unit vector in ICRF. */
    public void toEye(double[] out) {
        double cp = Math.cos(pitch);
        axes.toSky(cp * Math.cos(yaw), cp * Math.sin(yaw), Math.sin(pitch), out);
    }

    /** The same direction of view with its angles in other axes. */
    Camera along(CameraFrame other, Axes newAxes) {
        double[] v = new double[3];
        toEye(v);
        double[] w = new double[3];
        newAxes.fromSky(v[0], v[1], v[2], w);
        // Looking straight down, the longitude does not affect the direction, only which way is up.
        boolean pole = Math.abs(w[2]) > 1 - 1e-12;
        double newYaw = pole ? yaw : Math.atan2(w[1], w[0]);
        double newPitch = Math.asin(Math.clamp(w[2], -1.0, 1.0));
        return in(other, newAxes, 0).direction(newYaw, newPitch);
    }
}
