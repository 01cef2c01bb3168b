package orrery.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.forge.ChebyshevLayout;
import orrery.forge.SpkWriter;
import orrery.spk.OutsideCoverageException;
import orrery.testing.Shared;

/** Places seen by an observer: CSPICE's own answers, closed forms, and refusals. */
class PlanetAtTest {
    private static final double C = 299_792.458;

    private final KernelRegistry registry = new KernelRegistry();

    @Test
    void placesAgreeWithSpice() throws IOException {
        int rows = 0;
        int sameBits = 0;
        for (Path csv : Shared.files("golden", "aberration_")) {
            String kernel =
                    csv.getFileName().toString().replace("aberration_", "").replace(".csv", "");
            try (KernelHandle handle = registry.open(Shared.real(kernel));
                    KernelPool pool = KernelPool.of(handle)) {
                Ephemeris ephemeris = Ephemeris.of(pool);
                double[] state = new double[6];
                for (String line : Files.readAllLines(csv).stream().skip(1).toList()) {
                    String[] cells = line.split(",");
                    double[] golden = Arrays.stream(cells)
                            .skip(4)
                            .mapToDouble(Double::parseDouble)
                            .toArray();
                    double lightTime = ephemeris.planetAt(
                            Integer.parseInt(cells[0]),
                            Integer.parseInt(cells[1]),
                            Double.parseDouble(cells[3]),
                            Aberration.named(cells[2]).orElseThrow(),
                            state);
                    assertThat(distance(state, golden, 0)).as(line).isLessThanOrEqualTo(1e-9 * norm(golden, 0));
                    assertThat(distance(state, golden, 3)).as(line).isLessThanOrEqualTo(1e-9 * norm(golden, 3));
                    assertThat(lightTime).as(line).isCloseTo(golden[6], within(1e-9 * golden[6]));
                    rows++;
                    sameBits += lightTime == golden[6] && Arrays.equals(state, 0, 6, golden, 0, 6) ? 1 : 0;
                }
            }
        }
        assertThat(rows).as("rows compared").isEqualTo(1_000);
        assertThat(sameBits).as("rows with the bits of CSPICE").isEqualTo(rows);
    }

    @Test
    void lightTimeToABodyAtRestIsItsDistanceOverC(@TempDir Path folder) throws IOException {
        try (KernelHandle handle = registry.open(fixedAndMoving(folder));
                KernelPool pool = KernelPool.of(handle)) {
            Ephemeris ephemeris = Ephemeris.of(pool);
            double[] seen = new double[6];
            double lightTime = ephemeris.planetAt(10, 0, 0, PlaceKind.ASTROMETRIC, seen);
            assertThat(lightTime).isEqualTo(3e8 / C);
            assertThat(seen).containsExactly(3e8, 0, 0, 0, 0, 0);
        }
    }

    @Test
    void aMovingTargetIsSeenWhereTheConvergedLightTimeEquationPutsIt(@TempDir Path folder) throws IOException {
        try (KernelHandle handle = registry.open(fixedAndMoving(folder));
                KernelPool pool = KernelPool.of(handle)) {
            // Body 4 recedes along x at 30 km/s from 1e8 km: x(t) = 1e8 + 30 t, seen from the barycenter at 0.
            double[] seen = new double[6];
            double lightTime = Ephemeris.of(pool).planetAt(4, 0, 0, Aberration.CN, seen);
            double exact = 1e8 / (C + 30);
            assertThat(lightTime).isCloseTo(exact, within(1e-12 * exact));
            assertThat(seen[0]).isCloseTo(C * exact, within(1e-12 * 1e8));
            // dx/dt = v (1 - d(lt)/dt) with d(lt)/dt = v / (c + v)
            assertThat(seen[3]).isCloseTo(30 * (1 - 30 / (C + 30)), within(1e-12 * 30));
        }
    }

    @Test
    void aMovingObserverSeesABodyTurnedTowardsItsMotion(@TempDir Path folder) throws IOException {
        try (KernelHandle handle = registry.open(fixedAndMoving(folder));
                KernelPool pool = KernelPool.of(handle)) {
            // Body 399 passes the barycenter at 0 at 30 km/s along y; body 10 rests on the x axis.
            double[] seen = new double[6];
            Ephemeris.of(pool).planetAt(10, 399, 0, PlaceKind.APPARENT, seen);
            double sine = 30 / C;
            assertThat(seen[1] / norm(seen, 0)).isCloseTo(sine, within(1e-12));
            assertThat(norm(seen, 0)).isCloseTo(3e8, within(1e-12 * 3e8));
        }
    }

    @Test
    void anObserverSeesItselfNowhereButHere(@TempDir Path folder) throws IOException {
        try (KernelHandle handle = registry.open(fixedAndMoving(folder));
                KernelPool pool = KernelPool.of(handle)) {
            double[] seen = new double[6];
            for (Aberration aberration : Aberration.values()) {
                assertThat(Ephemeris.of(pool).planetAt(399, 399, 0, aberration, seen))
                        .isZero();
                assertThat(seen).containsExactly(0, 0, 0, 0, 0, 0);
            }
        }
    }

    @Test
    void lightThatLeftBeforeTheDataBeginIsRefusedTyped(@TempDir Path folder) throws IOException {
        try (KernelHandle handle = registry.open(fixedAndMoving(folder));
                KernelPool pool = KernelPool.of(handle)) {
            Ephemeris ephemeris = Ephemeris.of(pool);
            double[] seen = new double[6];
            ephemeris.planetAt(4, 0, -1e5, Aberration.NONE, seen);
            assertThatThrownBy(() -> ephemeris.planetAt(4, 0, -1e5, Aberration.LT, seen))
                    .isInstanceOf(OutsideCoverageException.class);
        }
    }

    @Test
    void correctionsHaveSpicesNames() {
        assertThat(Aberration.named(" cn + s ")).contains(Aberration.CN_S);
        assertThat(Aberration.named("xcn+s")).contains(Aberration.XCN_S);
        assertThat(Aberration.named("YLT")).isEmpty();
        assertThat(Aberration.names()).isEqualTo("NONE, LT, LT+S, CN, CN+S, XLT, XLT+S, XCN, XCN+S");
    }

    private static Path fixedAndMoving(Path folder) throws IOException {
        Path file = folder.resolve("straight.bsp");
        SpkWriter.littleEndian()
                .addAll(List.of(line(10, 3e8, 0, 0), line(4, 1e8, 30, 0), line(399, 0, 0, 30)))
                .write(file);
        return file;
    }

    /** A body on a straight line through (x, 0, 0) at epoch 0, km and km/s, over 1e5 s to either side. */
    private static orrery.forge.RawSegment line(int body, double x, double vx, double vy) {
        double[][][] coefficients = {{{x, vx * 1e5}, {0, vy * 1e5}, {0, 0}}};
        return new ChebyshevLayout(-1e5, 2e5, coefficients).type2(body, 0, 1, -1e5, 1e5, "straight line");
    }

    private static double norm(double[] v, int at) {
        return Math.sqrt(v[at] * v[at] + v[at + 1] * v[at + 1] + v[at + 2] * v[at + 2]);
    }

    private static double distance(double[] a, double[] b, int at) {
        double[] difference = {a[at] - b[at], a[at + 1] - b[at + 1], a[at + 2] - b[at + 2]};
        return norm(difference, 0);
    }
}
