package orrery.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The short way to Kepler's root against {@code PROP2B}'s own: the same bits for every conic and time. */
class TwoBodyTest {
    private static final double GM = 398_600.4418;

    private final TwoBody fast = new TwoBody();
    private final HalvedTwoBody halved = new HalvedTwoBody();

    @Test
    void anyConicAtAnyTimeHasTheBitsOfHalving() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 60_000; i++) {
            double r = Math.scalb(random.nextDouble(1, 2), random.nextInt(8, 20));
            // From nearly falling to nearly escaping, and beyond.
            double speed = Math.sqrt(GM / r) * Math.sqrt(random.nextDouble(1e-3, i % 10 == 0 ? 4 : 2));
            double flight = random.nextDouble(-Math.PI, Math.PI);
            double tilt = random.nextDouble(-1.5, 1.5);
            double turn = Math.sqrt(r * r * r / GM) * 2 * Math.PI;
            double dt = switch (i % 4) {
                case 0 -> random.nextDouble(-1, 1) * turn;
                case 1 -> random.nextDouble(-300, 300) * turn;
                case 2 -> random.nextDouble(-1e-6, 1e-6) * turn;
                default -> Math.rint(random.nextDouble(-8, 8)) * turn / 2;
            };
            same(
                    GM,
                    r,
                    0,
                    0,
                    speed * Math.cos(flight),
                    speed * Math.sin(flight) * Math.cos(tilt),
                    speed * Math.sin(flight) * Math.sin(tilt),
                    dt);
        }
    }

    @Test
    void endsOfTheNumbersHaveTheBitsOfHalving() {
        double[] sizes = {1e-300, 1e-20, 1, 7_000, 1e20, 1e150, 1e300};
        for (double gm : sizes) {
            for (double r : sizes) {
                for (double v : sizes) {
                    for (double dt : new double[] {0, 1e-300, -1, 1e5, -1e20, 1e300}) {
                        same(gm, r, r / 3, 0, v / 7, v, -v, dt);
                    }
                }
            }
        }
    }

    private void same(double gm, double x, double y, double z, double vx, double vy, double vz, double dt) {
        boolean done = fast.propagate(gm, new double[] {x, y, z, vx, vy, vz}, dt);
        boolean expected = halved.propagate(gm, x, y, z, vx, vy, vz, dt);
        if (done != expected || (done && !Arrays.equals(fast.state, halved.state))) {
            assertThat(done).isEqualTo(expected);
            assertThat(fast.state)
                    .as("gm %s, position %s %s %s, velocity %s %s %s, dt %s", gm, x, y, z, vx, vy, vz, dt)
                    .isEqualTo(halved.state);
        }
    }
}
