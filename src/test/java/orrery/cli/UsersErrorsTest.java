package orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import orrery.forge.SpkWriter;
import orrery.testing.MadeKernels;
import orrery.testing.SmallSky;
import orrery.testing.TangledKernels;

/**
 * Users' errors are reported as theirs, in one line that names the culprit and the cure; nothing is called "a defect".
 */
class UsersErrorsTest {
    private static final String SOUND = "target,center,et\n4,0,1000\n4,0,2000\n";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeFiles() throws IOException {
        SmallSky.write(folder.resolve("sky.bsp"), 0, SmallSky.YEAR);
        SpkWriter.littleEndian().add(MadeKernels.segment(1000001, 1000002, 1)).write(folder.resolve("one.bsp"));
        SpkWriter.littleEndian().add(MadeKernels.segment(1000002, 1000001, 1)).write(folder.resolve("other.bsp"));
        TangledKernels.circle(folder.resolve("circle.bsp"), 4);
        Files.writeString(folder.resolve("latin.csv"), SOUND + "M\u00e4rs,0,3000\n", StandardCharsets.ISO_8859_1);
        Files.writeString(folder.resolve("wide.csv"), SOUND, StandardCharsets.UTF_16LE);
        Files.write(folder.resolve("binary.csv"), (SOUND + "\u0000\u0001\u0002").getBytes(StandardCharsets.US_ASCII));
        Files.createDirectory(folder.resolve("folder"));
        Files.writeString(folder.resolve("words.json"), "no ledger");
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of("state -k sky.bsp --target 4 --center jupiter --et 5", 3, "(599)"),
                Arguments.of("state -k sky.bsp --queries latin.csv", 2, "latin.csv, line 4: it is not UTF-8"),
                Arguments.of("state -k sky.bsp --queries wide.csv", 2, "wide.csv"),
                Arguments.of("state -k sky.bsp --queries binary.csv", 2, "binary.csv, line 4"),
                Arguments.of("state -k sky.bsp --queries folder", 2, "is a directory"),
                Arguments.of(
                        "export sky.bsp --format bogus --out a.oem",
                        2,
                        "--format bogus: give one of oem, oem-xml, csv, stk."),
                Arguments.of("state -k sky.bsp --queries none.csv", 1, "none.csv"),
                Arguments.of("audit --replay none.json", 2, "none.json is missing"),
                Arguments.of("audit --replay words.json", 2, "words.json is not JSON"),
                Arguments.of("audit --replay folder", 2, "folder"),
                Arguments.of("fetch --base gopher://a.example/ z.bsp", 1, "not an http or https address"),
                Arguments.of("merge one.bsp other.bsp --out merged.bsp", 3, "1000001"));
    }

    static Stream<Arguments> misuses() {
        return Stream.of(
                Arguments.of("bench --n abc sky.bsp", "Invalid value for option '--n': 'abc' is not a whole number"),
                Arguments.of(
                        "snapshot --theme purple",
                        "Invalid value for option '--theme': 'purple' is none of dark, light"),
                Arguments.of("brief a\0b", "Invalid value for FILE: a\u2400b cannot be the name of a file here"));
    }

    /** A word that cannot be understood: no index of a parameter, no type of Java. */
    @ParameterizedTest
    @MethodSource("misuses")
    void isSaidOfTheWordAsThePageNamesIt(String command, String said) {
        CommandRun run = run(command);
        assertThat(run.err()).startsWith(said).doesNotContain("positional", "index", "case-");
        assertThat(run.status()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("errors")
    void isSaidInOneLineWithItsStatus(String command, int status, String said) {
        CommandRun run = run(command);
        assertThat(run.err()).contains(said).doesNotContain("Exception", "a defect", "\tat ");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.status()).isEqualTo(status);
        assertThat(folder.resolve("merged.bsp")).doesNotExist();
    }

    @Test
    void rowsBeforeTheOneThatCannotBeReadAreAnswered() {
        for (String file : new String[] {"latin.csv", "binary.csv"}) {
            assertThat(run("state -k sky.bsp --queries " + file).out().lines())
                    .as(file)
                    .hasSize(3);
        }
    }

    @Test
    void aCircleThatWasThereBeforeIsCopiedAndToldByTheNameOfTheFile() {
        CommandRun run = run("convert circle.bsp --out turned.bsp");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err()).contains("circle of 4 centers", "turned.bsp").doesNotContain(".part");
    }

    private static CommandRun run(String command) {
        return CommandRun.of(Stream.of(command.split(" "))
                .map(word -> word.matches("[\\w.]+\\.(bsp|csv|json)|folder") && !word.equals("z.bsp")
                        ? folder.resolve(word).toString()
                        : word)
                .toArray(String[]::new));
    }

    @Test
    void aNameThatCannotBeAFileIsSaidInPlainWords() {
        CommandRun run = CommandRun.of("brief", "a\0b.bsp");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("cannot be the name of a file here").doesNotContain("java.nio", "convert");
    }
}
