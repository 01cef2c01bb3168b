package orrery.forge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import orrery.math.Constants;

/** The bodies, states and forces from which the shipped kernel is made. */
final class SolarSystem {
    /** Index of Ceres, Pallas and Vesta, right after the major bodies. */
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

    /** GM of each point of the Kuiper belt's ring, km^3/s^2: MA8201 to MA8236 of DE440. */
    private static final double GM_RING_POINT = 247.688422;

    /**
     * The asteroids, besides Ceres, Pallas and Vesta, that attract one another: those of JPL's small-body file
     * sb441-n16.
     */
    private static final Set<String> HEAVY = Set.of(
            "MA0003", "MA0007", "MA0010", "MA0015", "MA0016", "MA0031", "MA0052", "MA0065", "MA0087", "MA0088",
            "MA0107", "MA0511", "MA0704");

    private static final int RING_POINTS = 36;
    private static final double RING_RADIUS = 44 * Constants.AU;
    private static final double OBLIQUITY = 84_381.406 * Constants.ARCSECOND;
    /**
     * Ecliptic longitude of the ring's first point at J2000. No source gives it. Pluto passed near a point about 1930,
     * so it was chosen such that Pluto in 1900 to 1930 is where Horizons (DE441) has it: the one fitted figure here.
     */
    private static final double RING_LONGITUDE = 1.386 * Constants.DEGREE;

    private SolarSystem() {}

    /** The GM of every body, km^3/s^2, at J2000. */
    static double[] gm() {
        List<Double> gm = new ArrayList<>();
        for (double major : GM_MAJOR) {
            gm.add(major);
        }
        for (double asteroid : GM_ASTEROIDS) {
            gm.add(asteroid);
        }
        for (MinorBodies.MinorBody body : others()) {
            gm.add(body.gm());
        }
        for (int i = 0; i < RING_POINTS; i++) {
            gm.add(GM_RING_POINT);
        }
        return gm.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The state of every body at J2000: x, y, z in km, vx, vy, vz in km/s, about the barycenter. */
    static double[][] states() {
        List<double[]> states = new ArrayList<>(List.of(InitialStates.MAJOR));
        for (double[] state : InitialStates.ASTEROIDS) {
            states.add(fromSun(state));
        }
        for (MinorBodies.MinorBody body : others()) {
            states.add(fromSun(body.state()));
        }
        for (int i = 0; i < RING_POINTS; i++) {
            states.add(ringPoint(i));
        }
        return states.toArray(new double[0][]);
    }

    /** GM, km^3/s^2, by the number of the asteroid. */
    static Map<Integer, Double> minorMasses() {
        Map<Integer, Double> masses = new TreeMap<>();
        masses.put(1, GM_ASTEROIDS[0]);
        masses.put(2, GM_ASTEROIDS[1]);
        masses.put(4, GM_ASTEROIDS[2]);
        for (MinorBodies.MinorBody body : others()) {
            if (!body.kuiperBelt()) {
                masses.put(Integer.parseInt(body.parameter().substring(2)), body.gm());
            }
        }
        return masses;
    }

    /** The {@link MinorBodies} for which there is no better state here, the heavy ones first. */
    private static List<MinorBodies.MinorBody> others() {
        return MinorBodies.all().stream()
                .filter(body -> !List.of("MA0001", "MA0002", "MA0004").contains(body.parameter()))
                .sorted(Comparator.comparing(body -> !HEAVY.contains(body.parameter())))
                .toList();
    }

    /** On a circle in the ecliptic about the barycenter, with the speed due to the Sun alone. */
    private static double[] ringPoint(int i) {
        double angle = 2 * Math.PI * i / RING_POINTS + RING_LONGITUDE;
        double speed = Math.sqrt(De440.GM_SUN / RING_RADIUS);
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double flat = StrictMath.cos(OBLIQUITY);
        double up = StrictMath.sin(OBLIQUITY);
        return new double[] {
            RING_RADIUS * cos,
            RING_RADIUS * sin * flat,
            RING_RADIUS * sin * up,
            -speed * sin,
            speed * cos * flat,
            speed * cos * up
        };
    }

    /** Every term of the model. */
    static List<Force> forces() {
        NBody bodies = new NBody(gm());
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
                new SolarSpin(NBody.JUPITER));
    }

    private static double[] fromSun(double[] state) {
        double[] out = new double[6];
        for (int i = 0; i < 6; i++) {
            out[i] = state[i] + InitialStates.MAJOR[NBody.SUN][i];
        }
        return out;
    }
}
