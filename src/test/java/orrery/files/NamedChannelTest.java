package orrery.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NamedChannelTest {
    @Test
    void aFullDiskIsToldWithTheFileAndTheNumbers() throws IOException {
        Path file = Path.of("some", "cut.bsp");
        try (NamedChannel writing = new NamedChannel(new FullDisk(3000), file, 12_288)) {
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
}
