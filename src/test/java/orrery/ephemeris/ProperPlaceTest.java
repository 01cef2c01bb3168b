package orrery.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.forge.ChebyshevLayout;
import orrery.forge.SpkWriter;
import orrery.math.Vectors;
import orrery.testing.SoundKernels;

/** Proper places and the axes of date, against ERFA on the shipped kernel. */
class ProperPlaceTest {
    /** A fifth of a millionth of an arcsecond: the rest is jplephem's rounding of the epoch. */
    private static final double TOLERANCE = 1e-12;

    private static final KernelRegistry REGISTRY = new KernelRegistry();

    // Made before all tests.
    @SuppressWarnings("NullAway.Init")
    private static KernelPool pool;

    private final double[] out = new double[6];

    @BeforeAll
    static void open() {
        pool = SoundKernels.shippedPool();
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    private static List<double[]> golden() {
        return Numbers.read("proper_places.csv");
    }

    @Test
    void placesAgreeWithErfa() {
        Ephemeris ephemeris = Ephemeris.of(pool);
        List<double[]> rows = golden();
        assertThat(rows).as("rows compared").hasSize(164);
        for (double[] row : rows) {
            int at = 4;
            for (PlaceKind place :
                    new PlaceKind[] {PlaceKind.PROPER, PlaceKind.TRUE_EQUATOR, PlaceKind.TRUE_ECLIPTIC}) {
                double lightTime = ephemeris.planetAt((int) row[0], (int) row[1], row[2], place, out);
                double range = Math.sqrt(row[at] * row[at] + row[at + 1] * row[at + 1] + row[at + 2] * row[at + 2]);
                double off = Math.sqrt(Math.pow(out[0] - row[at], 2)
                        + Math.pow(out[1] - row[at + 1], 2)
                        + Math.pow(out[2] - row[at + 2], 2));
                assertThat(off / range)
                        .as("%s of %s from %s at %s", place, row[0], row[1], row[2])
                        .isLessThan(TOLERANCE);
                assertThat(lightTime).isCloseTo(row[3], within(1e-11 * row[3]));
                at += 3;
            }
        }
    }

    @Test
    void theSunBendsLightByAnArcsecondOrTwoAtItsLimbAndLessFartherOff() {
        // Outside the Sun's disc the deflection is the difference between the proper place and SPICE's apparent place.
        Ephemeris ephemeris = Ephemeris.of(pool);
        double[] apparent = new double[6];
        double[] sun = new double[6];
        double most = 0;
        for (double[] row : golden()) {
            int observer = (int) row[1];
            ephemeris.planetAt((int) row[0], observer, row[2], PlaceKind.APPARENT, apparent);
            ephemeris.planetAt(10, observer, row[2], PlaceKind.APPARENT, sun);
            double elongation = Math.toDegrees(angle(sun, apparent));
            if (row[0] != 10 && elongation > 0.3) {
                ephemeris.planetAt((int) row[0], observer, row[2], PlaceKind.PROPER, out);
                double bent = Math.toDegrees(angle(out, apparent)) * 3600;
                // 1.75 arcseconds at the limb, 0.267 degrees from the middle, for light from infinitely far away, seen
                // from the Earth; Venus is nearer to the Sun by a factor of 0.72.
                assertThat(bent).isLessThan(1.75 * 0.267 / elongation / 0.7 + 0.002);
                most = Math.max(most, bent);
            }
        }
        assertThat(most).isGreaterThan(0.3);
    }

    @Test
    void ratesAreThoseOfThePlaceItself() {
        Ephemeris ephemeris = Ephemeris.of(pool);
        double[] before = new double[6];
        double[] after = new double[6];
        for (double[] row : golden().subList(0, 60)) {
            for (PlaceKind place :
                    new PlaceKind[] {PlaceKind.PROPER, PlaceKind.TRUE_EQUATOR, PlaceKind.TRUE_ECLIPTIC}) {
                ephemeris.planetAt((int) row[0], (int) row[1], row[2], place, out);
                ephemeris.planetAt((int) row[0], (int) row[1], row[2] - 30, place, before);
                ephemeris.planetAt((int) row[0], (int) row[1], row[2] + 30, place, after);
                for (int i = 0; i < 3; i++) {
                    assertThat(out[3 + i])
                            .as("%s of %s from %s at %s", place, row[0], row[1], row[2])
                            .isCloseTo((after[i] - before[i]) / 60, within(1e-5));
                }
            }
        }
    }

    @Test
    void aKernelWithoutTheSunHasNoProperPlaces(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("no_sun.bsp");
        SpkWriter.littleEndian()
                .add(new ChebyshevLayout(-1e6, 2e6, new double[][][] {{{1e8, 1}, {2, 0}, {3, 0}}})
                        .type2(399, 0, 1, -1e6, 1e6, "e"))
                .add(new ChebyshevLayout(-1e6, 2e6, new double[][][] {{{7e8, 1}, {2, 0}, {3, 0}}})
                        .type2(5, 0, 1, -1e6, 1e6, "j"))
                .write(file);
        try (KernelHandle handle = REGISTRY.open(file);
                KernelPool alone = KernelPool.of(handle)) {
            assertThatThrownBy(() -> Ephemeris.of(alone).planetAt(5, 399, 0, PlaceKind.TRUE_EQUATOR, out))
                    .isInstanceOf(NoDataException.class)
                    .hasMessageContaining("10");
        }
    }

    @Test
    void placesAreNamedAsTheyAreTyped() {
        for (PlaceKind place : PlaceKind.values()) {
            assertThat(PlaceKind.named(place.word())).contains(place);
            assertThat(PlaceKind.named(place.name())).contains(place);
        }
        assertThat(PlaceKind.named("mean-equator")).isEmpty();
        assertThat(PlaceKind.words()).contains("true-ecliptic");
    }

    private static double angle(double[] a, double[] b) {
        double[] ua = new double[3];
        double[] ub = new double[3];
        Vectors.hat(a, 0, ua, 0);
        Vectors.hat(b, 0, ub, 0);
        return Math.sqrt(Math.pow(ua[0] - ub[0], 2) + Math.pow(ua[1] - ub[1], 2) + Math.pow(ua[2] - ub[2], 2));
    }
}
