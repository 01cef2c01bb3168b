package orrery.ui.orrery;

import java.util.List;
import orrery.ephemeris.Ring;
import orrery.math.Vectors;
import orrery.ui.fx.Raster;

/**
 * A planet's rings: bands in the plane of its equator, in front of and behind its disc, with the planet's shadow on
 * them, and theirs on the planet. Lengths are in planet radii, in the camera's axes: right, up, toward it.
 *
 * <p>Confined to one thread.
 */
final class RingPainter {
    /** Below this radius in pixels, a planet's rings are not visible. */
    private static final double SMALLEST = 4.5;
    /** Edge-on there would be nothing to see; closer to edge-on than this they are drawn as if slightly tilted. */
    private static final double EDGE = 0.02;
    /** How much less light reaches the side facing away from the Sun. */
    private static final double UNLIT = 0.35;
    /** Bands narrower than this, in km, are drawn stronger than their width would give. */
    private static final double THREAD = 100;

    private double[] inner = new double[0];
    private double[] outerEdge = new double[0];
    private double[] depth = new double[0];
    private double[] opacity = new double[0];
    private double radius = 1;
    private Spheroid figure = new Spheroid();
    private double[] pole = new double[3];
    private double[] sun = new double[3];
    private double outer;

    /**
     * Prepares for a planet.
     *
     * @param look the planet with its rings
     * @param northPole direction of the pole, a unit vector
     * @param light direction to the Sun, a unit vector
     * @param body the planet's figure
     * @param meanShare the mean radius, in equatorial radii
     */
    void begin(BodyLook look, double[] northPole, double[] light, Spheroid body, double meanShare) {
        List<Ring> bands = look.body().rings();
        outer = 0;
        if (bands.isEmpty()) {
            return;
        }
        inner = bands.stream().mapToDouble(Ring::inner).toArray();
        outerEdge = bands.stream().mapToDouble(Ring::outer).toArray();
        depth = bands.stream().mapToDouble(Ring::opticalDepth).toArray();
        opacity = new double[depth.length];
        radius = Math.max(look.radius(), 1) / meanShare;
        pole = northPole.clone();
        sun = light.clone();
        figure = body;
        for (Ring band : bands) {
            if (band.opticalDepth() > 0.01) {
                outer = Math.max(outer, band.outer() / radius);
            }
        }
    }

    /**
     * The share of sunlight that the rings let through to a point of the planet's surface, 0..1.
     *
     * @param pixel a pixel's side, planet radii: the shadow's edges are softened by this
     */
    double through(double nx, double ny, double nz, double pixel) {
        double slope = Vectors.dot(sun, pole);
        if (outer == 0 || Math.abs(slope) < 1e-6) {
            return 1;
        }
        double along = -(nx * pole[0] + ny * pole[1] + nz * pole[2]) / slope;
        if (along <= 0) {
            return 1;
        }
        double x = nx + along * sun[0];
        double y = ny + along * sun[1];
        double z = nz + along * sun[2];
        // A pixel's side at the obliquely seen and lit surface, as a length in the plane of the rings.
        double lit = Math.max(0.05, nx * sun[0] + ny * sun[1] + nz * sun[2]);
        double width = pixel / Math.max(0.12, nz) * Math.max(1, lit / Math.abs(slope));
        return let(Vectors.length(x, y, z) * radius, width * radius, Math.abs(slope));
    }

    /** The share of light that passes through a stretch of the bands of this width, km. */
    private double let(double km, double width, double slope) {
        double hidden = 0;
        for (int i = 0; i < inner.length; i++) {
            double from = Math.max(inner[i], km - width / 2);
            double to = Math.min(outerEdge[i], km + width / 2);
            if (to > from) {
                hidden += (to - from) / width * (1 - Math.exp(-depth[i] / slope));
            }
        }
        return 1 - Math.min(1, hidden);
    }

    /** Draws the rings over the planet drawn before. */
    void paint(Raster raster, DrawnBody spot, double r, int tint, boolean dark) {
        if (outer == 0 || r < SMALLEST) {
            return;
        }
        double tilt = Math.abs(pole[2]) < EDGE ? Math.copySign(EDGE, pole[2]) : pole[2];
        double shine = Vectors.dot(sun, pole) * tilt > 0 ? 1 : UNLIT;
        double edge2 = (outer + 1 / r) * (outer + 1 / r);
        for (int i = 0; i < depth.length; i++) {
            opacity[i] = 1 - Math.exp(-depth[i] / Math.max(Math.abs(tilt), 0.15));
        }
        double reach = outer * r + 1;
        int left = Math.max(0, (int) Math.floor(spot.x() - reach));
        int right = Math.min(raster.width() - 1, (int) Math.ceil(spot.x() + reach));
        int top = Math.max(0, (int) Math.floor(spot.y() - reach));
        int bottom = Math.min(raster.height() - 1, (int) Math.ceil(spot.y() + reach));
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double x = (column + 0.5 - spot.x()) / r;
                double y = (spot.y() - row - 0.5) / r;
                double z = -(x * pole[0] + y * pole[1]) / tilt;
                double away2 = x * x + y * y + z * z;
                if (away2 > edge2 || (z < 0 && figure.inside(x, y) > 0)) {
                    continue;
                }
                double away = Math.sqrt(away2);
                // How much the distance from the planet changes over this pixel, by which the bands' edges are
                // softened.
                double across = Math.hypot(x - z * pole[0] / tilt, y - z * pole[1] / tilt) / (away * r);
                double cover = cover(away * radius, across * radius);
                if (cover > 0) {
                    double shade = figure.shade(x, y, z, sun, 0.008 + 2.5 / r);
                    double light = shine * (1 - 0.93 * shade);
                    light *= grain(away * radius);
                    int rgb = dark ? BodyPainter.mix(0, tint, light * 0.92) : BodyPainter.mix(0x2A2520, tint, light);
                    raster.blend(row * raster.width() + column, rgb, cover * 0.9 * spot.strength());
                }
            }
        }
    }

    /** The share of the background that the bands hide over a stretch of this width, km. */
    private double cover(double km, double width) {
        double cover = 0;
        for (int i = 0; i < inner.length; i++) {
            double from = Math.max(inner[i], km - width / 2);
            double to = Math.min(outerEdge[i], km + width / 2);
            if (to > from) {
                // Uranus's rings are threads of a few km: at true strength they would never be visible.
                double share = (to - from) / width;
                cover += (outerEdge[i] - inner[i] < THREAD ? Math.pow(share, 0.42) : share) * opacity[i];
            }
        }
        return Math.min(1, cover);
    }

    /** Ringlets: the bands are not as uniform as their mean depths. */
    private static double grain(double km) {
        return 0.90 + 0.16 * Noise.sum(km / 2600, 0.5, 0.5, 4);
    }
}
