package orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.forge.RawSegment;
import orrery.forge.SpkWriter;
import picocli.CommandLine;

class TelemetryCommandTest {
    @TempDir
    private Path folder;

    private Path kernel;

    /** Body 10 wrt 0 on 0 to 200 s, in two granules. */
    @BeforeEach
    void makeKernel() throws Exception {
        kernel = folder.resolve("line.bsp");
        double[] data = {50, 50, 103, 100, 0, 0, 0, 0, 150, 50, 303, 100, 0, 0, 0, 0, 0, 100, 8, 2};
        SpkWriter.littleEndian()
                .comment("A straight line.")
                .add(new RawSegment(10, 0, 1, 2, 0, 200, "line", data))
                .write(kernel);
    }

    private record Run(int status, String out, String err) {}

    private Run run(String... more) {
        List<String> args = new ArrayList<>(List.of("telemetry", "-k", kernel.toString()));
        args.addAll(List.of(more));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = OrreryCommand.commandLine(_ -> {});
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int status = line.execute(args.toArray(String[]::new));
        return new Run(status, out.toString(), err.toString());
    }

    @Test
    void aLoadIsStreamedAsOneObjectALineWithUnits() throws Exception {
        Run run = run("--load", "ledger", "--period", "50ms", "--seconds", "2", "--json");
        assertThat(run.err).isEmpty();
        assertThat(run.status).isZero();
        Set<String> samplers = new TreeSet<>();
        long queries = 0;
        for (String line : run.out.lines().toList()) {
            JsonNode node = new ObjectMapper().readTree(line);
            assertThat(node.get("t").isNumber()).isTrue();
            samplers.add(node.get("sampler").asText());
            node.get("figures").forEach(figure -> {
                assertThat(figure.get("unit").asText()).isNotEmpty();
                assertThat(figure.get("value").isNumber() || figure.has("notAvailable"))
                        .isTrue();
            });
            if (node.path("of").asText().equals("load")) {
                queries = node.at("/figures/total-queries/value").asLong();
                assertThat(node.at("/figures/total-failures/value").asLong()).isZero();
                assertThat(node.at("/figures/workers/value").asInt()).isEqualTo(20);
            }
        }
        assertThat(samplers)
                .containsExactlyInAnyOrder(
                        "threads", "latency", "heap", "process", "mappings", "residency", "pauses", "liveness", "cost");
        assertThat(queries).isPositive();
    }

    @Test
    void withoutALoadItStillTellsOfThisProcessInWords() {
        Run run = run("--seconds", "1");
        assertThat(run.status).isZero();
        assertThat(run.out).contains("heap: heap-used ").contains("mappings line.bsp: size ");
    }

    @Test
    void aLengthThatIsNoneIsRefusedWithACure() {
        Run run = run("--period", "often");
        assertThat(run.status).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err).contains("--period often").contains("250ms");
    }
}
