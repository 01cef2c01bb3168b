package orrery.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orrery.math.StateRotation;
import orrery.spk.KernelException;

class TextKernelTest {
    private static TextKernel parse(String data) {
        return TextKernel.parse(Path.of("t.tpc"), "KPL/PCK\n\\begindata\n" + data);
    }

    private static KernelVariables variables(String data) {
        return KernelVariables.of(List.of(parse(data)));
    }

    @Test
    void aFrameWithANameAndNoNumberIsNotOfferedAndSaysWhatIsMissing() {
        TextKernel kernel = parse("FRAME_1555001_NAME = 'MISSION'\nFRAME_1555001_CLASS = 4\n");
        FrameSystem frames = FrameSystem.of(List.of(kernel), _ -> OptionalInt.empty());
        assertThat(frames.offered())
                .extracting(ReferenceFrame::name)
                .contains("J2000")
                .doesNotContain("MISSION");
        assertThatThrownBy(() -> frames.byName("mission"))
                .isInstanceOf(TextKernelException.class)
                .hasMessageContaining("t.tpc, line 3")
                .hasMessageContaining("no FRAME_MISSION gives that name its number");
    }

    @Test
    void assignmentsOverLinesInSeveralPartsAreReadInOrder() {
        TextKernel kernel = TextKernel.parse(Path.of("some/t.tpc"), """
            KPL/PCK

               X = 99 is text.
              \\begindata
            A = 1
            B=(1,2.5D1\t-3E-2
               +.5 )
            \\begintext
            A = 7
            \\begindata
            A += ( 2 3 )
            NAME = ( 'it''s' ' padded ' )
            WHEN = ( @1972-JAN-1, @1-JUL-1972/12:30:15.5 @JAN-1-1972-12:30 @1972-180/12:00
                @1972-01-01T12:30, @1-JAN-1972-12:13:14 @1/1/1972 )
            """);
        KernelVariables all = KernelVariables.of(List.of(kernel));
        assertThat(kernel.kind()).isEqualTo("PCK");
        assertThat(kernel.name()).isEqualTo("t.tpc");
        assertThat(all.numbers("A")).containsExactly(1, 2, 3);
        assertThat(all.numbers("B")).containsExactly(1, 25, -0.03, 0.5);
        assertThat(all.texts("NAME")).containsExactly("it's", "padded");
        // As CSPICE N0067's tparse has them.
        assertThat(all.numbers("WHEN"))
                .containsExactly(
                        -883_656_000.0,
                        -867_886_184.5,
                        -883_611_000,
                        -868_147_200,
                        -883_611_000,
                        -883_612_006,
                        -883_656_000);
        assertThat(Objects.requireNonNull(all.get("A")).line()).isEqualTo(11);
        assertThat(all.source("A")).isEqualTo("t.tpc");
    }

    @Test
    void theLastKernelWinsAndWhatNobodySaysIsBuiltIn() {
        TextKernel first = parse("BODY499_RADII = ( 1 2 3 )\nX = 1");
        TextKernel second = TextKernel.parse(Path.of("second.tpc"), "\\begindata\nX = 2\nX += 3");
        KernelVariables all = KernelVariables.of(List.of(first, second));
        assertThat(all.numbers("X")).containsExactly(2, 3);
        assertThat(all.source("X")).isEqualTo("second.tpc");
        assertThat(all.numbers("BODY499_RADII")).containsExactly(1, 2, 3);
        assertThat(all.source("BODY399_RADII")).isEqualTo("built in (pck00011.tpc)");
        assertThat(all.numbers("BODY399_RADII")).containsExactly(6378.1366, 6378.1366, 6356.7519);
        assertThat(all.source("NOBODY")).isNull();
        // What is built in stands for a kernel that is not loaded: one does not append to it.
        assertThat(variables("BODY399_RADII += ( 7 )").numbers("BODY399_RADII")).containsExactly(7);
    }

