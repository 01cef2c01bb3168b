package orrery.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import orrery.testing.BrokenKernels;
import orrery.testing.EveryType;
import orrery.testing.Shared;
import orrery.testing.SoundKernels;

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
        for (Path file : SoundKernels.all(folder)) {
            assertThat(of(file).mismatches()).as(file.toString()).isEmpty();
        }
    }

    @Test
    void ofTheBrokenOnesThoseThatOpeningDoesNotSeeAreFlagged() throws IOException {
        Map<String, List<Mismatch>> flagged = new TreeMap<>();
        for (Path file : BrokenKernels.write(folder)) {
            try {
                List<Mismatch> found = of(file).mismatches();
                if (!found.isEmpty()) {
                    flagged.put(file.getFileName().toString(), found);
                }
            } catch (KernelException _) {
                // Refused at open.
            }
        }
        assertThat(flagged.keySet()).containsExactly("m33_seg_frame_-7.bsp", "m47_mid_shifted.bsp", "m49_coef_inf.bsp");
        assertThat(said(flagged, "m33_seg_frame_-7.bsp"))
                .containsExactly("segment 13: It can only be read in its own frame: Reference frame -7: NAIF assigns"
                        + " that number to no frame, so no rotation to J2000 is known. States asked of"
                        + " it are refused.");
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

    @Test
    void ofOthersBrokenKernelsOneHasRecordsWithoutAnOrder() throws IOException {
        List<String> flagged = new ArrayList<>();
        for (Path file : Shared.files("kernels/malformed", "")) {
            try {
                if (!file.getFileName().toString().matches("m\\d\\d_.*")
                        && !of(file).mismatches().isEmpty()) {
                    flagged.add(file.getFileName().toString());
                }
            } catch (KernelException _) {
                // Refused at open.
            }
        }
        assertThat(flagged).containsExactly("orekit_multisegment_multirecord_type1.bsp");
    }

    private static List<String> said(Map<String, List<Mismatch>> flagged, String file) {
        return flagged.getOrDefault(file, List.of()).stream()
                .map(Mismatch::toString)
                .toList();
    }

    @Test
    void aFrameThatNobodyDefinesIsToldFromOneThatIsNone() throws IOException {
        RawSegment segment = EveryType.segments().get(1);
        for (int frame : new int[] {0, 22, 10001, 10013, -82000}) {
            Path file = folder.resolve("frame" + frame + ".bsp");
            Files.write(
                    file,
                    SpkWriter.of(ByteOrder.LITTLE_ENDIAN)
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
            assertThat(found.sentences(0))
                    .as("frame %d", frame)
                    .contains(
                            switch (frame) {
                                case 0, 22 -> "Reference frame " + frame + ": NAIF assigns that number to no frame";
                                case 10001 -> "No data for the orientation of IAU_MERCURY_BARYCENTER";
                                case 10013 -> "";
                                default ->
                                    "Reference frame -82000 is not one of SPICE's built-in frames, and no"
                                            + " loaded frame kernel";
                            });
            assertThat(found.segments()).isEqualTo(frame == 10013 ? 0 : 1);
            assertThat(found.sentences(1)).isEmpty();
        }
    }
}
