package orrery.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.spk.Workspace;
import orrery.testing.Shared;

/** CSPICE's own answers ({@code %.17g}), and JPL's test points, row by row. */
class GoldenStatesTest {
    private static final double AU = 149_597_870.700;

    private final KernelRegistry registry = new KernelRegistry();

    @Test
    void chebyshevSegmentsGiveTheBitsOfSpice() throws IOException {
        long rows = 0;
        for (Path csv : Shared.files("golden", "seg_")) {
            String kernel = csv.getFileName().toString().replace("seg_", "").replace(".csv", "");
            try (KernelHandle handle = registry.open(Shared.real(kernel))) {
                rows += segments(handle, csv);
            }
        }
        assertThat(rows).as("rows of types 2 and 3 compared").isGreaterThan(3_000);
    }

    private static long segments(KernelHandle handle, Path csv) throws IOException {
        Workspace work = new Workspace();
        double[] state = new double[6];
        long rows = 0;
        for (String[] cells : rows(csv, "seg,target,center,frame,type,et,x,y,z,vx,vy,vz")) {
            int type = Integer.parseInt(cells[4]);
            if (type == 2 || type == 3) {
                handle.state(
                        handle.file().segments().get(Integer.parseInt(cells[0])),
                        Double.parseDouble(cells[5]),
                        state,
                        work);
                assertSameBits(state, cells, 6, csv);
                rows++;
            }
        }
        return rows;
    }

    @Test
    void chainsGiveTheBitsOfSpice() throws IOException {
        long rows = 0;
        for (Path csv : Shared.files("golden", "ssb_")) {
            String kernel = csv.getFileName().toString().replace("ssb_", "").replace(".csv", "");
            try (KernelHandle handle = registry.open(Shared.real(kernel));
                    KernelPool pool = KernelPool.of(handle)) {
                Ephemeris ephemeris = Ephemeris.of(pool);
                double[] state = new double[6];
                for (String[] cells : rows(csv, "target,center,et,x,y,z,vx,vy,vz")) {
                    ephemeris.state(
                            Integer.parseInt(cells[0]),
                            Integer.parseInt(cells[1]),
                            Double.parseDouble(cells[2]),
                            state);
                    assertSameBits(state, cells, 3, csv);
                    rows++;
                }
            }
        }
        assertThat(rows).as("rows compared").isEqualTo(8_000);
    }

    @Test
    void bigAndLittleEndianTwinsAgreeToTheBit() {
        try (KernelHandle big = registry.open(Shared.real("maxq_hist_981005_PLTEPH-DE405S"));
                KernelHandle little = registry.open(Shared.real("openspace_981005_PLTEPH-DE405S"))) {
            Workspace work = new Workspace();
            double[] a = new double[6];
            double[] b = new double[6];
            int compared = 0;
            for (int i = 0; i < big.file().segments().size(); i++) {
                var one = big.file().segments().get(i);
                var two = little.file().segments().get(i);
                for (int k = 0; k <= 100; k++) {
                    double et = one.start() + (one.end() - one.start()) * k / 100;
                    big.state(one, et, a, work);
                    little.state(two, et, b, work);
                    assertThat(a).isEqualTo(b);
                    compared++;
                }
            }
            assertThat(compared).isGreaterThan(1_000);
        }
    }

    @Test
    void jplsTestPointsAgreeWithinTheirTolerance() throws IOException {
        int[] naif = {0, 1, 2, 399, 4, 5, 6, 7, 8, 9, 301, 10, 0, 3};
        try (KernelHandle handle = registry.open(Shared.real("astronoby_de440s_2000_2030_excerpt"));
                KernelPool pool = KernelPool.of(handle)) {
            Ephemeris ephemeris = Ephemeris.of(pool);
            double[] state = new double[6];
            int rows = 0;
            for (String line : Files.readAllLines(Shared.file("golden/testpo_440_2000_2030.txt"))) {
                if (line.isBlank()) {
                    continue;
                }
                String[] cells = line.strip().split("\\s+");
                double et = (Double.parseDouble(cells[2]) - 2_451_545.0) * 86_400;
                int target = naif[Integer.parseInt(cells[3])];
                int center = naif[Integer.parseInt(cells[4])];
                int component = Integer.parseInt(cells[5]) - 1;
                ephemeris.state(target, center, et, state);
                double value = state[component] / AU * (component < 3 ? 1 : 86_400);
                assertThat(value).as(line).isCloseTo(Double.parseDouble(cells[6]), within(1e-13));
                rows++;
            }
            assertThat(rows).as("test points").isEqualTo(11);
        }
    }

    private static List<String[]> rows(Path csv, String header) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.getFirst()).isEqualTo(header);
        return lines.stream().skip(1).map(line -> line.split(",")).toList();
    }

    private static void assertSameBits(double[] state, String[] cells, int from, Path csv) {
        for (int i = 0; i < 6; i++) {
            double golden = Double.parseDouble(cells[from + i]);
            if (Double.doubleToRawLongBits(state[i]) != Double.doubleToRawLongBits(golden)) {
                assertThat(state[i])
                        .as("%s: component %d of %s", csv.getFileName(), i, String.join(",", cells))
                        .isEqualTo(golden);
            }
        }
    }
}
