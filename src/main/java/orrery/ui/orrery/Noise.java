package orrery.ui.orrery;

/**
 * Smooth, reproducible noise in space: random values on an integer lattice, interpolated (Perlin's value noise), and
 * sums of it at ever finer scales.
 */
final class Noise {
    private Noise() {}

    /** A value in -1..1. */
    static double at(double x, double y, double z) {
        int ix = (int) Math.floor(x);
        int iy = (int) Math.floor(y);
        int iz = (int) Math.floor(z);
        double fx = smooth(x - ix);
        double fy = smooth(y - iy);
        double fz = smooth(z - iz);
        double near = plane(ix, iy, iz, fx, fy);
        return near + (plane(ix, iy, iz + 1, fx, fy) - near) * fz;
    }

    /** A sum of octaves, each with twice the frequency and half the amplitude; about -1..1. */
    static double sum(double x, double y, double z, int octaves) {
        double sum = 0;
        double weight = 0.5;
        double scale = 1;
        for (int i = 0; i < octaves; i++) {
            // Shifted, so that the lattices of the octaves do not coincide.
            sum += weight * at(x * scale + 17.3 * i, y * scale - 9.1 * i, z * scale + 5.7 * i);
            weight /= 2;
            scale *= 2;
        }
        return sum;
    }

    private static double plane(int x, int y, int z, double fx, double fy) {
        double a = value(x, y, z);
        double b = value(x + 1, y, z);
        double c = value(x, y + 1, z);
        double d = value(x + 1, y + 1, z);
        double low = a + (b - a) * fx;
        return low + (c + (d - c) * fx - low) * fy;
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double value(int x, int y, int z) {
        int h = x * 0x8DA6B343 ^ y * 0xD8163841 ^ z * 0xCB1AB31F;
        h = (h ^ (h >>> 15)) * 0x2C1B3C6D;
        h = (h ^ (h >>> 12)) * 0x297A2D39;
        h ^= h >>> 15;
        return h * (1.0 / 0x80000000L);
    }
}
