package orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orrery.forge.SpkWriter;
import orrery.testing.MadeKernels;

/** NAIF numbers the same asteroid 2000001 and 20000001: its name finds whichever is loaded, in every command. */
class AsteroidNumbersTest {
    private static final int OLD = 2_000_001;
    private static final int NEW = 20_000_001;

    @TempDir
    private Path folder;

    private Path planets = Path.of("");

    @BeforeEach
    void makePlanets() throws IOException {
        planets = MadeKernels.planets(folder.resolve("planets.bsp"), 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {OLD, NEW})
    void itsNameFindsTheNumberThatIsLoaded(int number) throws IOException {
        String ceres = ceres(number);
        CommandRun state = CommandRun.of("state", "-k", ceres, "--target", "Ceres", "--et", "0", "--json");
        assertThat(state.err()).isEmpty();
        assertThat(state.json().get("target").asInt()).isEqualTo(number);
        Path queries = Files.writeString(folder.resolve("q.csv"), "target,center,et\n1 ceres,0,0\n");
        CommandRun unknown = CommandRun.of("state", "-k", ceres, "--queries", queries.toString());
        assertThat(unknown.status()).isEqualTo(ExitCodes.USAGE);
        Files.writeString(queries, "target,center,et\nCERES,0,0\nceres,SUN,0\n");
        assertThat(CommandRun.of("state", "-k", ceres, "--queries", queries.toString())
                        .status())
                .isZero();
        assertThat(CommandRun.of("diff", ceres, ceres, "--targets", "Ceres", "--json")
                        .json()
                        .at("/bodies/0/target")
                        .asInt())
                .isEqualTo(number);
        String out = folder.resolve("out.bsp").toString();
        assertThat(CommandRun.of("excerpt", ceres, "--bodies", "ceres", "--out", out)
                        .err())
                .isEmpty();
        assertThat(CommandRun.of("merge", ceres, "--bodies", "ceres", "--out", out + "2")
                        .err())
                .isEmpty();
        CommandRun events = CommandRun.of(
                "events",
                "-k",
                ceres,
                "-k",
                planets.toString(),
                "--from",
                "2000-01-01",
                "--to",
                "2000-02-01",
                "--body",
                "ceres",
                "--kind",
                "apsides");
        assertThat(events.status()).isZero();
        assertThat(events.err()).doesNotContain("in none of these kernels");
    }

    @Test
    void whereBothAreLoadedThatIsSaid() throws IOException {
        CommandRun both =
                CommandRun.of("state", "-k", ceres(OLD), "-k", ceres(NEW), "--target", "Ceres", "--et", "0", "--json");
        assertThat(both.json().get("target").asInt()).isEqualTo(OLD);
        assertThat(both.err()).contains("loaded twice, as 2000001 and as 20000001: 2000001 is used");
        CommandRun number = CommandRun.of(
                "state", "-k", ceres(OLD), "-k", ceres(NEW), "--target", "20000001", "--et", "0", "--json");
        assertThat(number.json().get("target").asInt()).isEqualTo(NEW);
        assertThat(number.err()).isEmpty();
    }

    @Test
    void theNumberThatIsNotLoadedIsNotTakenForTheOtherButOfferedIt() throws IOException {
        CommandRun run = CommandRun.of("state", "-k", ceres(NEW), "--target", "2000001", "--et", "0");
        assertThat(run.status()).isEqualTo(ExitCodes.KERNEL);
        assertThat(run.err()).contains("They number it 20000001: ask for that.");
    }

    private String ceres(int number) throws IOException {
        Path file = folder.resolve(number + ".bsp");
        SpkWriter.littleEndian()
                .add(MadeKernels.segment(number, 10, 0))
                .add(MadeKernels.segment(10, 0, 0))
                .write(file);
        return file.toString();
    }
}
