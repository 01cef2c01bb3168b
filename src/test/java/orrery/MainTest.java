package orrery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orrery.testing.ChildJvm;
import orrery.testing.Concurrent;
import orrery.testing.Eventually;
import orrery.testing.SmallSky;

/** The program in a separate process without a display; systems other than Linux always have one. */
@EnabledOnOs(OS.LINUX)
@Concurrent
final class MainTest {
    @TempDir
    private Path folder;

    private record Ended(int status, String said) {}

    @Test
    void aKernelThatIsNotThereEndsInItsSentenceWhereThereIsNoWindowToSayItIn() throws Exception {
        Ended ended = start(folder.resolve("nothing.bsp").toString());
        assertThat(ended.said)
                .contains("nothing.bsp")
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
        assertThat(ended.status).isEqualTo(3);
    }

    @Test
    void whatIsNoKernelEndsInItsSentence() throws Exception {
        Path map = Files.writeString(folder.resolve("game.bsp"), "VBSP" + "map ".repeat(2000));
        Ended ended = start(map.toString());
        assertThat(ended.said).contains("game.bsp").doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(ended.status).isEqualTo(3);
    }

    @Test
    void aMisspeltCommandIsAQuestionOfUsageNotOfAWindow() throws Exception {
        Ended ended = start("audti");
        assertThat(ended.said).contains("audti").contains("audit");
        assertThat(ended.status).isEqualTo(2);
    }

