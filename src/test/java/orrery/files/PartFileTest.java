package orrery.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import orrery.testing.ChildJvm;
import orrery.testing.Eventually;
import orrery.testing.Signals;

class PartFileTest {
    @TempDir
    private Path folder;

    @Test
    void whatFailsLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), "old");
        assertThatThrownBy(() -> PartFile.write(file, out -> {
                    out.write(new byte[100]);
                    throw new IOException("the disk went away");
                }))
                .hasMessage("the disk went away");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("table.csv");
        PartFile.write(file, out -> out.write("new".getBytes(StandardCharsets.UTF_8)));
        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("table.csv");
    }

    @Test
    void roomIsAskedForBeforeAnythingIsWritten() {
        assertThatThrownBy(() -> PartFile.of(folder.resolve("huge.bsp"), Long.MAX_VALUE))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("there is not enough space: it needs 9,223,372,036,854,775,807 bytes, but");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void namesOfAnyLengthCanBeWritten() throws IOException {
        Path file = folder.resolve("\u00fc".repeat(120) + ".bsp");
        PartFile.write(file, out -> out.write(1));
        assertThat(file).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Signals.class)
    @EnabledOnOs(OS.LINUX)
    void aProgramThatIsToldToEndLeavesNothing(Signals signal) throws Exception {
        Process writer = writer(folder.resolve("made.bsp"));
        assertThat(names()).as("while it writes").hasSize(1);
        assertThat(Leftover.in(folder)).as("its writer runs").isEmpty();
        signal.assumeHeardBy(writer);
        signal.to(writer);
        assertThat(writer.waitFor(Eventually.LONGEST.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatAKilledProgramLeavesIsFoundAndCanBeRemoved() throws Exception {
        Files.writeString(folder.resolve(".other.part"), "somebody else's");
        Process writer = writer(folder.resolve("made.bsp"));
        writer.destroyForcibly();
        assertThat(writer.waitFor(Eventually.LONGEST.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        List<Leftover> found = Leftover.in(folder);
        assertThat(found).singleElement().satisfies(left -> {
            assertThat(left.target()).isEqualTo("made.bsp");
            assertThat(left.bytes()).isGreaterThanOrEqualTo(1000);
        });
        found.getFirst().remove();
        assertThat(names()).containsExactly(".other.part");
    }

    /** A process that has begun the file. */
    private static Process writer(Path file) throws IOException {
        Process process = new ProcessBuilder(Signals.heardBy(
                        ChildJvm.command(List.of("-XX:TieredStopAtLevel=1"), UnfinishedWriter.class, file.toString())))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String begun =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        assertThat(begun).endsWith(".part");
        return process;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
