package orrery.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Ephemeris;
import orrery.math.Constants;
import orrery.testing.SoundKernels;

class MoonRotationTest {
    private static final Path SHIPPED = SoundKernels.shipped();

    /**
     * JD 2440400.5, DE440's own epoch: PHI, THT, PSI; OMEGAX, OMEGAY, OMEGAZ; OMGCX, OMGCY, OMGCZ of its comment area.
     */
    private static final double EPOCH = (2_440_400.5 - 2_451_545) * Constants.DAY;

    private static final double[] ANGLES = {5.1281766460549065E-03, 3.8239237919555696E-01, 1.2941677663498148};
    private static final double[] MANTLE = {4.5644806314097845E-05, -2.2181330043506524E-06, 2.2994485893752234E-01};
    private static final double[] CORE = {-0.00676312958983699, -0.0010641211811619241, 0.22992724827007177};

    @Test
    void theRotationAtJ2000IsThatOfDe440In1969CarriedThere() {
        double phi = ANGLES[0];
        double theta = ANGLES[1];
        double psi = ANGLES[2];
        double[] spin = Arrays.stream(MANTLE).map(w -> w / Constants.DAY).toArray();
        double phiRate = (spin[0] * Math.sin(psi) + spin[1] * Math.cos(psi)) / Math.sin(theta);
        NBody b = new NBody(Arrays.copyOf(SolarSystem.gm(), 5));
        b.r[b.mantle()] = phi;
        b.r[b.mantle() + 1] = theta;
        b.r[b.mantle() + 2] = psi;
        double[] start = new double[9];
        System.arraycopy(ANGLES, 0, start, 0, 3);
        start[3] = phiRate;
        start[4] = spin[0] * Math.cos(psi) - spin[1] * Math.sin(psi);
        start[5] = spin[2] - phiRate * Math.cos(theta);
        MoonRotation rotation = new MoonRotation();
        double[] core = {CORE[0], CORE[1], CORE[2] / (1 - De440.MOON_CORE_OBLATENESS)};
        try (KernelHandle handle = new KernelRegistry().open(SHIPPED);
                KernelPool pool = KernelPool.of(handle)) {
            Ephemeris ephemeris = Ephemeris.of(pool);
            place(ephemeris, EPOCH, b);
            rotation.begin(b);
            for (int axis = 0; axis < 3; axis++) {
                for (int i = 0; i < 3; i++) {
                    start[6 + axis] += rotation.axes[3 * i + axis] * core[i] / Constants.DAY;
                }
            }
            double[] end = carry(ephemeris, b, start);
            for (int i = 0; i < 3; i++) {
                assertThat(end[i]).as("angle %d, rad", i).isCloseTo(InitialStates.MOON_ROTATION[0][i], within(1e-7));
                assertThat(end[3 + i])
                        .as("rate %d, rad/s", i)
                        .isCloseTo(InitialStates.MOON_ROTATION[0][3 + i], within(1e-13));
                assertThat(end[6 + i])
                        .as("core %d, rad/s", i)
                        .isCloseTo(InitialStates.MOON_ROTATION[1][3 + i], within(1e-13));
            }
        }
    }

    private static double[] carry(Ephemeris ephemeris, NBody b, double[] start) {
        LunarFigure figure = new LunarFigure();
        OrdinaryDifferentialEquation motion = new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return 9;
            }

            @Override
            public double[] computeDerivatives(double et, double[] y) {
                place(ephemeris, et, b);
                System.arraycopy(y, 0, b.r, b.mantle(), 3);
                System.arraycopy(y, 3, b.v, b.mantle(), 3);
                System.arraycopy(y, 6, b.v, b.core(), 3);
                Arrays.fill(b.a, 0);
                figure.addTo(et, b);
                double[] rate = new double[9];
                System.arraycopy(y, 3, rate, 0, 3);
                System.arraycopy(b.a, b.mantle(), rate, 3, 3);
                System.arraycopy(b.a, b.core(), rate, 6, 3);
                return rate;
            }
        };
        return new DormandPrince853Integrator(100, Constants.DAY, 1e-14, 1e-13)
                .integrate(motion, new ODEState(EPOCH, start), 0)
                .getPrimaryState();
    }

    private static void place(Ephemeris ephemeris, double et, NBody b) {
        double[] state = new double[6];
        int[] ids = {10, 399, 301};
        int[] slots = {NBody.SUN, NBody.EARTH, NBody.MOON};
        for (int i = 0; i < 3; i++) {
            ephemeris.state(ids[i], 0, et, state);
            System.arraycopy(state, 0, b.r, 3 * slots[i], 3);
            System.arraycopy(state, 3, b.v, 3 * slots[i], 3);
        }
    }

    @Test
    void theMoonKeepsItsFaceToTheEarthAndItsTiltToTheEcliptic() {
        double[] gm = Arrays.copyOf(SolarSystem.gm(), NBody.MAJOR);
        double[][] states = Arrays.copyOf(SolarSystem.states(), NBody.MAJOR);
        MoonRotation rotation = new MoonRotation();
        double obliquity = 84_381.406 * Constants.ARCSECOND;
        new Integration(gm, states, List.of(new PointMasses(new NBody(gm)), new LunarFigure()))
                .run(
                        -19 * Constants.JULIAN_YEAR,
                        (et, b) -> {
                            rotation.begin(b);
                            double[] m = rotation.axes;
                            double[] toEarth = new double[3];
                            double distance = 0;
                            for (int axis = 0; axis < 3; axis++) {
                                double d = b.offset(NBody.MOON, NBody.EARTH, axis);
                                distance += d * d;
                                for (int row = 0; row < 3; row++) {
                                    toEarth[row] += m[3 * row + axis] * d;
                                }
                            }
                            // Optical librations stay within 8 degrees in longitude and 7 in latitude.
                            double longitude = Math.toDegrees(Math.atan2(toEarth[1], toEarth[0]));
                            double latitude = Math.toDegrees(Math.asin(toEarth[2] / Math.sqrt(distance)));
                            assertThat(Math.abs(longitude)).isLessThan(8.2);
                            assertThat(Math.abs(latitude)).isLessThan(7);
                            // Cassini's second law: 1 degree 32.6 minutes, with a wobble of some hundredths of a
                            // degree, about the principal axis.
                            double up = Math.cos(obliquity) * m[8] - Math.sin(obliquity) * m[7];
                            assertThat(Math.toDegrees(Math.acos(up))).isCloseTo(1.543, within(0.1));
                        },
                        et -> true);
    }
}
