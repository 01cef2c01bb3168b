package orrery.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingsTest {
    private static final int SIZE = 4 << 20;

    @TempDir
    private Path directory;

    @Test
    void aMappedFileIsCountedWithItsSizeAndWhatIsResidentOfIt() throws Exception {
        try (MappedFile file = new MappedFile(directory.resolve("a file.bin"), SIZE);
                Mappings mappings = Measurements.orSkip(Mappings.open())) {
            MappingUse use =
                    Measurements.orSkip(mappings.use(List.of(file.region())).getFirst());
            assertThat(use.mappings()).isEqualTo(1);
            assertThat(use.size()).isEqualTo(SIZE);
            assertThat(use.writable()).isFalse();
            assertThat(use.resident()).isZero();

            file.touchAll();
            use = Measurements.orSkip(mappings.use(List.of(file.region())).getFirst());
            assertThat(use.resident()).isEqualTo(SIZE);
            assertThat(use.sharedClean() + use.sharedDirty() + use.privateClean() + use.privateDirty())
                    .isEqualTo(SIZE);
            assertThat(use.region()).isEqualTo("a file.bin");
        }
    }

    @Test
    void severalRegionsAreToldApart() throws Exception {
        try (MappedFile one = new MappedFile(directory.resolve("one.bin"), SIZE);
                MappedFile other = new MappedFile(directory.resolve("other.bin"), 2 * SIZE);
                Mappings mappings = Measurements.orSkip(Mappings.open())) {
            other.touchAll();
            List<Measurement<MappingUse>> uses = mappings.use(List.of(one.region(), other.region()));
            assertThat(Measurements.orSkip(uses.get(0)).size()).isEqualTo(SIZE);
            assertThat(Measurements.orSkip(uses.get(0)).resident()).isZero();
            assertThat(Measurements.orSkip(uses.get(1)).size()).isEqualTo(2 * SIZE);
            assertThat(Measurements.orSkip(uses.get(1)).resident()).isEqualTo(2 * SIZE);
        }
    }

    @Test
    void aRegionNoLongerMappedIsSaidToBeSo() throws Exception {
        try (Mappings mappings = Measurements.orSkip(Mappings.open())) {
            MappedFile file = new MappedFile(directory.resolve("gone.bin"), SIZE);
            WatchedRegion region = file.region();
            file.close();
            assertThat(mappings.use(List.of(region)).getFirst().available()).isFalse();
        }
    }

    @Test
    void theMappingsOfAFileAreFoundByItsInodeWhateverItsName() throws Exception {
        Path path = directory.resolve("named.bin");
        Path alias = directory.resolve("alias.bin");
        try (MappedFile file = new MappedFile(path, SIZE)) {
            Files.createLink(alias, path);
            List<Mappings.Entry> entries = Measurements.orSkip(Mappings.of(alias));
            assertThat(entries).hasSize(1);
            assertThat(entries.getFirst().start()).isEqualTo(file.bytes.address());
            assertThat(entries.getFirst().permissions()).startsWith("r--");
            assertThat(entries.getFirst().path()).endsWith("named.bin");
        }
        assertThat(Measurements.orSkip(Mappings.of(alias))).isEmpty();
    }
}
