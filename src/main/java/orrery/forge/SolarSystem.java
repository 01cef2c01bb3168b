package orrery.forge;

import java.util.ArrayList;
import java.util.List;
import orrery.math.Constants;

/** The bodies, states and forces that the shipped kernel is made from, put together. */
final class SolarSystem {
    /** Ceres, Pallas and Vesta stand right behind the major bodies. */
    static final int CERES = NBody.MAJOR;

    static final int PALLAS = NBody.MAJOR + 1;
    static final int VESTA = NBody.MAJOR + 2;

    /** GM of Ceres, Pallas and Vesta, km^3/s^2: {@code BODY2000001_GM} and so on of gm_de440.tpc. */
    private static final double[] GM_ASTEROIDS = {62.62888864440993, 13.665878145967422, 17.288232879171513};

    private static final double[] GM_MAJOR = {
        De440.GM_SUN,
        De440.GM_MERCURY,
        De440.GM_VENUS,
        De440.GM_EARTH,
        De440.GM_MOON,
        De440.GM_MARS,
        De440.GM_JUPITER,
        De440.GM_SATURN,
        De440.GM_URANUS,
        De440.GM_NEPTUNE,
        De440.GM_PLUTO
    };

    /** GM of DE440's 343 asteroids, km^3/s^2: the sum of MA0001 to MA0999 in its comment area. */
    private static final double GM_MAIN_BELT = 170.532127;
    /** GM of DE440's 30 bodies of the Kuiper belt and of its ring: MA8001 to MA8030, MA8201 to MA8236. */
    private static final double GM_KUIPER_BELT = 2315.402864 + 8916.783192;

    private static final double RING_RADIUS = 44 * Constants.AU;
    private static final double BELT_RADIUS = 2.7 * Constants.AU;
    private static final int RING_POINTS = 36;

    private SolarSystem() {}

    /** The GM of every body, km^3/s^2, at J2000. */
    static double[] gm() {
        double[] gm = new double[states().length];
        System.arraycopy(GM_MAJOR, 0, gm, 0, GM_MAJOR.length);
        System.arraycopy(GM_ASTEROIDS, 0, gm, GM_MAJOR.length, GM_ASTEROIDS.length);
        for (int i = 0; i < MinorBodies.TABLE.length; i++) {
            gm[VESTA + 1 + i] = MinorBodies.TABLE[i][0];
        }
        return gm;
    }

    /** The state of every body at J2000: x, y, z in km, vx, vy, vz in km/s, about the barycenter. */
    static double[][] states() {
        List<double[]> states = new ArrayList<>(List.of(InitialStates.MAJOR));
        for (double[] state : InitialStates.ASTEROIDS) {
            states.add(fromSun(state, 0));
        }
        for (double[] row : MinorBodies.TABLE) {
            states.add(fromSun(row, 1));
        }
        return states.toArray(new double[0][]);
    }

    /** Every term of the model. */
    static List<Force> forces() {
        NBody bodies = new NBody(gm());
        double belt = GM_MAIN_BELT;
        double kuiper = GM_KUIPER_BELT;
        for (double gm : GM_ASTEROIDS) {
            belt -= gm;
        }
        for (double[] row : MinorBodies.TABLE) {
            if (row[0] < 10) {
                belt -= row[0];
            } else {
                kuiper -= row[0];
            }
        }
        return List.of(
                new PointMasses(bodies),
                new ZonalFigure(
                        NBody.EARTH, De440.EARTH_RADIUS, De440.EARTH_ZONALS, new EarthPole(), NBody.MOON, NBody.SUN),
                new LunarFigure(),
                new EarthTides(),
                new ZonalFigure(
                        NBody.SUN,
                        De440.SUN_RADIUS,
                        new double[] {De440.SUN_J2},
                        new SunPole(),
                        NBody.MERCURY,
                        NBody.VENUS,
                        NBody.EARTH,
                        NBody.MOON,
                        NBody.MARS,
                        NBody.JUPITER,
                        NBody.SATURN),
                new SolarSpin(NBody.JUPITER),
                new MatterRing(belt, BELT_RADIUS, RING_POINTS, NBody.MAJOR),
                new MatterRing(kuiper, RING_RADIUS, RING_POINTS, NBody.MAJOR));
    }

    private static double[] fromSun(double[] state, int from) {
        double[] out = new double[6];
        for (int i = 0; i < 6; i++) {
            out[i] = state[from + i] + InitialStates.MAJOR[NBody.SUN][i];
        }
        return out;
    }
}
