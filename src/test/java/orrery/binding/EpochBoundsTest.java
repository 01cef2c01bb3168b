package orrery.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import orrery.testing.Concurrent;

@Concurrent
class EpochBoundsTest {
    @Test
    void everyEpochLiesWhereLookingAtAllBoundsPutsIt() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 300; round++) {
            int count = 1 + random.nextInt(round % 3 == 0 ? 20 : 300);
            int kind = random.nextInt(5);
            double[] bounds = random.doubles(count)
                    .map(x -> switch (kind) {
                        case 0 -> 1e9 * x;
                        case 1 -> 1e9 * Math.pow(x, 20); // nearly all in one slot
                        case 2 -> Math.rint(1e3 * x);
                        case 3 -> -1e-300 * x;
                        default -> 1e9 + Math.rint(x * 400) * Math.ulp(1e9);
                    })
                    .map(x -> x + 0.0)
                    .sorted()
                    .distinct()
                    .toArray();
            check(bounds, random);
        }
    }

    @Test
    void spansWithoutALengthOrWithTooMuchOfItAreHalved() {
        SplittableRandom random = new SplittableRandom(2);
        double[] bounds = random.doubles(40, -Double.MAX_VALUE / 2, Double.MAX_VALUE / 2)
                .sorted()
                .toArray();
        bounds[0] = -Double.MAX_VALUE;
        bounds[39] = Double.MAX_VALUE;
        check(bounds, random);
        check(new double[0], random);
        check(new double[] {5}, random);
    }

    private static void check(double[] bounds, SplittableRandom random) {
        EpochBounds asked = new EpochBounds(bounds);
        for (double bound : bounds) {
            for (double et : new double[] {bound, Math.nextUp(bound), Math.nextDown(bound)}) {
                assertThat(asked.piece(et))
                        .as("%s in %s", et, Arrays.toString(bounds))
                        .isEqualTo(plain(bounds, et));
            }
        }
        for (int i = 0; i < 100 && bounds.length > 1; i++) {
            double et = random.nextDouble(bounds[0] / 2 - 1, bounds[bounds.length - 1] / 2 + 1) * 2;
            assertThat(asked.piece(et))
                    .as("%s in %s", et, Arrays.toString(bounds))
                    .isEqualTo(plain(bounds, et));
        }
        assertThat(asked.piece(Double.NaN)).isEqualTo(-1);
    }

    private static int plain(double[] bounds, double et) {
        int last = -1;
        for (int i = 0; i < bounds.length; i++) {
            if (bounds[i] <= et) {
                last = i;
            }
        }
        if (last < 0 || et > bounds[bounds.length - 1]) {
            return -1;
        }
        return bounds[last] == et ? 2 * last : 2 * last + 1;
    }
}
