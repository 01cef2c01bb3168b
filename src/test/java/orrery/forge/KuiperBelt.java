package orrery.forge;

import orrery.math.TwoBody;

/** The shift of the barycenter by DE440's bodies of the Kuiper belt, which other ephemerides lack. For one thread. */
public final class KuiperBelt {
    private static final double ALL = De440.GM_SUN
            + De440.GM_JUPITER
            + De440.GM_SATURN
            + De440.GM_URANUS
            + De440.GM_NEPTUNE
            + De440.GM_EARTH
            + De440.GM_VENUS;

    private KuiperBelt() {}

    /**
     * How far from the barycenter of everything else the barycenter with these thirty bodies is, each on its conic
     * about it since J2000; some hundred meters are not known, for DE440's barycenter is not exactly the Sun's and
     * planets'.
     *
     * @return km, ICRF
     */
    public static double[] shift(double et) {
        double[] out = new double[3];
        TwoBody motion = new TwoBody();
        for (MinorBodies.MinorBody body : MinorBodies.all()) {
            double[] s = body.state();
            if (body.kuiperBelt() && motion.propagate(ALL, s, et)) {
                for (int i = 0; i < 3; i++) {
                    out[i] += body.gm() / ALL * motion.state[i];
                }
            }
        }
        return out;
    }
}