    @Test
    void aFullDiskUnderStandardOutputIsSaidAndEndsWithOne() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "no device that is always full here");
        Path told = folder.resolve("told");
        Process process = builder("catalogue")
                .redirectOutput(full.toFile())
                .redirectError(told.toFile())
                .start();
        Ended ended = ended(process, told);
        assertThat(ended.said.lines()).hasSize(1);
        assertThat(ended.said).startsWith("orrery catalogue: the output could not be written");
        assertThat(ended.status).isEqualTo(1);
    }

    @Test
    void aClosedOutputIsSaidAndEndsWithOne() throws Exception {
        Ended one = closed("version", "--version", ">&-");
        assertThat(one.said.lines()).hasSize(1);
        assertThat(one.said).contains("Standard output is closed");
        assertThat(one.status).isEqualTo(1);
    }

    @Test
    void queriesFromAClosedInputAreRefusedAndNoOtherFileIsRead() throws Exception {
        Ended ended = closed("none", "state -k KERNEL --queries -", "<&-");
        assertThat(ended.said.lines()).hasSize(1);
        assertThat(ended.said).contains("standard input is closed");
        assertThat(ended.status).isEqualTo(2);
    }

    @Test
    void withAllThreeClosedNothingIsBelievedPrinted() throws Exception {
        assertThat(closed("version", "--version", "<&- >&- 2>&-").status).isEqualTo(1);
    }

    @Tag("long") // Sixteen virtual machines: that each command checks what it writes, LostOutputTest shows within one.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "state -k KERNEL --target 4 --et 5",
                "state -k KERNEL --target 4 --et 5 --json",
                "brief KERNEL",
                "events -k KERNEL --from 2000-02-01 --to 2000-03-01",
                "audit -k KERNEL --claims B4 --json",
                "--help",
                "state --help",
                "excerpt KERNEL --bodies 4 --out CUT"
            })
    void whateverCannotBePrintedBecauseItIsClosedEndsWithOne(String command) throws Exception {
        Ended one = closed("one", command, ">&-");
        assertThat(one.said).contains("Standard output is closed");
        assertThat(one.status).as("output alone").isEqualTo(1);
        Ended all = closed("all", command, "<&- >&- 2>&-");
        assertThat(all.said).isEmpty();
        assertThat(all.status).as("all three").isEqualTo(1);
        if (command.contains("CUT")) {
            assertThat(folder.resolve("all.bsp"))
                    .as("what is printed goes into no other file")
                    .hasSameBinaryContentAs(folder.resolve("one.bsp"));
        }
    }

    /** With these descriptors closed. */
    private Ended closed(String cut, String command, String descriptors) throws Exception {
        Path sky = SmallSky.write(folder.resolve("sky.bsp"), 0, SmallSky.YEAR);
        String[] words = command.replace("KERNEL", sky.toString())
                .replace("CUT", folder.resolve(cut + ".bsp").toString())
                .split(" ");
        return begun(List.of(), List.of("sh", "-c", "exec \"$@\" " + descriptors, "sh"), words);
    }

    @Test
    void whoSendsEverythingNowhereMeantIt() throws Exception {
        Ended ended = begun(List.of(), List.of("sh", "-c", "exec \"$@\" <&- >/dev/null 2>&1", "sh"), "catalogue");
        assertThat(ended.status).isZero();
    }

    @Test
    void aPipeThatNobodyReadsIsSaidAndEndsWithOne() throws Exception {
        Path told = folder.resolve("told");
        Process process = builder("catalogue").redirectError(told.toFile()).start();
        process.getInputStream().close();
        Ended ended = ended(process, told);
        assertThat(ended.said.lines()).hasSize(1);
        assertThat(ended.said).contains("pipe");
        assertThat(ended.status).isEqualTo(1);
    }

    @Test
    void tooSmallAMemoryIsSaidWithItsCure() throws Exception {
        Path sky = SmallSky.write(folder.resolve("sky.bsp"), 0, SmallSky.YEAR);
        // A large machine would have room for them.
        Ended ended = begun(
                List.of("-Xmx1g"),
                List.of(),
                "bench",
                "-k",
                sky.toString(),
                "--n",
                Integer.toString(Integer.MAX_VALUE));
        assertThat(ended.said.lines()).hasSize(1);
        assertThat(ended.said).contains("memory", "-Xmx").doesNotContain("\tat ", "Error");
        assertThat(ended.status).isEqualTo(1);
    }

    @Test
    void soItIsIfThereIsNoneEvenToBegin() throws Exception {
        Path sky = SmallSky.write(folder.resolve("sky.bsp"), 0, SmallSky.YEAR);
        Ended ended = begun(List.of("-XX:+UseSerialGC", "-Xmx6m"), List.of(), "brief", sky.toString());
        // The JDK itself may add that it could not log the exit.
        assertThat(ended.said.lines().findFirst().orElse("")).contains("memory", "-Xmx");
        assertThat(ended.said).doesNotContain("\tat ", "Error", "missing");
        assertThat(ended.status).isEqualTo(1);
    }

    @Test
    void aWindowThatHasTooLittleMemoryDoesNotBegin() throws Exception {
        for (String[] drawing : new String[][] {{}, {"snapshot", "--out", "x.png"}, {"movie", "--out", "x.mp4"}}) {
            Ended ended = begun(List.of("-Xmx20m"), List.of(), drawing);
            assertThat(ended.said.lines()).hasSize(1);
            // A collector that keeps a survivor space out of use counts a little less.
            assertThat(ended.said)
                    .containsPattern("(1[5-9]|20) MB of memory")
                    .contains("-Xmx1g")
                    .doesNotContain("Exception");
            assertThat(ended.status).isEqualTo(1);
        }
    }

    @Test
    void withTooFewDescriptorsNothingBegins() throws Exception {
        for (String[] any : new String[][] {{}, {"catalogue"}}) {
            Ended ended = begun(List.of(), List.of("sh", "-c", "ulimit -n 32; exec \"$@\"", "sh"), any);
            assertThat(ended.said.lines()).hasSize(1);
            assertThat(ended.said).contains("32 files", "ulimit -n 1024").doesNotContain("Exception");
            assertThat(ended.status).isEqualTo(1);
        }
    }

    @Test
    void withoutAPlaceForItsLibrariesTheWindowSaysWhichItTried() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        Ended ended = begun(List.of("-Duser.home=" + file, "-Djava.io.tmpdir=" + file), List.of());
        assertThat(ended.said)
                .contains(file.resolve(".openjfx").toString(), "-Djavafx.cachedir=FOLDER")
                .doesNotContain("Exception");
        assertThat(ended.status).isEqualTo(1);
    }

    /** Started with options of the virtual machine, by another program. */
    private Ended begun(List<String> options, List<String> by, String... arguments) throws Exception {
        Path told = folder.resolve("told");
        ProcessBuilder builder = builder(arguments);
        builder.command(Stream.concat(by.stream(), ChildJvm.command(options, Main.class, arguments).stream())
                .toList());
        return ended(
                builder.redirectErrorStream(true).redirectOutput(told.toFile()).start(), told);
    }

    private Ended start(String... arguments) throws Exception {
        Path told = folder.resolve("told");
        return ended(
                builder(arguments)
                        .redirectErrorStream(true)
                        .redirectOutput(told.toFile())
                        .start(),
                told);
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = ChildJvm.command(List.of(), Main.class, arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().put("XDG_DATA_HOME", folder.toString());
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        return builder;
    }

    private static Ended ended(Process process, Path told) throws Exception {
        try {
            assertThat(process.waitFor(Eventually.LONGEST.toSeconds(), TimeUnit.SECONDS))
                    .as("it ended")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readString(told, StandardCharsets.UTF_8));
    }
}
