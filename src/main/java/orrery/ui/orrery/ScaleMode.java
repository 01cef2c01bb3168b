package orrery.ui.orrery;

import orrery.math.Constants;
import orrery.math.Vectors;

/**
 * How distances from the Sun are drawn. Directions do not change; if distances are not true, a satellite's orbit around
 * its planet is enlarged so that it stays visible.
 */
public enum ScaleMode {
    /** To scale. */
    TRUE {
        @Override
        double radius(double km) {
            return km;
        }
    },
    /** Logarithmic: each factor of ten takes the same space. */
    LOGARITHMIC {
        @Override
        double radius(double km) {
            return 2.2 * Constants.AU * Math.log1p(km / (0.25 * Constants.AU));
        }
    },
    /** The planets evenly spaced. */
    SCHEMATIC {
        @Override
        double radius(double km) {
            double au = km / Constants.AU;
            int last = MEAN.length - 1;
            for (int i = 1; i <= last; i++) {
                if (au <= MEAN[i]) {
                    return Constants.AU * (i - 1 + (au - MEAN[i - 1]) / (MEAN[i] - MEAN[i - 1]));
                }
            }
            return Constants.AU * (last + (au - MEAN[last]) / 10);
        }
    };

    /** Mean distances of the planets, Ceres and Pluto, au (rounded; they only place the steps). */
    private static final double[] MEAN = {0, 0.387, 0.723, 1, 1.524, 2.77, 5.2, 9.54, 19.19, 30.07, 39.5};

    /** The drawn distance from the Sun for this true distance, km. */
    abstract double radius(double km);

    /** Transforms a heliocentric vector in place, km. */
    final void apply(double[] v) {
        if (this == TRUE) {
            return;
        }
        double r = Vectors.length(v);
        if (r > 0) {
            double k = radius(r) / r;
            v[0] *= k;
            v[1] *= k;
            v[2] *= k;
        }
    }

    /** The magnification of a satellite's orbit around its planet. */
    final double local() {
        return this == TRUE ? 1 : 60;
    }
}
