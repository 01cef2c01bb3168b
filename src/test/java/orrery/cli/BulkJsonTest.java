package orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.forge.RawSegment;
import orrery.forge.SpkWriter;

/** {@code --json} works in every form of a command: each row of a bulk query is answered by a line of JSON. */
class BulkJsonTest {
    @TempDir
    private Path folder;

    private Path kernel = Path.of("");

    @BeforeEach
    void kernel() throws IOException {
        // x = 3 km at 0 s, receding at 2 km/s, from 0 s to 200 s.
        kernel = folder.resolve("line.bsp");
        double[] data = {50, 50, 103, 100, 0, 0, 0, 0, 150, 50, 303, 100, 0, 0, 0, 0, 0, 100, 8, 2};
        SpkWriter.littleEndian()
                .add(new RawSegment(10, 0, 1, 2, 0, 200, "line", data))
                .write(kernel);
    }

    @Test
    void everyRowIsAnObjectWithTheColumnsOfTheTable() throws IOException {
        CommandRun run = state("target,center,et", "10,0,0", "SUN,0,2e2");
        assertThat(run.status()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "{\"target\":10,\"center\":0,\"et\":0,\"x\":3.0,\"y\":0.0,\"z\":0.0,"
                                + "\"vx\":2.0,\"vy\":0.0,\"vz\":0.0}",
                        "{\"target\":\"SUN\",\"center\":0,\"et\":200.0,\"x\":403.0,\"y\":0.0,"
                                + "\"z\":0.0,\"vx\":2.0,\"vy\":0.0,"
                                + "\"vz\":0.0}");
    }

    @Test
    void segmentsHaveTheirOwnColumns() throws IOException {
        List<JsonNode> rows = rows(state("seg,et", "0,100"));
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().get("type").asInt()).isEqualTo(2);
        assertThat(rows.getFirst().get("x").asDouble()).isEqualTo(203);
    }

    @Test
    void aRowWithoutAnAnswerTellsWhy() throws IOException {
        CommandRun run = state("target,center,et", List.of("--keep-going"), "10,0,999", "10,0,soon", "10", "10,0,100");
        assertThat(run.status()).isZero();
        List<JsonNode> rows = rows(run);
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0).get("error").asText()).contains("nearest covered");
        assertThat(rows.get(0).has("x")).isFalse();
        assertThat(rows.get(1).get("et").asText()).isEqualTo("soon");
        assertThat(rows.get(1).get("error").asText()).contains("not a number");
        assertThat(rows.get(2).get("center").isNull()).isTrue();
        assertThat(rows.get(2).get("error").asText()).contains("1 cells where the header has 3");
        assertThat(rows.get(3).get("x").asDouble()).isEqualTo(203);
        assertThat(run.err()).contains("line 2", "line 3", "line 4", "3 of 4 rows");
    }

    @Test
    void whatIsForOneStateIsRefusedInBulk() throws IOException {
        for (String[] one : new String[][] {{"--target", "10"}, {"--et", "0"}, {"--explain"}}) {
            CommandRun run = state("target,center,et", List.of(one), "10,0,0");
            assertThat(run.status()).isEqualTo(ExitCodes.USAGE);
            assertThat(run.err()).contains("for one state");
        }
    }

    @Test
    void framesToo() throws IOException {
        Path queries = Files.writeString(folder.resolve("f.csv"), "from,to,et\nJ2000,ECLIPJ2000,0\n");
        List<JsonNode> rows = rows(CommandRun.of("frame", "--queries", queries.toString(), "--json"));
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().get("from").asText()).isEqualTo("J2000");
        assertThat(rows.getFirst().get("r11").asDouble()).isEqualTo(1);
        assertThat(rows.getFirst().get("d33").asDouble()).isZero();
        JsonNode list = CommandRun.of("frame", "--list", "--json").json();
        assertThat(list.isArray()).isTrue();
        assertThat(list.findValuesAsText("frame")).contains("J2000", "IAU_MARS");
    }

    private CommandRun state(String header, String... rows) throws IOException {
        return state(header, List.of(), rows);
    }

    private CommandRun state(String header, List<String> more, String... rows) throws IOException {
        Path queries = Files.writeString(folder.resolve("q.csv"), header + "\n" + String.join("\n", rows) + "\n");
        List<String> line =
                new ArrayList<>(List.of("state", "-k", kernel.toString(), "--queries", queries.toString(), "--json"));
        line.addAll(more);
        return CommandRun.of(line.toArray(String[]::new));
    }

    private static List<JsonNode> rows(CommandRun run) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> rows = new ArrayList<>();
        for (String line : run.out().lines().toList()) {
            rows.add(mapper.readTree(line));
        }
        return rows;
    }
}
