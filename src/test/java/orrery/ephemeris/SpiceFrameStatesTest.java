package orrery.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.frames.FrameSystem;
import orrery.frames.ReferenceFrame;
import orrery.frames.TextKernel;
import orrery.testing.AllocatedBytes;

/**
 * CSPICE N0067's states in frames, with {@code pck00011.tpc} and {@code tk.tf}. They were computed on the kernel
 * shipped until November 2026; {@code golden_excerpt.bsp} has the granules that they depend on ({@code
 * golden_excerpt.py}).
 */
class SpiceFrameStatesTest {
    private final KernelRegistry registry = new KernelRegistry();
    private KernelPool pool = KernelPool.of();
    private Ephemeris ephemeris = Ephemeris.of(pool);

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(FrameSystem.class.getResource("/orrery/frames/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void open() {
        try (KernelHandle planets = registry.open(resource("golden_excerpt.bsp"));
                KernelHandle stations = registry.open(resource("rotating_frames.bsp"))) {
            pool = KernelPool.of(List.of(planets, stations), List.of(TextKernel.read(resource("tk.tf"))));
            ephemeris = Ephemeris.of(pool);
        }
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private interface Answer {
        /** Leaves the state, followed by the light time if the row has one. */
        void to(String[] cells, double[] out);
    }

    /** Compares every row; returns how many are equal to the bit. */
    private static int hold(String file, int rows, int lead, double limit, Answer answer) throws IOException {
        List<String> lines = Files.readAllLines(resource(file));
        assertThat(lines).hasSize(rows + 1);
        int equal = 0;
        double worst = 0;
        double[] found = new double[7];
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            answer.to(cells, found);
            boolean same = true;
            for (int at = 0; at < 6; at += 3) {
                double off = 0;
                double size = 0;
                for (int i = at; i < at + 3; i++) {
                    double expected = Double.parseDouble(cells[lead + i]);
                    same &= expected == found[i];
                    off = Math.max(off, Math.abs(expected - found[i]));
                    size = Math.max(size, Math.abs(expected));
                }
                worst = Math.max(worst, off / size);
            }
            if (cells.length == lead + 7) {
                same &= Double.parseDouble(cells[lead + 6]) == found[6];
            }
            equal += same ? 1 : 0;
        }
        System.out.printf("%s: %d of %d states bit-equal, worst %.2g%n", file, equal, rows, worst);
        assertThat(worst).isLessThanOrEqualTo(limit);
        return equal;
    }

    @Test
    void statesInFramesThatTurnAreSpices() throws IOException {
        FrameSystem frames = ephemeris.frames();
        assertThat(hold(
                        "states_in_frames.csv",
                        324,
                        5,
                        1e-13,
                        (cells, out) -> out[6] = ephemeris.planetAt(
                                Integer.parseInt(cells[0]),
                                Integer.parseInt(cells[1]),
                                Double.parseDouble(cells[4]),
                                Aberration.named(cells[3]).orElseThrow(),
                                frames.byName(cells[2]),
                                out)))
                .isEqualTo(323);
    }

    @Test
    void segmentsInFramesThatTurnAreRotatedOnTheirWay() throws IOException {
        assertThat(hold(
                        "rotating_frames.csv",
                        240,
                        3,
                        1e-13,
                        (cells, out) -> ephemeris.state(
                                Integer.parseInt(cells[0]),
                                Integer.parseInt(cells[1]),
                                Double.parseDouble(cells[2]),
                                out)))
                .isEqualTo(238);
    }

    @Test
    void lightSentFromAnObserverMeetsItsTargetWhereSpiceSays() throws IOException {
        assertThat(hold(
                        "transmission.csv",
                        400,
                        4,
                        0,
                        (cells, out) -> out[6] = ephemeris.planetAt(
                                Integer.parseInt(cells[0]),
                                Integer.parseInt(cells[1]),
                                Double.parseDouble(cells[3]),
                                Aberration.named(cells[2]).orElseThrow(),
                                out)))
                .isEqualTo(400);
    }

    @Test
    void aStateInAnyFrameAllocatesNothing() throws IOException {
        double et = Double.parseDouble(
                Files.readAllLines(resource("rotating_frames.csv")).get(1).split(",", -1)[2]);
        double[] out = new double[6];
        ReferenceFrame frame = ephemeris.frames().byName("TEST_QUATERNION");
        assertThat(AllocatedBytes.of(_ -> ephemeris.state(-900, 0, et, out)))
                .as("two hops in frames that turn")
                .isZero();
        assertThat(AllocatedBytes.of(_ -> ephemeris.planetAt(399001, 399, et, Aberration.NONE, frame, out)))
                .as("a frame on a frame that turns")
                .isZero();
    }

    @Test
    void aFrameWhoseCenterNobodyHasIsRefusedWithTheCure() throws IOException {
        String[] cells = Files.readAllLines(resource("states_in_frames.csv")).stream()
                .filter(line -> line.startsWith("399,10,"))
                .findFirst()
                .orElseThrow()
                .split(",", -1);
        double et = Double.parseDouble(cells[4]);
        ReferenceFrame mars = ephemeris.frames().byName("IAU_MARS");
        double[] out = new double[6];
        // CSPICE refuses it too: SPICE(SPKINSUFFDATA).
        assertThatThrownBy(() -> ephemeris.planetAt(399, 10, et, Aberration.LT, mars, out))
                .isInstanceOf(NoDataException.class)
                .hasMessageStartingWith(
                        "The frame IAU_MARS is taken when light left its center, Mars (499), and light time to there"
                                + " cannot be had: ")
                .hasMessageEndingWith("Load a kernel that has it, or ask the geometric state (abcorr NONE).");
        assertThat(ephemeris.planetAt(399, 10, et, Aberration.NONE, mars, out)).isPositive();
    }
}
