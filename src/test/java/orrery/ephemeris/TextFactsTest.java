package orrery.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orrery.frames.KernelVariables;
import orrery.frames.TextKernel;
import orrery.frames.TextKernelException;
import orrery.time.Dates;
import orrery.time.LeapSecondTable;
import orrery.time.LeapSeconds;

class TextFactsTest {
    private static KernelVariables of(String... texts) {
        return KernelVariables.of(Arrays.stream(texts)
                .map(text -> TextKernel.parse(Path.of("made.tpc"), "\\begindata\n" + text + "\n"))
                .toList());
    }

    @AfterEach
    void forget() {
        TextFacts.forget();
    }

    @Test
    void aNameIsUnderstoodAndShown() {
        TextFacts.adopt(of("NAIF_BODY_NAME = ( 'My Lander', 'ROVER' ) NAIF_BODY_CODE = ( -777, -778 )"));
        assertThat(Bodies.resolve("my  lander")).isEqualTo(-777);
        assertThat(Bodies.name(-777)).isEqualTo("My Lander");
        assertThat(Bodies.label(-778)).isEqualTo("ROVER (-778)");
        assertThat(Bodies.search("land", 5)).extracting(Body::id).contains(-777);
        TextFacts.forget();
        assertThat(Bodies.find("My Lander")).isEmpty();
        assertThat(Bodies.name(-777)).isEqualTo("-777");
    }

    @Test
    void theNameGivenLastWinsAsInSpice() {
        TextFacts.adopt(of(
                "NAIF_BODY_NAME += 'BARSOOM' NAIF_BODY_CODE += 499",
                "NAIF_BODY_NAME += 'EARTH' NAIF_BODY_CODE += 399",
                "NAIF_BODY_NAME += 'PROBE' NAIF_BODY_CODE += -5",
                "NAIF_BODY_NAME += 'PROBE' NAIF_BODY_CODE += -6"));
        assertThat(Bodies.of(499).spiceName()).isEqualTo("BARSOOM");
        assertThat(Bodies.name(499)).isEqualTo("BARSOOM");
        assertThat(Bodies.resolve("Mars")).as("the built-in name stays one").isEqualTo(499);
        assertThat(Bodies.name(399)).as("the same name in other letters").isEqualTo("Earth");
        assertThat(Bodies.resolve("probe")).isEqualTo(-6);
    }

    @Test
    void radiiAndGravityOfKernelsStandOverTheBuiltInOnes() {
        long before = Bodies.edition();
        TextFacts.adopt(of("BODY499_RADII = ( 3000 3000 2900 ) BODY-777_RADII = ( 1 2 3 ) BODY499_GM = 5"));
        assertThat(Bodies.of(499).radii()).contains(new Radii(3000, 3000, 2900));
        assertThat(Bodies.of(-777).radii()).contains(new Radii(1, 2, 3));
        assertThat(Bodies.of(499).gm()).hasValue(5);
        assertThat(Bodies.of(599).radii()).contains(new Radii(71492, 71492, 66854));
        assertThat(Bodies.edition()).isGreaterThan(before);
    }

    @Test
    void leapSecondsOfAKernelAreUsedForUtc() {
        double before = Dates.parse("2030-01-01T00:00:00 UTC");
        TextFacts.adopt(of("DELTET/DELTA_AT = ( 10, @1972-JAN-1, 37, @2017-JAN-1, 38, @2029-JUL-1 )"));
        assertThat(Dates.parse("2030-01-01T00:00:00 UTC")).isEqualTo(before + 1);
        assertThat(LeapSeconds.table().source()).isEqualTo("made.tpc");
        assertThat(Dates.parse("2029-06-30T23:59:60 UTC")).isFinite();
        TextFacts.forget();
        assertThat(Dates.parse("2030-01-01T00:00:00 UTC")).isEqualTo(before);
        assertThat(LeapSeconds.table()).isSameAs(LeapSecondTable.BUILT_IN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NAIF_BODY_NAME = 'A' | NAIF_BODY_NAME is given without NAIF_BODY_CODE",
                "NAIF_BODY_NAME = ( 'A' 'B' ) NAIF_BODY_CODE = 7 | as many as NAIF_BODY_NAME has names, 2",
                "NAIF_BODY_NAME = 'A' NAIF_BODY_CODE = 7.5 | gives 7.5 for 'A'; a whole number",
                "NAIF_BODY_NAME = ' ' NAIF_BODY_CODE = 7 | has an empty name for 7",
                "BODY499_RADII = ( 1 2 ) | BODY499_RADII is 2 numbers; 3 numbers expected",
                "BODY499_GM = 'much' | numbers expected. Correct the file.",
                "DELTET/DELTA_AT = ( 10, @1972-JAN-1, 11 ) | pairs of a difference and a date",
                "DELTET/DELTA_AT = ( 10, @1972-JAN-1, 11, @1971-JAN-1 ) | pair 2, 11 s from 1971-01-01 on",
                "DELTET/DELTA_AT = ( 10.5, @1972-JAN-1 ) | a whole number of seconds",
                "DELTET/K = 2 | 0.001657 expected",
            })
    void whatIsUnsoundIsRefusedWithItsPlaceAndChangesNothing(String text, String said) {
        assertThatThrownBy(() -> TextFacts.adopt(of(text)))
                .isInstanceOf(TextKernelException.class)
                .hasMessageContaining("made.tpc, line 2: ")
                .hasMessageContaining(said.strip());
        assertThat(Bodies.of(499).radii()).contains(new Radii(3396.19, 3396.19, 3376.2));
        assertThat(LeapSeconds.table()).isSameAs(LeapSecondTable.BUILT_IN);
    }

    @Test
    void naifsOwnTableIsTheBuiltInOne() {
        StringBuilder text = new StringBuilder("DELTET/DELTA_AT = (");
        for (String entry : List.of("10, @1972-JAN-1", "11, @1972-JUL-1", "12, @1973-JAN-1")) {
            text.append(entry).append(' ');
        }
        TextFacts.adopt(of(text + ")"));
        assertThat(LeapSeconds.taiMinusUtc(-9_800)).isEqualTo(12);
        assertThat(LeapSeconds.taiMinusUtc(-20_000)).isEqualTo(9);
    }
}
