package orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.forge.RawSegment;
import orrery.forge.SpkWriter;
import orrery.testing.MadeKernels;

/** A body that cannot be turned to J2000, or whose records are refused, does not affect queries of the others. */
class OneBadBodyTest {
    private static final double SPAN = MadeKernels.END - MadeKernels.START;

    @TempDir
    private Path folder;

    private Path kernel = Path.of("");

    @BeforeEach
    void makeKernel() throws IOException {
        kernel = folder.resolve("some.bsp");
        SpkWriter.littleEndian()
                .add(MadeKernels.segment(10, 0, 0))
                .add(MadeKernels.segment(399, 0, 0))
                .add(MadeKernels.segment(4, 0, 0))
                .add(flat(-7, 13_999))
                .add(MadeKernels.segment(5, 0, 0))
                .write(kernel);
    }

    /** A segment in a frame that no kernel here defines. */
    private static RawSegment flat(int target, int frame) {
        return new orrery.forge.ChebyshevLayout(MadeKernels.START, SPAN, new double[1][3][2])
                .type2(target, 0, frame, MadeKernels.START, MadeKernels.END, "turning");
    }

    @Test
    void diffListsItWithItsReasonAndComparesTheRest() throws IOException {
        Path csv = folder.resolve("out.csv");
        CommandRun text = CommandRun.of("diff", kernel.toString(), kernel.toString(), "--csv", csv.toString());
        assertThat(text.status()).isZero();
        assertThat(text.out().lines().filter(line -> line.matches("(10|399|4|5) .*")))
                .hasSize(4);
        assertThat(text.err()).contains("not compared: -7", "13999");
        assertThat(Files.readString(csv)).contains("\n5,0,");
        JsonNode json = CommandRun.of("diff", "--json", kernel.toString(), kernel.toString())
                .json();
        assertThat(json.get("bodies")).hasSize(4);
        assertThat(json.at("/missing/0/target").asInt()).isEqualTo(-7);
        assertThat(json.at("/missing/0/reason").asText()).contains("13999");
    }

    @Test
    void whereNothingElseIsAskedThatIsAProblemWithTheKernel() {
        CommandRun alone = CommandRun.of("diff", kernel.toString(), kernel.toString(), "--targets", "-7");
        assertThat(alone.status()).isEqualTo(ExitCodes.KERNEL);
        assertThat(alone.err()).contains("not compared: -7");
    }

    @Test
    void benchAndTelemetryTakeTheRest() {
        CommandRun bench = CommandRun.of("bench", "-k", kernel.toString(), "--n", "1000");
        assertThat(bench.err()).doesNotContain("defect");
        assertThat(bench.status()).as(bench.err()).isZero();
        CommandRun telemetry =
                CommandRun.of("telemetry", "-k", kernel.toString(), "--seconds", "1", "--load", "ledger", "--json");
        assertThat(telemetry.status()).as(telemetry.err()).isZero();
    }
}