    @Test
    void numbersAreThoseThatSpiceReads() {
        // As CSPICE N0067's gdpool gives them: each beside the nearest double.
        assertThat(variables("X = 0.14947253587500003E+06").numbers("X")).containsExactly(149472.535875);
        assertThat(variables("X = 1.591274").numbers("X")).containsExactly(1.5912739999999999);
        assertThat(variables("X = -1.4D-12").numbers("X")).containsExactly(-1.3999999999999999e-12);
        assertThat(variables("X = 1.91").numbers("X")).containsExactly(1.9100000000000001);
        assertThat(variables("X = 9.565E+01").numbers("X")).containsExactly(95.64999999999999);
        assertThat(variables("X = ( 12345678901234567890 0.00000000012345678901234567 1e-400 )")
                        .numbers("X"))
                .containsExactly(1.234567890123457e19, 1.234567890123457e-10, 0);
    }

    @Test
    void utf8IsReadAndSoIsLatin1(@TempDir Path folder) throws IOException {
        String text = "\\begindata\nNAIF_BODY_NAME = 'Bor\u00e9e'\nNAIF_BODY_CODE = -901";
        Path utf8 = Files.writeString(folder.resolve("utf8.tf"), text);
        Path latin = Files.write(folder.resolve("latin.tf"), text.getBytes(StandardCharsets.ISO_8859_1));
        for (Path file : List.of(utf8, latin)) {
            assertThat(KernelVariables.of(List.of(TextKernel.read(file))).texts("NAIF_BODY_NAME"))
                    .containsExactly("Bor\u00e9e");
        }
        Path zero = Files.write(folder.resolve("zero.tf"), new byte[] {'K', 'P', 'L', 0});
        assertThatThrownBy(() -> TextKernel.read(zero))
                .hasMessage("zero.tf, byte 3: there is a zero byte; a text kernel contains only text. Fetch it again.");
        Path endless = folder.resolve("long.tf");
        try (RandomAccessFile file = new RandomAccessFile(endless.toFile(), "rw")) {
            file.setLength((64 << 20) + 1);
        }
        assertThatThrownBy(() -> TextKernel.read(endless))
                .hasMessage("long.tf is 67108865 bytes long; a text kernel has at most 67108864. Choose another file.");
        assertThatThrownBy(() -> TextKernel.read(folder.resolve("none.tf")))
                .isInstanceOf(TextKernelException.class)
                .hasMessageContaining("there is no such file. Check the path.");
    }

    record Bad(String file, String sentence) {}

    static Stream<Bad> bad() {
        return Arrays.stream(SENTENCES).map(s -> new Bad(s[0], s[1]));
    }

