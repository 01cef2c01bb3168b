package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.cli.SnapshotRenderer.NotStartedException;

class StartNeedsTest {
    @TempDir
    private Path folder;

    @Test
    void memoryThatASerialCollectorCountsAsLessIsEnough() {
        // What -Xmx128m comes to with one survivor space left out.
        assertThatCode(() -> StartNeeds.memory(129_761_280)).doesNotThrowAnyException();
        assertThatExceptionOfType(NotStartedException.class)
                .isThrownBy(() -> StartNeeds.memory(96L << 20))
                .withMessageContaining("96 MB");
    }

    @Test
    void librariesGoIntoTheHomeElseAmongTemporaryFiles() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        Path home = folder.resolve("home");
        Path temporary = folder.resolve("tmp");
        assertThat(StartNeeds.cache(home, temporary, "me")).isEqualTo(home.resolve(".openjfx/cache"));
        assertThat(StartNeeds.cache(file, temporary, "me")).isEqualTo(temporary.resolve(".openjfx_me/cache"));
        assertThatExceptionOfType(NotStartedException.class).isThrownBy(() -> StartNeeds.cache(file, file, "me"));
    }
}
