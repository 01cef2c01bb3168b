package orrery.ui.orrery;

import java.util.Arrays;

/**
 * Maps space to pixels. Positions are first taken relative to the pivot, in doubles, so that a kilometer of a
 * spacecraft and the orbit of Pluto are both drawn without jitter.
 *
 * <p>The axes are kept in ICRF: the camera's ecliptic angles are rotated once, not every point. Immutable, thread-safe.
 */
public final class Projection {
    /** Obliquity of the ecliptic at J2000, 84381.448 arcseconds (IAU 1976, as in SPICE's ECLIPJ2000). */
    public static final double OBLIQUITY = Math.toRadians(84381.448 / 3600);

    /** From an eye at a body, anything closer than this is that body itself, km. */
    private static final double NEAREST_SEEN = 100;

    private static final double SIN = Math.sin(OBLIQUITY);
    private static final double COS = Math.cos(OBLIQUITY);

    private final double[] right = new double[3];
    private final double[] up = new double[3];
    private final double[] toCamera = new double[3];
    private final double px;
    private final double py;
    private final double pz;
    private final double distance;
    private final boolean orthographic;
    private final double focal;
    private final double cx;
    private final double cy;
    private final double near;

    /**
     * @param camera the point of view
     * @param viewport the picture
     * @param focusX position of the camera's focus relative to the sky's origin, km, ICRF
     * @param focusY as focusX
     * @param focusZ as focusX
     */
    public Projection(Camera camera, Viewport viewport, double focusX, double focusY, double focusZ) {
        double sy = Math.sin(camera.yaw());
        double cyaw = Math.cos(camera.yaw());
        double sp = Math.sin(camera.pitch());
        double cp = Math.cos(camera.pitch());
        Axes axes = camera.axes();
        axes.toSky(-sy, cyaw, 0, right);
        axes.toSky(-sp * cyaw, -sp * sy, cp, up);
        axes.toSky(cp * cyaw, cp * sy, sp, toCamera);
        px = focusX + camera.x();
        py = focusY + camera.y();
        pz = focusZ + camera.z();
        distance = camera.eyeDistance();
        orthographic = camera.orthographic();
        // An eye farther away than the standard one looks through a longer lens.
        focal = viewport.focal() * (distance / camera.distance());
        cx = viewport.centerX();
        cy = viewport.centerY();
        near = camera.eye() > 0 ? Math.min(distance * 1e-3, NEAREST_SEEN) : distance * 1e-3;
    }

    /** Rotates a vector from the ecliptic of J2000 to ICRF. */
    static void equatorial(double x, double y, double z, double[] out) {
        out[0] = x;
        out[1] = COS * y - SIN * z;
        out[2] = SIN * y + COS * z;
    }

    /**
     * Projects a point.
     *
     * @param x relative to the sky's origin, km, ICRF
     * @param y as x
     * @param z as x
     * @param out receives the column and row in pixels and the depth in km; a depth of {@code near} or less is behind
     * the camera, and the pixels are then meaningless
     */
    public void project(double x, double y, double z, double[] out) {
        double rx = x - px;
        double ry = y - py;
        double rz = z - pz;
        double depth = distance - (rx * toCamera[0] + ry * toCamera[1] + rz * toCamera[2]);
        double k = focal / (orthographic ? distance : depth);
        out[0] = cx + k * (rx * right[0] + ry * right[1] + rz * right[2]);
        out[1] = cy - k * (rx * up[0] + ry * up[1] + rz * up[2]);
        out[2] = depth;
    }

    /** A direction in the camera's axes: to the right, up, and toward the camera. */
    public void direction(double x, double y, double z, double[] out) {
        out[0] = x * right[0] + y * right[1] + z * right[2];
        out[1] = x * up[0] + y * up[1] + z * up[2];
        out[2] = x * toCamera[0] + y * toCamera[1] + z * toCamera[2];
    }

    /**
     * Projects something infinitely far away, given its direction in ICRF; returns false if it is behind the camera.
     */
    public boolean infinity(double x, double y, double z, double[] out) {
        direction(x, y, z, out);
        double ahead = -out[2];
        if (ahead < 0.05) {
            return false;
        }
        out[0] = cx + focal * out[0] / ahead;
        out[1] = cy - focal * out[1] / ahead;
        return true;
    }

    /** The number of pixels that a length covers at a depth. */
    public double pixels(double km, double depth) {
        return focal * km / (orthographic ? distance : depth);
    }

    /** Whether something at this depth is in front of the camera. */
    public boolean inFront(double depth) {
        return orthographic || depth > near;
    }

    /**
     * The point at a pixel and a depth.
     *
     * @param column pixels
     * @param row pixels
     * @param depth km
     * @param out receives x, y, z relative to the pivot, km, ICRF
     */
    public void unproject(double column, double row, double depth, double[] out) {
        double k = (orthographic ? distance : depth) / focal;
        double u = (column - cx) * k;
        double v = (cy - row) * k;
        double w = distance - depth;
        for (int i = 0; i < 3; i++) {
            out[i] = u * right[i] + v * up[i] + w * toCamera[i];
        }
    }

    /** The pivot's depth, km. */
    public double distance() {
        return distance;
    }

    /** Pixels per unit of tangent. */
    double focal() {
        return focal;
    }

    /** The direction of infinitely distant things at a pixel: ICRF, not of unit length. */
    void ray(double column, double row, double[] out) {
        double u = (column - cx) / focal;
        double v = (cy - row) / focal;
        for (int i = 0; i < 3; i++) {
            out[i] = u * right[i] + v * up[i] - toCamera[i];
        }
    }

    /** Whether another projection shows the infinitely distant sky at the same pixels. */
    boolean sameSky(Projection other) {
        return focal == other.focal
                && cx == other.cx
                && cy == other.cy
                && Arrays.equals(right, other.right)
                && Arrays.equals(up, other.up);
    }
}
