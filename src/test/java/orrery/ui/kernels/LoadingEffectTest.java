package orrery.ui.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import orrery.library.Precedence;
import orrery.ui.fx.Words;

class LoadingEffectTest {
    private static final double YEAR = 365.25 * 86_400;
    private static final Words WORDS = Words.of(LoadingEffectTest.class);

    @Test
    void aKernelThatIsNewOnBothSidesOfAnotherIsSaidToBeSoOnEachSideAndNotBetween() {
        List<Precedence.Change> changes = new ArrayList<>();
        for (int body : new int[] {4, 5}) {
            changes.add(change(body, -50, 0, "", "long.bsp"));
            changes.add(change(body, 0, 30, "short.bsp", "long.bsp"));
            changes.add(change(body, 30, 50, "", "long.bsp"));
        }
        changes.add(change(6, -50, 50, "short.bsp", ""));
        assertThat(LoadingEffect.of(changes, WORDS))
                .containsExactly(
                        "Mars\u2009·\u20094, Jupiter\u2009·\u20095: 1950-01-01 to 2000-01-01, 2030-01-01 to 2050-01-01"
                                + " from long.bsp, where there is no data now",
                        "Mars\u2009·\u20094, Jupiter\u2009·\u20095: 2000-01-01 to 2030-01-01 from long.bsp instead of"
                                + " short.bsp",
                        "Saturn\u2009·\u20096: 1950-01-01 to 2050-01-01 would be lost; short.bsp has it now");
    }

    @Test
    void manyStretchesAreCountedAndNothingIsSaidToBeNothing() {
        List<Precedence.Change> changes = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            changes.add(change(4, 2 * i, 2 * i + 1, "a.bsp", "b.bsp"));
        }
        assertThat(LoadingEffect.of(changes, WORDS))
                .singleElement()
                .asString()
                .contains("2000-01-01 to 2000-12-31, ", " and 6 more spans until 2016-12-31 from b.bsp");
        assertThat(LoadingEffect.of(List.of(), WORDS)).containsExactly("No body would be answered from another file.");
    }

    private static Precedence.Change change(int body, double from, double to, String before, String after) {
        return new Precedence.Change(body, from * YEAR, to * YEAR, said(before), said(after));
    }

    private static Optional<String> said(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }
}
