package orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

    /** A reader that stops after enough lines; the command then ends, as with a closed pipe. */
    private static final class UntilEnough extends PrintWriter {
        private final List<String> lines = new ArrayList<>();
        private final Predicate<List<String>> enough;

        UntilEnough(Predicate<List<String>> enough) {
            super(Writer.nullWriter());
            this.enough = enough;
        }

        @Override
        public void println(@Nullable Object line) {
            println(String.valueOf(line));
        }

        @Override
        public void println(@Nullable String line) {
            lines.add(String.valueOf(line));
        }

        @Override
        public boolean checkError() {
            return enough.test(lines);
        }
    }

    private Run run(String... more) {
        StringWriter out = new StringWriter();
        return run(new PrintWriter(out), out::toString, more);
    }

    private Run run(PrintWriter out, Supplier<String> said, String... more) {
        List<String> args = new ArrayList<>(List.of("telemetry", "-k", kernel.toString()));
        args.addAll(List.of(more));
        StringWriter err = new StringWriter();
        CommandLine line = OrreryCommand.commandLine(_ -> {});
        line.setOut(out).setErr(new PrintWriter(err));
        int status = line.execute(args.toArray(String[]::new));
        return new Run(status, said.get(), err.toString());
    }

    @Test
    void aLoadIsStreamedAsOneObjectALineWithUnits() throws Exception {
        UntilEnough reader = new UntilEnough(
                lines -> lines.stream().anyMatch(line -> line.contains("\"of\":\"load\"") && queries(line) > 0));
        Run run = run(reader, () -> String.join("\n", reader.lines), "--load", "ledger", "--period", "50ms", "--json");
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
                queries = queries(line);
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
    void aLoadAtAFixedRateHasResponseTimesOfEveryQuery() throws Exception {
        UntilEnough reader =
                new UntilEnough(lines -> lines.stream().anyMatch(line -> figure(line, "response-timed") > 10));
        Run run = run(
                reader,
                () -> String.join("\n", reader.lines),
                "--load",
                "ledger",
                "--rate",
                "100",
                "--period",
                "50ms",
                "--json");
        assertThat(run.err).isEmpty();
        assertThat(run.status).isZero();
        String last = reader.lines.stream()
                .filter(line -> figure(line, "response-timed") > 10)
                .findFirst()
                .orElseThrow();
        assertThat(figure(last, "response-p50")).isPositive();
        assertThat(figure(last, "workers")).isEqualTo(20);
    }

    @Test
    void aRateNeedsALoadAndASize() {
        assertThat(run("--rate", "5").err).contains("--rate 5.0 needs a load; add --load soak");
        assertThat(run("--load", "soak", "--rate", "-1").err).contains("--rate -1.0 is not a rate; give 0 to 1000000");
    }

    private static double figure(String line, String name) {
        try {
            return new ObjectMapper()
                    .readTree(line)
                    .at("/figures/" + name + "/value")
                    .asDouble();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long queries(String line) {
        return (long) figure(line, "total-queries");
    }

    @Test
    void withoutALoadItStillTellsOfThisProcessInWords() {
        Run run = run("--seconds", "0.1");
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
