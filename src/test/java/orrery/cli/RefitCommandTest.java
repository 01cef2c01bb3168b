package orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.testing.SoundKernels;

class RefitCommandTest {
    private static final String SHIPPED = SoundKernels.shipped().toString();

    @TempDir
    private Path folder;

    @Test
    void theObjectTellsEverySegmentAndItsBound() throws IOException {
        String out = folder.resolve("mars.bsp").toString();
        CommandRun run = CommandRun.of(
                "refit",
                SHIPPED,
                "--bodies",
                "mars barycenter",
                "--from",
                "2020",
                "--to",
                "2022",
                "--tolerance",
                "10m",
                "--out",
                out,
                "--json");
        assertThat(run.status()).as(run.err()).isZero();
        JsonNode row = run.json().get("refitted").get(0);
        assertThat(row.get("target").asInt()).isEqualTo(4);
        assertThat(row.get("bound_km").asDouble()).isPositive().isLessThanOrEqualTo(0.01);
        assertThat(row.get("bytes").asLong())
                .isLessThan(run.json().get("bytesBefore").asLong());
        assertThat(CommandRun.of("comment", out).out()).contains("Refitted from orrery_1900_2100.bsp");
    }

    @Test
    void sizesWritesNothingAndPrintsALadder() throws IOException {
        CommandRun run =
                CommandRun.of("refit", SHIPPED, "--bodies", "4", "--from", "2020", "--to", "2021", "--sizes", "--json");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.json()).hasSize(7);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsMissingOrWrongIsSaidInOneLine() {
        assertThat(CommandRun.of("refit", SHIPPED))
                .satisfies(run -> assertThat(run.status()).isEqualTo(ExitCodes.USAGE))
                .satisfies(run -> assertThat(run.err()).contains("--tolerance 1km --out small.bsp"));
        assertThat(CommandRun.of(
                                "refit",
                                SHIPPED,
                                "--tolerance",
                                "-1km",
                                "--out",
                                folder.resolve("x.bsp").toString())
                        .err())
                .contains("--tolerance -1km: give a length such as 1km");
        assertThat(CommandRun.of("refit", SHIPPED, "--tolerance", "1km", "--out", SHIPPED)
                        .err())
                .contains("is the source itself");
    }
}
