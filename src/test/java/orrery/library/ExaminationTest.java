package orrery.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelHandle;
import orrery.binding.KernelRegistry;
import orrery.forge.RawSegment;
import orrery.forge.SpkWriter;
import orrery.spk.KernelException;
import orrery.spk.Mismatch;
import orrery.spk.Progress;
import orrery.testing.EveryType;
import orrery.testing.Shared;

/** Kernels read through, record by record. */
class ExaminationTest {
    @TempDir
    private Path folder;

    private final KernelRegistry registry = new KernelRegistry();

    private Examination of(Path file) {
        try (KernelHandle kernel = registry.open(file)) {
            return Examination.of(kernel, Progress.NONE);
        }
    }

    @Test
    void everySoundKernelStaysUnflagged() throws IOException {
        List<Path> real = Shared.files("kernels/real", "");
        assertThat(real).hasSizeGreaterThan(25);
        for (Path file : real) {
            assertThat(of(file).mismatches()).as(file.toString()).isEmpty();
        }
    }

    @Test
    void ofTheBrokenOnesThoseThatOpeningDoesNotSeeAreFlagged() throws IOException {
        Map<String, List<Mismatch>> flagged = new TreeMap<>();
        for (Path file : Shared.files("kernels/malformed", "")) {
            try {
                List<Mismatch> found = of(file).mismatches();
                if (!found.isEmpty()) {
                    flagged.put(file.getFileName().toString(), found);
                }
            } catch (KernelException _) {
                // Refused at open.
            }
        }
        assertThat(flagged.keySet())
                .containsExactly(
                        "m33_seg_frame_-7.bsp",
                        "m47_mid_shifted.bsp",
                        "m49_coef_inf.bsp",
                        "orekit_multisegment_multirecord_type1.bsp");
        assertThat(said(flagged, "m33_seg_frame_-7.bsp"))
                .containsExactly(
                        "segment 13: Its frame is -7, a number that NAIF gives to no frame. It can be read in that"
                                + " frame alone, and not be turned to J2000. States asked of it are refused.");
        assertThat(said(flagged, "m47_mid_shifted.bsp"))
                .singleElement()
                .satisfies(s -> assertThat(s)
                        .contains(
                                "segment 13: Record 1 of 1 holds 2003-02-27",
                                "MID 1.0E8",
                                "one for 2000-01-01",
                                "are refused"));
        assertThat(said(flagged, "m49_coef_inf.bsp"))
                .containsExactly(
                        "segment 13: Record 1 of 1 holds a number that is not finite. States asked there are refused.");
        assertThat(registry.mappings()).as("nothing stays open").isEmpty();
    }

    private static List<String> said(Map<String, List<Mismatch>> flagged, String file) {
        return flagged.getOrDefault(file, List.of()).stream()
                .map(Mismatch::toString)
                .toList();
    }

    @Test
    void aFrameThatIsNotInertialIsToldFromOneThatIsNone() throws IOException {
        RawSegment segment = EveryType.segments().get(1);
        for (int frame : new int[] {0, 22, 10013, -82000}) {
            Path file = folder.resolve("frame" + frame + ".bsp");
            Files.write(
                    file,
                    SpkWriter.of(java.nio.ByteOrder.LITTLE_ENDIAN)
                            .addAll(List.of(new RawSegment(
                                    segment.target(),
                                    segment.center(),
                                    frame,
                                    segment.type(),
                                    segment.start(),
                                    segment.end(),
                                    "turned",
                                    segment.data())))
                            .toBytes());
            Examination found = of(file);
            assertThat(found.segments()).isEqualTo(1);
            assertThat(found.said(0))
                    .contains("Its frame is " + frame + ", ")
                    .contains(Math.abs(frame) < 1000 ? "gives to no frame" : "not one of the inertial frames 1 to 21");
            assertThat(found.said(1)).isEmpty();
        }
    }
}
