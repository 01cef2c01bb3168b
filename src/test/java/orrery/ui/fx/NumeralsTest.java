package orrery.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;

class NumeralsTest {
    @Test
    void aTextIsCutToItsWidthAndNoFurther() {
        String name = "Common-Cleaner";
        double whole = Numerals.width(name, small());
        assertThat(Numerals.fit(name, small(), whole)).isEqualTo(name);
        String cut = Numerals.fit(name, small(), whole - 1);
        assertThat(cut).startsWith("Common-").endsWith("…");
        assertThat(Numerals.width(cut, small())).isLessThanOrEqualTo(whole - 1);
        String longer = name.substring(0, cut.length()) + "…";
        assertThat(Numerals.width(longer, small())).isGreaterThan(whole - 1);
    }

    @Test
    void noSpaceStandsBeforeTheEllipsis() {
        double width = Numerals.width("Reference …", small());
        assertThat(Numerals.fit("Reference Handler", small(), width)).isEqualTo("Reference…");
    }

    @Test
    void whereThereIsNoRoomThereIsAnEllipsis() {
        assertThat(Numerals.fit("main", small(), 0)).isEqualTo("…");
    }

    /** Within the test: a class that does not load could not be skipped where there are no fonts. */
    private static Font small() {
        return Numerals.font(11);
    }
}