    private static final String[][] SENTENCES = {
        {
            "append-strings.tf",
            "append-strings.tf, line 4: NAIF_BODY_CODE appends the string 'NINE HUNDRED' to the "
                    + "number -900, set in append-strings.tf, line 3; numbers can only be appended to numbers"
                    + " and strings to strings. Correct one of them."
        },
        {
            "axis-of-4.tf",
            "axis-of-4.tf, line 11: TKFRAME_1400001_AXES names the axis 4; axes are 1, 2 and 3. " + "Correct the file."
        },
        {
            "center-unknown.tf",
            "center-unknown.tf, line 7: FRAME_1400001_CENTER is 'NOWHERE', which is not the name of a known"
                    + " body. Give its NAIF id, or load the kernel that names it."
        },
        {
            "circle.tf",
            "The frame MINE (1400001) is defined through more than 32 others, or through itself. "
                    + "Correct the frame kernel."
        },
        {
            "ck-frame.tf",
            "The frame MINE (1400001) of ck-frame.tf is of class 3, attitude (CK), which is not supported."
                    + " Choose a frame of class 1, 2 or 4."
        },
        {
            "class-of-9.tf",
            "class-of-9.tf, line 5: FRAME_1400001_CLASS is 9; a class of 1 to 6 expected. " + "Correct the file."
        },
        {
            "degree-of-4.tpc",
            "degree-of-4.tpc, line 3: BODY4_MAX_PHASE_DEGREE is 4; a degree of 1 to 3 expected. Correct the file."
        },
        {
            "empty-list.tpc",
            "empty-list.tpc, line 3: BODY499_RADII = () is empty; a variable has at least one "
                    + "value. Correct the file, or fetch it again."
        },
        {
            "four-terms.tpc",
            "four-terms.tpc, line 3: BODY399_PM is 4 numbers; the terms of a polynomial (1 to 3 of them)"
                    + " expected. Correct the file."
        },
        {
            "half-class.tf",
            "half-class.tf, line 5: FRAME_1400001_CLASS is 4.5; a whole number expected. " + "Correct the file."
        },
        {
            "inertial-of-99.tf",
            "The frame MINE (1400001) of inertial-of-99.tf is declared inertial, but its class id 99 is not one of"
                    + " SPICE's inertial frames (1 to 21). Correct the kernel."
        },
        {
            "matrix-flat.tf",
            "matrix-flat.tf, line 10: TKFRAME_1400001_MATRIX is not a rotation: its columns do not span "
                    + "space. Correct the file."
        },
        {
            "matrix-of-8.tf",
            "matrix-of-8.tf, line 10: TKFRAME_1400001_MATRIX is 8 numbers; 9 numbers expected. Correct the file."
        },
        {
            "mixed.tpc",
            "mixed.tpc, line 3: BODY499_RADII contains numbers and strings; a variable contains one or the"
                    + " other. Correct the file, or fetch it again."
        },
        {
            "no-class.tf",
            "no-class.tf: the frame MINE (1400001) has no FRAME_1400001_CLASS; a class of 1 to 6 "
                    + "expected. Load the kernel that gives it, or correct the file."
        },
        {
            "no-data.tf",
            "No data for the orientation of MINE (1400001): neither a binary PCK for class id -77 "
                    + "nor BODY-77_PM in a text PCK. Load the kernel that has them (-k FILE)."
        },
        {
            "no-date.tls",
            "no-date.tls, line 3: a value of DELTET/DELTA_AT is \"@1972-JANUARY-32\", which is not a date;"
                    + " write one such as @1972-JAN-1 or @1-JAN-1972/12:00:00. Correct the file, or "
                    + "fetch it again."
        },
        {
            "no-equals.tpc",
            "no-equals.tpc, line 3: after \"BODY499_RADII\" there is \"3396.19\" instead of = or +=. "
                    + "Text must be outside the data: after \\begintext, or before \\begindata."
        },
        {
            "no-name.tpc",
            "no-name.tpc, line 3: \"= 5\" instead of the name of a variable. Correct the " + "file, or fetch it again."
        },
        {
            "no-number.tpc",
            "no-number.tpc, line 4: a value of BODY499_PM is \"350.8919x\"; a number as in 1.5E3, a "
                    + "date that begins with @, or a string in apostrophes expected. Correct the "
                    + "file, or fetch it again."
        },
        {
            "no-relative.tf",
            "no-relative.tf: the frame MINE (1400001) has no TKFRAME_1400001_RELATIVE; the name of a "
                    + "frame expected. Load the kernel that gives it, or correct the file."
        },
        {
            "no-spec.tf",
            "no-spec.tf: the frame MINE (1400001) has no TKFRAME_1400001_SPEC; MATRIX, ANGLES or "
                    + "QUATERNION expected. Load the kernel that gives it, or correct the file."
        },
        {
            "no-value.tpc",
            "no-value.tpc, line 3: BODY499_PM has no value: the file ends after its =. Correct the "
                    + "file, or fetch it again."
        },
        {
            "odd-reference.tpc",
            "odd-reference.tpc, line 4: BODY3_CONSTANTS_REF_FRAME is 99; one of SPICE's inertial "
                    + "frames (1 to 21) expected. Correct the file."
        },
        {
            "open-list-at-end.tpc",
            "open-list-at-end.tpc, line 3: the list of BODY499_RADII is never closed: a ) is "
                    + "missing. Correct the file, or fetch it again."
        },
        {
            "open-list.tpc",
            "open-list.tpc, line 3: the list of BODY499_RADII is not closed where the next variable "
                    + "is set in line 4: a ) is missing. Correct the file, or fetch it again."
        },
        {
            "open-string.tf",
            "open-string.tf, line 3: a string of FRAME_1400001_NAME is not closed on its line: an "
                    + "apostrophe is missing. Close it; an apostrophe inside a string is doubled."
        },
        {
            "pole-missing.tf",
            "pole-missing.tf, line 8: BODY-77_PM has no BODY-77_POLE_RA, and the orientation needs "
                    + "both. Load the kernel that gives it."
        },
        {
            "quaternion-zero.tf",
            "quaternion-zero.tf, line 10: TKFRAME_1400001_Q is (0, 0, 0, 0), which is not a rotation. "
                    + "Correct the file."
        },
        {
            "radii-as-text.tpc",
            "radii-as-text.tpc, line 3: BODY399_POLE_RA is the string 'north'; numbers expected. Correct the file."
        },
        {
            "relative-itself.tf",
            "relative-itself.tf, line 9: TKFRAME_1400001_RELATIVE names the frame itself. Correct " + "the file."
        },
        {
            "relative-unknown.tf",
            "relative-unknown.tf, line 9: TKFRAME_1400001_RELATIVE is 'ELSEWHERE', which is not a known frame."
                    + " Load the frame kernel that defines it, or correct the name."
        },
        {
            "spec-number.tf",
            "spec-number.tf, line 9: TKFRAME_1400001_SPEC is the number 3; a string in apostrophes "
                    + "expected. Correct the file."
        },
        {"spec-two.tf", "spec-two.tf, line 9: TKFRAME_1400001_SPEC is 2 strings; one string expected. Correct the file."
        },
        {
            "spec-unknown.tf",
            "spec-unknown.tf, line 9: TKFRAME_1400001_SPEC is 'EULER'; MATRIX, ANGLES or QUATERNION "
                    + "expected. Correct the file."
        },
        {
            "text-in-data.tpc",
            "text-in-data.tpc, line 3: after \"These\" there is \"are the radii of Mars.\" instead of = or "
                    + "+=. Text must be outside the data: after \\begintext, or before \\begindata."
        },
        {
            "too-few-angles.tpc",
            "too-few-angles.tpc, line 3: BODY4_NUT_PREC_ANGLES gives 1 phase angle of 3 terms; "
                    + "BODY499_NUT_PREC_RA, _DEC and _PM have factors for 26. Load the kernel that defines them all."
        },
        {
            "too-large.tpc",
            "too-large.tpc, line 3: a value of BODY499_PM is \"1.0D999\", more than a double can represent"
                    + " (1.8E308). Correct the file, or fetch it again."
        },
        {
            "two-epochs.tpc",
            "two-epochs.tpc, line 4: BODY3_CONSTANTS_JED_EPOCH is given a second time as "
                    + "BODY3_CONSTS_JED_EPOCH (two-epochs.tpc, line 5); only one of the two is allowed. Remove"
                    + " one of them."
        },
        {
            "two-values.tpc",
            "two-values.tpc, line 3: BODY499_RADII has a second value, 3396.19, outside parentheses. "
                    + "Several values of one variable must be in parentheses."
        },
        {
            "unit-unknown.tf",
            "unit-unknown.tf, line 12: TKFRAME_1400001_UNITS is 'GRADS'; one of ARCMINUTES, "
                    + "ARCSECONDS, DEGREES, HOURANGLE, MINUTEANGLE, RADIANS, SECONDANGLE expected. "
                    + "Correct the file."
        },
    };

    @ParameterizedTest
    @MethodSource("bad")
    void eachFaultHasItsSentence(Bad bad) {
        assertThatThrownBy(() -> use(bad.file))
                .isInstanceOf(KernelException.class)
                .hasMessage(bad.sentence);
    }

    /** Loads a kernel and queries everything that may be wrong in it. */
    private static void use(String file) {
        FrameSystem frames = FrameSystem.of(
                List.of(TextKernel.read(SpiceRotationsTest.resource("bad/" + file))), _ -> OptionalInt.empty());
        double[] m = new double[StateRotation.SIZE];
        for (String name : file.endsWith(".tf") ? List.of("MINE") : List.of("IAU_EARTH", "IAU_MARS")) {
            frames.rotation(frames.byName(name).id(), ReferenceFrame.J2000, 0, m);
        }
    }

    @Test
    void noFileOfFaultsIsForgotten() throws IOException {
        Set<String> said = new TreeSet<>(bad().map(Bad::file).toList());
        try (Stream<Path> files = Files.list(SpiceRotationsTest.resource("bad"))) {
            assertThat(said)
                    .containsExactlyElementsOf(new TreeSet<>(
                            files.map(f -> f.getFileName().toString()).toList()));
        }
    }
}
