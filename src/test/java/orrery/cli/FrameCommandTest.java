package orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameCommandTest {
    private static final Path RESOURCES =
            Path.of(System.getProperty("orrery.basedir", "."), "src/test/resources/orrery/frames");

    @TempDir
    private Path folder;

    private static CommandRun run(String... args) {
        return CommandRun.of(Stream.concat(Stream.of("frame"), Stream.of(args)).toArray(String[]::new));
    }

    @Test
    void bulkAnswersInTheFormOfTheGoldenFile() throws IOException {
        List<String> golden = Files.readAllLines(RESOURCES.resolve("sxform.csv"));
        Path queries = folder.resolve("q.csv");
        Files.write(
                queries,
                golden.stream()
                        .map(l -> String.join(",", List.of(l.split(",")).subList(0, 3)))
                        .toList());
        CommandRun run = run("-k", RESOURCES.resolve("tk.tf").toString(), "--queries", queries.toString());
        assertThat(run.status()).isZero();
        List<String> answers = run.out().lines().toList();
        assertThat(answers).hasSameSizeAs(golden);
        assertThat(answers.getFirst()).isEqualTo(golden.getFirst());
        // The Sun's first row, number by number; SpiceRotationsTest holds all of them.
        String[] expected = golden.get(1).split(",", -1);
        String[] found = answers.get(1).split(",", -1);
        for (int i = 3; i < expected.length; i++) {
            assertThat(Double.parseDouble(found[i])).isEqualTo(Double.parseDouble(expected[i]));
        }
    }

    @Test
    void oneRotationTellsWhoSaysSo() throws IOException {
        CommandRun run = run("--from", "iau_mars", "--to", "ECLIPJ2000", "--et", "0");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith("IAU_MARS to ECLIPJ2000")
                .contains("its derivative per second, by rows", "IAU_MARS: built in (pck00011.tpc)");
        Path pck = folder.resolve("mine.tpc");
        Files.writeString(pck, "KPL/PCK\n\\begindata\nBODY499_PM = ( 0 360 )\nBODY499_NUT_PREC_PM = ( 0 )\n");
        assertThat(run("-k", pck.toString(), "--from", "IAU_MARS", "--et", "0").out())
                .contains("IAU_MARS: mine.tpc");
    }

    @Test
    void theListTellsEachFrameAndItsMaker() {
        CommandRun run = run("--list", "-k", RESOURCES.resolve("tk.tf").toString());
        assertThat(run.out().lines())
                .anyMatch(l -> l.matches("\\s*10014\\s+IAU_MARS\\s+body-fixed \\(PCK\\)\\s+Mars \\(499\\)\\s+built in"))
                .anyMatch(l ->
                        l.matches("\\s*1500001\\s+TEST_MATRIX\\s+fixed offset \\(TK\\)\\s+Earth \\(399\\)\\s+tk.tf"));
    }

    @Test
    void whatCannotBeTurnedIsToldInOneSentence() {
        assertThat(run("--from", "IAU_MARSS", "--et", "0"))
                .satisfies(r -> assertThat(r.status()).isEqualTo(ExitCodes.USAGE))
                .satisfies(r -> assertThat(r.err()).contains("did you mean IAU_MARS"));
        assertThat(run("--from", "ITRF93", "--et", "0"))
                .satisfies(r -> assertThat(r.status()).isEqualTo(ExitCodes.KERNEL))
                .satisfies(r -> assertThat(r.err()).startsWith("No data for the orientation of ITRF93 (13000)"));
        assertThat(run("--from", "IAU_MARS"))
                .satisfies(r -> assertThat(r.status()).isEqualTo(ExitCodes.USAGE));
    }
}
