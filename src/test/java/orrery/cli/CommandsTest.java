package orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orrery.Main;
import orrery.testing.ChildJvm;
import picocli.CommandLine;

/** A command costs what it uses: nothing is built or loaded for options that are not given. */
class CommandsTest {
    private static final Path BASE = Path.of(System.getProperty("orrery.basedir", "."));
    private static final Pattern LOADED = Pattern.compile("\\[class,load *] *(\\S+)");

    @Test
    void everyCommandHasTheNameThatItIsAskedBy() {
        CommandLine all = OrreryCommand.commandLine(_ -> {});
        assertThat(all.getSubcommands().values().stream()
                        .map(CommandLine::getCommandName)
                        .distinct())
                .containsExactlyElementsOf(Commands.NAMES);
    }

    @Test
    void onlyWhatIsAskedForIsBuilt() {
        assertThat(Commands.wanted("state", "--help")).containsExactly("state");
        assertThat(Commands.wanted("--version")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "completion", "staet", "-V state"})
    void whatMayNameAnyCommandHasAll(String words) {
        assertThat(Commands.wanted(words.split(" "))).isEqualTo(Commands.NAMES);
    }

    @Test
    void aStateLoadsNothingOfTheWindowTheAuditOrTelemetry(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path log = folder.resolve("classes.txt");
        Path said = folder.resolve("said.txt");
        Process state = new ProcessBuilder(ChildJvm.command(
                        List.of("-Xlog:class+load:file=" + log.getFileName() + ":tags"),
                        Main.class,
                        "state",
                        "-k",
                        BASE.resolve("kernels/orrery_1900_2100.bsp")
                                .toAbsolutePath()
                                .toString(),
                        "--target",
                        "4",
                        "--et",
                        "0"))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(state.waitFor()).as(Files.readString(said)).isZero();
        List<String> loaded = Files.readAllLines(log).stream()
                .map(LOADED::matcher)
                .filter(line -> line.lookingAt())
                .map(line -> line.group(1))
                .toList();
        assertThat(loaded).contains("orrery.cli.StateCommand");
        assertThat(loaded.stream().filter(CommandsTest::isOfSomethingElse)).isEmpty();
    }

    private static boolean isOfSomethingElse(String loaded) {
        boolean otherCommand = loaded.startsWith("orrery.cli.")
                && loaded.endsWith("Command")
                && !loaded.endsWith(".StateCommand")
                && !loaded.endsWith(".OrreryCommand");
        return otherCommand
                || Stream.of(
                                "orrery.ui.",
                                "orrery.audit.",
                                "orrery.telemetry.",
                                "orrery.service.",
                                "javafx.",
                                "com.fasterxml.jackson.databind.ObjectMapper")
                        .anyMatch(loaded::startsWith);
    }
}
