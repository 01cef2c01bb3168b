package orrery.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @TempDir
    private Path dir;

    @Test
    void aFullDiskIsToldWithTheFileAndTheNumbers() throws IOException {
        Path file = Path.of("some", "cut.bsp");
        try (OutputFile writing = new OutputFile(new FullDisk(3000), file, 12_288)) {
            ByteBuffer record = ByteBuffer.allocate(4096);
            assertThatThrownBy(() -> {
                        while (record.hasRemaining()) {
                            writing.write(record);
                        }
                    })
                    .isInstanceOfSatisfying(FileSystemException.class, e -> {
                        assertThat(e.getFile()).isEqualTo(file.toString());
                        assertThat(e.getReason()).isEqualTo("No space left on device after 3,000 of 12,288 bytes");
                    });
        }
    }

    @Test
    void theSizeThatIsToldIsTheSizeThatTheFileGets() throws IOException {
        RawSegment segment = ChebyshevLayout.zero(4, 0, 1, 0, 86_400, "a");
        for (String comment :
                new String[] {"", "One line.", "x".repeat(70).concat("\n").repeat(40)}) {
            SpkWriter writer = SpkWriter.littleEndian().comment(comment);
            for (int i = 0; i < 60; i++) {
                writer.add(segment);
            }
            Path file = dir.resolve("many.bsp");
            writer.write(file);
            assertThat(writer.size()).isEqualTo(Files.size(file));
        }
    }
}
