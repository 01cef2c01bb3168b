package orrery.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import orrery.spk.DamagedKernelException;
import orrery.spk.DamagedSegment;
import orrery.spk.KernelException;
import orrery.spk.NotAnSpkException;
import orrery.spk.Segment;
import orrery.spk.Workspace;
import orrery.testing.BrokenKernels;
import orrery.testing.Eventually;
import orrery.testing.Shared;

/**
 * Every broken file ends as the table of faults says, and its sound segments keep their bits: files that the project
 * makes, and others' files if they are present.
 */
class MalformedKernelsTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void made() throws IOException {
        BrokenKernels.write(folder);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("made_lfs_pointer.bsp", NotAnSpkException.class, "Git LFS pointer"),
                Arguments.of("made_web_page.bsp", NotAnSpkException.class, "web page"),
                Arguments.of("made_script.bsp", NotAnSpkException.class, "text file"),
                Arguments.of("made_ck.bsp", NotAnSpkException.class, "CK"),
                Arguments.of("made_unknown_id.bsp", NotAnSpkException.class, "QQQ"),
                Arguments.of("bad_anise_lfs_pointer_gmat-hermite.bsp", NotAnSpkException.class, "Git LFS pointer"),
                Arguments.of("bad_destina_html_page_de405.bsp", NotAnSpkException.class, "web page"),
                Arguments.of("bad_openspace_lua_text_kernels347.bsp", NotAnSpkException.class, "text file"),
                Arguments.of("m01_zero_bytes.bsp", NotAnSpkException.class, "empty"),
                Arguments.of("m03_file_record_only.bsp", DamagedKernelException.class, "begins at record 3"),
                Arguments.of("m11_locfmt_vax.bsp", DamagedKernelException.class, "VAX"),
                Arguments.of("m13_nd_huge.bsp", DamagedKernelException.class, "ND = 2000000"),
                Arguments.of("m15_fward_0.bsp", DamagedKernelException.class, "begins at record 0"),
                Arguments.of("m17_fward_negative.bsp", DamagedKernelException.class, "begins at record -3"),
                Arguments.of("m23_nsum_negative.bsp", DamagedKernelException.class, "holds -1 summaries"),
                Arguments.of("m25_nsum_half.bsp", DamagedKernelException.class, "holds 2.5 summaries"),
                Arguments.of("m53_crlf_converted.bsp", DamagedKernelException.class, "text mode"),
                Arguments.of("m55_gzip.bsp", NotAnSpkException.class, "gzip"),
                Arguments.of("m57_quake_bsp.bsp", NotAnSpkException.class, "game map"),
                Arguments.of("maxq_insight_cruise2lander_v2.bc", NotAnSpkException.class, "CK"),
                Arguments.of("picante_comment_invalidID.bsp", NotAnSpkException.class, "QQQ"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNoKernelIsRefusedInASentence(String name, Class<? extends KernelException> error, String says) {
        Path file = file(name);
        assertTimeoutPreemptively(
                Eventually.LONGEST,
                () -> assertThatThrownBy(() -> new KernelRegistry().open(file))
                        .isInstanceOf(error)
                        .hasMessageContaining(says)
                        .hasMessageEndingWith("."));
    }

    /** File; segments usable, set aside; of those usable, how many fail when asked; a word of the first problem. */
    static Stream<Arguments> loaded() {
        return Stream.of(
                Arguments.of("m05_cut_after_names.bsp", 0, 14, 0, "cut short"),
                Arguments.of("m07_cut_last_record_partial.bsp", 12, 2, 0, "cut short"),
                Arguments.of("m09_locfmt_wrong_endian.bsp", 14, 0, 0, "BIG-IEEE"),
                Arguments.of("m19_next_self_cycle.bsp", 14, 0, 0, "comes back to record 3"),
                Arguments.of("m21_next_beyond.bsp", 14, 0, 0, "record 500"),
                Arguments.of("m27_seg_time_nan.bsp", 13, 1, 0, "NaN"),
                Arguments.of("m29_seg_addr_begin_gt_end.bsp", 13, 1, 0, "words 5000 to 962"),
                Arguments.of("m31_seg_addr_negative.bsp", 13, 1, 0, "words -50 to -1"),
                Arguments.of("m33_seg_frame_-7.bsp", 14, 0, 0, ""),
                Arguments.of("m35_centre_cycle.bsp", 14, 0, 0, ""),
                Arguments.of("m37_trailer_n_huge.bsp", 13, 1, 0, "1.0E15 records"),
                Arguments.of("m39_trailer_rsize_0.bsp", 13, 1, 0, "records of 0.0 words"),
                Arguments.of("m41_trailer_rsize_huge.bsp", 13, 1, 0, "records of 1000000.0 words"),
                Arguments.of("m43_intlen_negative.bsp", 13, 1, 0, "granules of -691200.0 s"),
                Arguments.of("m45_init_shifted_1e9.bsp", 13, 1, 0, "promises"),
                Arguments.of("m47_mid_shifted.bsp", 14, 0, 1, ""),
                Arguments.of("m49_coef_inf.bsp", 14, 0, 1, ""),
                Arguments.of("m51_coef_bitflip_low.bsp", 14, 0, 0, ""),
                Arguments.of("m59_target_duplicate_conflict.bsp", 14, 0, 0, ""),
                Arguments.of("m61_prev_self_cycle.bsp", 14, 0, 0, ""),
                Arguments.of("orekit_multisegment_multirecord_type1.bsp", 30, 0, 30, ""),
                Arguments.of("picante_empty.bsp", 0, 0, 0, ""),
                Arguments.of("picante_invalid.bsp", 0, 0, 0, "data type 0"),
                Arguments.of("spicejl_test.spk", 0, 0, 0, ""));
    }

    @ParameterizedTest
    @MethodSource("loaded")
    void whatIsSoundInABrokenKernelIsReadAndTheRestReported(
            String name, int usable, int aside, int failing, String problem) {
        Path file = file(name);
        assertTimeoutPreemptively(Eventually.LONGEST, () -> {
            try (KernelHandle handle = new KernelRegistry().open(file)) {
                List<Segment> segments = handle.file().segments();
                assertThat(segments.stream().filter(Segment::usable)).hasSize(usable);
                assertThat(segments.stream().filter(DamagedSegment.class::isInstance))
                        .hasSize(aside);
                assertThat(segments.stream().filter(Segment::usable).filter(s -> !answers(handle, s)))
                        .hasSize(failing);
                if (problem.isEmpty()) {
                    assertThat(handle.file().problems()).isEmpty();
                } else {
                    assertThat(handle.file().problems().getFirst().text()).contains(problem);
                }
                assertThat(handle.comment()).isNotNull();
            }
        });
    }

    @Test
    void everyBrokenFileHasItsPlaceInTheTables() throws IOException {
        List<String> named = Stream.concat(refused(), loaded())
                .map(arguments -> (String) arguments.get()[0])
                .toList();
        assertThat(named)
                .doesNotHaveDuplicates()
                .containsAll(BrokenKernels.all().keySet());
        assertThat(named)
                .containsAll(Shared.filesIfAny("kernels/malformed").stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
    }

    /** The project's own file of that name, or else the other one. */
    private static Path file(String name) {
        Path made = folder.resolve(name);
        return Files.exists(made) ? made : Shared.file("kernels/malformed/" + name);
    }

    /** The base of the mutants: segments that a single fault does not touch give the same bits. */
    @ParameterizedTest
    @MethodSource("loaded")
    void aFaultInOneSegmentSparesTheOthers(String name, int usable, int aside, int failing, String problem) {
        if (!name.startsWith("m") || name.startsWith("maxq")) {
            return;
        }
        Path mutant = file(name);
        KernelRegistry registry = new KernelRegistry();
        try (KernelHandle sound = registry.open(folder.resolve(BrokenKernels.SOUND));
                KernelHandle broken = registry.open(mutant)) {
            Workspace work = new Workspace();
            double[] expected = new double[6];
            double[] actual = new double[6];
            int compared = 0;
            // m59 repeats a body with other data, in its last segment; m51 has one changed bit, which no check can see.
            int last = name.startsWith("m59") || name.startsWith("m51") ? 13 : 14;
            for (int i = 0; i < last; i++) {
                Segment segment = broken.file().segments().get(i);
                Segment twin = sound.file().segments().get(i);
                for (int k = 0; k <= 4; k++) {
                    double et = twin.start() + (twin.end() - twin.start()) * k / 4;
                    sound.state(twin, et, expected, work);
                    try {
                        broken.state(segment, et, actual, work);
                    } catch (KernelException e) {
                        assertThat(e.getMessage()).isNotBlank();
                        continue;
                    }
                    assertThat(actual).isEqualTo(expected);
                    compared++;
                }
            }
            assertThat(compared).isGreaterThanOrEqualTo(5 * (Math.min(usable, last) - failing));
        }
    }

    private static boolean answers(KernelHandle handle, Segment segment) {
        double[] state = new double[6];
        try {
            handle.state(segment, (segment.start() + segment.end()) / 2, state, new Workspace());
        } catch (KernelException e) {
            assertThat(e.getMessage()).isNotBlank();
            return false;
        }
        for (double component : state) {
            assertThat(component).isFinite();
        }
        return true;
    }
}
