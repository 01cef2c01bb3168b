package orrery.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailuresTest {
    private static final Path OUT = Path.of("/made/cut.bsp");

    @Test
    void aFullDiskIsToldByTheNameThatWasGivenWithNumbersAndACure() {
        assertThat(WriteFailure.message(
                        OUT,
                        new FileSystemException(
                                "/made/.cut.bsp.0.part", null, "No space left on device after 1 of 2 bytes")))
                .isEqualTo(OUT + " cannot be written: no space left on device after 1 of 2 bytes."
                        + " Make room, or choose another place.");
        assertThat(WriteFailure.message(OUT, new IOException("No space left on device")))
                .endsWith("Make room, or choose another place.");
        assertThat(WriteFailure.message(OUT, new NoSuchFileException("/made")))
                .isEqualTo(OUT + " cannot be written: its folder does not exist and cannot be created. Choose"
                        + " another place.");
        // A folder that does not exist yet is tried by a file beside it.
        assertThat(WriteFailure.message(
                        OUT, new FileSystemException("/made/.ledger.json.1.part", null, "Read-only file system")))
                .isEqualTo(OUT + " cannot be written: read-only file system. Choose another place.");
    }

    @Test
    void aSourceThatCannotBeReadIsNoPlaceToChooseAnotherOf() {
        assertThat(WriteFailure.message(OUT, new NoSuchFileException("/lost/source.bsp")))
                .isEqualTo("/lost/source.bsp is missing. Find out where it went, or choose another.");
        assertThat(WriteFailure.message(OUT, new AccessDeniedException("/made/source.bsp")))
                .startsWith("/made/source.bsp cannot be read by this user.");
        assertThat(WriteFailure.message(OUT, new FileSystemException("/nfs/source.bsp", null, "Input/output error")))
                .isEqualTo("/nfs/source.bsp cannot be read: input/output error."
                        + " Check that its disk is still available, and try again.");
    }

    @Test
    void aFolderThatTakesNoFilesIsNamedItself(@TempDir Path folder) {
        Path hidden = folder.resolve(".ledger.json.17-1795951741700-1.part");
        FileSystemException failure = new FileSystemException(hidden.toString(), null, "Read-only file system");
        assertThat(WriteFailure.message(folder, failure))
                .isEqualTo(folder + " cannot be written: read-only file system. Choose another place.");
        assertThat(WriteFailure.message(OUT, failure))
                .as("beside another output")
                .isEqualTo(folder.resolve("ledger.json") + " cannot be written: read-only file system."
                        + " Choose another place.");
    }
}
