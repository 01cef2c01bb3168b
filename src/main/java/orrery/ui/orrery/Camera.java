package orrery.ui.orrery;

/**
 * Where one looks from. The camera looks at a pivot, which travels with a body.
 *
 * @param focus NAIF id of the body that the pivot travels with
 * @param x pivot relative to the focus, km, ICRF
 * @param y pivot relative to the focus, km, ICRF
 * @param z pivot relative to the focus, km, ICRF
 * @param yaw ecliptic longitude of the camera as seen from the pivot, radians
 * @param pitch ecliptic latitude of the camera as seen from the pivot, radians, -pi/2..pi/2
 * @param distance from the pivot to the camera, km
 * @param orthographic parallel lines stay parallel
 */
public record Camera(
        int focus, double x, double y, double z, double yaw, double pitch, double distance, boolean orthographic) {
    /** Astronomical unit, km (IAU 2012 resolution B2). */
    public static final double AU = 149_597_870.7;

    public static final double NEAREST = 1;
    public static final double FARTHEST = 1e13;

    public Camera {
        pitch = Math.clamp(pitch, -Math.PI / 2, Math.PI / 2);
        distance = Math.clamp(distance, NEAREST, FARTHEST);
        yaw = Math.IEEEremainder(yaw, 2 * Math.PI);
    }

    /** At the first start: from Mercury to Jupiter. */
    public static Camera first() {
        return new Camera(10, 0, 0, 0, Math.toRadians(-68), Math.toRadians(38), 17.2 * AU, false);
    }

    public Camera at(int body) {
        return new Camera(body, 0, 0, 0, yaw, pitch, distance, orthographic);
    }

    public Camera distance(double km) {
        return new Camera(focus, x, y, z, yaw, pitch, km, orthographic);
    }

    public Camera turned(double yawBy, double pitchBy) {
        return new Camera(focus, x, y, z, yaw + yawBy, pitch + pitchBy, distance, orthographic);
    }

    public Camera direction(double newYaw, double newPitch) {
        return new Camera(focus, x, y, z, newYaw, newPitch, distance, orthographic);
    }

    public Camera moved(double dx, double dy, double dz) {
        return new Camera(focus, x + dx, y + dy, z + dz, yaw, pitch, distance, orthographic);
    }

    public Camera orthographic(boolean parallel) {
        return new Camera(focus, x, y, z, yaw, pitch, distance, parallel);
    }
}
