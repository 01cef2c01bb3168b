package orrery.forge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Ephemeris;
import orrery.math.Constants;
import orrery.testing.SoundKernels;

/** The shipped kernel against JPL Horizons (DE441) from 1900 to 2100: the greatest distance of each decade, in km. */
class LongSpanTest {
    private static final Path SHIPPED = SoundKernels.shipped();

    /** Stands for the Moon relative to the Earth. */
    private static final int MOON_FROM_EARTH = -301;

    private static final Map<Integer, TreeMap<Integer, Double>> FAR = new HashMap<>();

    private record Row(int target, double et) {}

    @BeforeAll
    static void measure() throws IOException {
        Map<Row, double[]> horizons = read();
        try (KernelHandle handle = new KernelRegistry().open(SHIPPED);
                KernelPool pool = KernelPool.of(handle)) {
            Ephemeris ephemeris = Ephemeris.of(pool);
            double[] ours = new double[6];
            horizons.forEach((row, theirs) -> {
                ephemeris.state(row.target(), 0, row.et(), ours);
                note(row.target(), row.et(), distance(ours, theirs));
                double[] both = horizons.get(new Row(3, row.et()));
                if (row.target() == 301 && both != null) {
                    double share = De440.GM_EARTH / (De440.GM_EARTH + De440.GM_MOON);
                    double[] moon = new double[3];
                    for (int axis = 0; axis < 3; axis++) {
                        moon[axis] = (theirs[axis] - both[axis]) / share;
                    }
                    ephemeris.state(301, 399, row.et(), ours);
                    note(MOON_FROM_EARTH, row.et(), distance(ours, moon));
                }
            });
        }
    }

    private static Map<Row, double[]> read() throws IOException {
        Map<Row, double[]> rows = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(LongSpanTest.class.getResourceAsStream("long_span.csv")),
                StandardCharsets.US_ASCII))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(f -> rows.put(new Row(Integer.parseInt(f[0]), Double.parseDouble(f[2])), new double[] {
                        Double.parseDouble(f[3]), Double.parseDouble(f[4]), Double.parseDouble(f[5])
                    }));
        }
        assertThat(rows).hasSize(211);
        return rows;
    }

    private static double distance(double[] a, double[] b) {
        return Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
    }

    private static void note(int body, double et, double km) {
        int decade = 10 * (int) Math.floor((2000 + et / Constants.JULIAN_YEAR) / 10);
        FAR.computeIfAbsent(body, b -> new TreeMap<>()).merge(decade, km, Math::max);
    }

    @Test
    void theSunStaysWithinTenMetersForTwoHundredYears() {
        within(
                10,
                1900,
                List.of(9., 7., 6., 5., 3., 2., 1.2, 0.8, 0.3, 0.1, 0.1, 0.1, 0.2, 0.2, 0.5, 1., 2., 4., 5., 7.));
    }

    @Test
    void plutoStaysWithinAKilometerForTwoHundredYears() {
        within(
                9,
                1900,
                List.of(
                        900., 700., 700., 450., 250., 150., 65., 35., 10., 3., 3., 3., 22., 60., 120., 230., 320., 430.,
                        620., 780.));
    }

    @Test
    void earthAndMoonStayWithinTensOfMeters() {
        within(3, 1970, List.of(2., 2., 1., 1., 2., 2., 3.));
        within(301, 1970, List.of(15., 12., 3., 9., 13., 22., 26.));
        within(MOON_FROM_EARTH, 1970, List.of(15., 12., 3., 9., 13., 22., 26.));
        within(399, 1970, List.of(2., 2., 1., 1., 2.));
    }

    private static void within(int body, int decade, List<Double> meters) {
        TreeMap<Integer, Double> far = Objects.requireNonNull(FAR.get(body));
        assertThat(far).as("decades of %d", body).hasSize(meters.size());
        for (int i = 0; i < meters.size(); i++) {
            int year = decade + 10 * i;
            assertThat(far.get(year))
                    .as("body %d in the %ds, km", body, year)
                    .isLessThanOrEqualTo(meters.get(i) / 1000);
        }
    }
}
