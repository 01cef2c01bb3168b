package orrery.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import orrery.math.StateRotation;

/** CSPICE N0067's {@code sxform} with {@code pck00011.tpc} and {@code tk.tf} loaded, in {@code sxform.csv}. */
class SpiceRotationsTest {
    static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(SpiceRotationsTest.class.getResource(name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyRotationAndItsDerivativeIsSpices() throws IOException {
        FrameSystem frames = FrameSystem.of(List.of(TextKernel.read(resource("tk.tf"))), _ -> OptionalInt.empty());
        List<String> lines = Files.readAllLines(resource("sxform.csv"));
        int equal = 0;
        double worst = 0;
        double worstRate = 0;
        double[] m = new double[StateRotation.SIZE];
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            frames.rotation(
                    frames.byName(cells[0]).id(), frames.byName(cells[1]).id(), Double.parseDouble(cells[2]), m);
            double[] expected = new double[StateRotation.SIZE];
            double largestRate = 0;
            boolean same = true;
            for (int i = 0; i < StateRotation.SIZE; i++) {
                expected[i] = Double.parseDouble(cells[3 + i]);
                same &= expected[i] == m[i];
                largestRate = i < 9 ? 0 : Math.max(largestRate, Math.abs(expected[i]));
            }
            for (int i = 0; i < StateRotation.SIZE; i++) {
                double off = Math.abs(m[i] - expected[i]);
                if (i < 9) {
                    worst = Math.max(worst, off);
                } else if (largestRate > 0) {
                    worstRate = Math.max(worstRate, off / largestRate);
                }
            }
            equal += same ? 1 : 0;
        }
        System.out.printf(
                "%d of %d rotations with derivatives bit-equal, worst %.2g, rate %.2g%n",
                equal, lines.size() - 1, worst, worstRate);
        assertThat(lines).hasSize(961);
        // The other three: the C library that made the file rounds a sine away from the nearest double there.
        assertThat(equal).isEqualTo(957);
        assertThat(worst).isLessThan(1e-13);
        assertThat(worstRate).isLessThan(1e-13);
    }
}
