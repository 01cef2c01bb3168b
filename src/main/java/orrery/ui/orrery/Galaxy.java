package orrery.ui.orrery;

import orrery.frames.InertialFrame;
import orrery.math.Vectors;

/**
 * The brightness of the Milky Way over the sky, synthesized rather than photographed: a band along the galactic
 * equator, broad and bright toward the center, split by a dark rift, mottled. Immutable, thread-safe.
 */
final class Galaxy {
    private static final int SIDE = 256;

    private static final class Holder {
        static final Galaxy GALAXY = new Galaxy();
    }

    private final float[] light = new float[SIDE * SIDE];

    private Galaxy() {
        double[] v = new double[6];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                Octahedron.direction((column + 0.5) / SIDE, (row + 0.5) / SIDE, v);
                double length = Vectors.length(v);
                for (int k = 0; k < 3; k++) {
                    v[k] /= length;
                    v[k + 3] = 0;
                }
                InertialFrame.GALACTIC.fromJ2000(v);
                light[row * SIDE + column] = (float) light(v[0], v[1], v[2]);
            }
        }
    }

    /** The Milky Way; created on first use, which takes a few tenths of a second. */
    static Galaxy get() {
        return Holder.GALAXY;
    }

    /** Brightness 0..1 in a direction in galactic axes: x to the center, z to the north pole. */
    private static double light(double x, double y, double z) {
        double latitude = Math.toDegrees(Math.asin(Math.clamp(z, -1.0, 1.0)));
        double longitude = Math.toDegrees(Math.atan2(y, x));
        double toward = Math.exp(-longitude * longitude / (2 * 48 * 48));
        double clouds = Noise.sum(6 * x, 6 * y, 11 * z, 5);
        double b = latitude + 3.5 * Noise.sum(3 * x + 9, 3 * y, 3 * z, 3);
        double width = 7 + 5.5 * toward;
        double band = (0.36 + 0.64 * toward) * Math.exp(-b * b / (2 * width * width));
        double bulge = 0.55 * Math.exp(-(longitude * longitude / 170 + latitude * latitude / 62));
        // The dust of the Great Rift, from Cygnus to the center and on to Centaurus.
        double lane = latitude - 1.5 + 5 * Noise.sum(5 * x - 4, 5 * y, 5 * z, 4);
        double rift = 0.72
                * Math.exp(-lane * lane / 11)
                * Math.exp(-Math.pow((longitude - 12) / 62, 4))
                * Math.clamp(0.75 + 1.2 * Noise.sum(8 * x, 8 * y, 8 * z + 3, 3), 0.0, 1.0);
        double halo = 0.05 * Math.exp(-Math.abs(latitude) / 30);
        return Math.max(0, (band + bulge) * (1 + 0.85 * clouds) * (1 - rift) + halo);
    }

    /** Brightness of about 0..1 in a direction in ICRF, of any length. */
    double at(double x, double y, double z) {
        double u = Math.clamp(Octahedron.u(x, y, z) * SIDE - 0.5, 0.0, SIDE - 1.001);
        double v = Math.clamp(Octahedron.v(x, y, z) * SIDE - 0.5, 0.0, SIDE - 1.001);
        int column = (int) u;
        int row = (int) v;
        double fu = u - column;
        int at = row * SIDE + column;
        double top = light[at] + (light[at + 1] - light[at]) * fu;
        double bottom = light[at + SIDE] + (light[at + SIDE + 1] - light[at + SIDE]) * fu;
        return top + (bottom - top) * (v - row);
    }
}
