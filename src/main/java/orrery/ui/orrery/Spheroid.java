package orrery.ui.orrery;

/**
 * A body's figure in the camera's axes: a sphere flattened along its pole, seen from far away. Lengths are in
 * equatorial radii, in the camera's axes: right, up, toward it.
 *
 * <p>Confined to one thread.
 */
final class Spheroid {
    private double kx;
    private double ky;
    private double kz;
    private double e;
    private double outline;

    /** The point of the surface at a pixel, after {@link #hit}. */
    double x;

    double y;
    double z;

    /** The outward normal there, a unit vector. */
    double nx;

    double ny;
    double nz;

    /** Prepares for a body: its pole as a unit vector, and its flattening relative to the equatorial radius. */
    void begin(double[] pole, double flattening) {
        kx = pole[0];
        ky = pole[1];
        kz = pole[2];
        double ratio = 1 - flattening;
        e = 1 / (ratio * ratio) - 1;
        outline = e / (1 + e * kz * kz);
    }

    /** How far inside the outline a point of the picture is, in radii, near the outline; negative outside. */
    double inside(double px, double py) {
        double s = px * kx + py * ky;
        double q = px * px + py * py + outline * s * s;
        double gx = px + outline * s * kx;
        double gy = py + outline * s * ky;
        return (1 - q) / (2 * Math.max(Math.sqrt(gx * gx + gy * gy), 0.05));
    }

    /** Finds the surface at a point of the picture; a point outside the outline is moved to it. */
    void hit(double px, double py) {
        double s = px * kx + py * ky;
        double q = px * px + py * py + outline * s * s;
        if (q > 1) {
            double shrink = 1 / Math.sqrt(q);
            px *= shrink;
            py *= shrink;
            s *= shrink;
        }
        double a = 1 + e * kz * kz;
        double b = e * s * kz;
        double c = px * px + py * py + e * s * s - 1;
        x = px;
        y = py;
        z = (-b + Math.sqrt(Math.max(0, b * b - a * c))) / a;
        double along = e * (s + z * kz);
        double mx = x + along * kx;
        double my = y + along * ky;
        double mz = z + along * kz;
        double length = 1 / Math.sqrt(mx * mx + my * my + mz * mz);
        nx = mx * length;
        ny = my * length;
        nz = mz * length;
    }

    /**
     * The share of light that the body blocks from a point in the plane of its equator, 0..1.
     *
     * @param light the direction of the light, a unit vector
     * @param soft width of the shadow's edge, radii
     */
    double shade(double px, double py, double pz, double[] light, double soft) {
        double lx = light[0];
        double ly = light[1];
        double lz = light[2];
        double toward = lx * kx + ly * ky + lz * kz;
        double above = px * kx + py * ky + pz * kz;
        double a = 1 + e * toward * toward;
        double b = px * lx + py * ly + pz * lz + e * above * toward;
        if (b >= 0) {
            return 0;
        }
        double c = px * px + py * py + pz * pz + e * above * above;
        // By how much the light ray misses the middle, in radii.
        double miss = Math.sqrt(Math.max(0, c - b * b / a));
        return Math.clamp(0.5 + (1 - miss) / soft, 0.0, 1.0);
    }
}
