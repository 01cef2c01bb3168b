package orrery.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessSamplerTest {
    private static final int SIZE = 24 << 20;

    @TempDir
    private Path directory;

    @Test
    void aMappedFileShowsInTheMappedPoolAndInFileBackedMemoryAndInTheCountOfMappings() throws Exception {
        try (ProcessSampler sampler = new ProcessSampler()) {
            ProcessSample before = sampler.sample(0);
            try (MappedFile file = new MappedFile(directory.resolve("m.bin"), SIZE)) {
                file.touchAll();
                ProcessSample during = sampler.sample(1);
                assertThat(during.mappedPool().count())
                        .isEqualTo(before.mappedPool().count() + 1);
                assertThat(during.mappedPool().bytes())
                        .isEqualTo(before.mappedPool().bytes() + SIZE);
                long grown = Measurements.orSkip(during.memory()).fileBacked()
                        - Measurements.orSkip(before.memory()).fileBacked();
                assertThat(grown).isGreaterThanOrEqualTo(SIZE / 4 * 3);
                assertThat(Measurements.orSkip(during.mappings())).isPositive();
            }
            assertThat(sampler.sample(2).mappedPool()).isEqualTo(before.mappedPool());
        }
    }

    @Test
    void anOpenDescriptorIsCounted() throws Exception {
        Path file = Files.writeString(directory.resolve("f"), "x");
        ProcessCounts before = ProcessCounts.now();
        InputStream[] open = new InputStream[50];
        for (int i = 0; i < open.length; i++) {
            open[i] = Files.newInputStream(file);
        }
        long during = Measurements.orSkip(ProcessCounts.now().descriptors());
        for (InputStream stream : open) {
            stream.close();
        }
        // The JVM's own threads may open or close a descriptor meanwhile.
        assertThat(during).isCloseTo(Measurements.orSkip(before.descriptors()) + 50, within(9L));
        assertThat(Measurements.orSkip(ProcessCounts.now().descriptors()))
                .isCloseTo(Measurements.orSkip(before.descriptors()), within(9L));
    }

    @Test
    void memoryIsToldApartAndItsPartsMakeTheWhole() {
        ProcessMemory memory = Measurements.orSkip(ProcessMemory.now());
        assertThat(memory.anonymous() + memory.fileBacked()).isEqualTo(memory.resident());
        assertThat(memory.anonymous()).isPositive();
        assertThat(memory.fileBacked()).isPositive();
        assertThat(memory.proportional()).isBetween(1L, memory.resident());
    }

    @Test
    void readingAProcFileAgainAllocatesNothing() {
        ProcFile file = Measurements.orSkip(ProcFile.open("/proc/self/maps"));
        try (file) {
            assertThat(Allocations.ofOwnThread(() -> {
                        for (int i = 0; i < 20; i++) {
                            try {
                                file.read();
                                assert file.lines() > 0;
                            } catch (IOException e) {
                                throw new AssertionError(e);
                            }
                        }
                    }))
                    .isZero();
        }
    }
}
