package orrery.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;

class NumeralsTest {
    private static final Font SMALL = Numerals.font(11);

    @Test
    void aTextIsCutToItsWidthAndNoFurther() {
        String name = "Common-Cleaner";
        double whole = Numerals.width(name, SMALL);
        assertThat(Numerals.fit(name, SMALL, whole)).isEqualTo(name);
        String cut = Numerals.fit(name, SMALL, whole - 1);
        assertThat(cut).startsWith("Common-").endsWith("…");
        assertThat(Numerals.width(cut, SMALL)).isLessThanOrEqualTo(whole - 1);
        String longer = name.substring(0, cut.length()) + "…";
        assertThat(Numerals.width(longer, SMALL)).isGreaterThan(whole - 1);
    }

    @Test
    void noSpaceStandsBeforeTheEllipsis() {
        double width = Numerals.width("Reference …", SMALL);
        assertThat(Numerals.fit("Reference Handler", SMALL, width)).isEqualTo("Reference…");
    }

    @Test
    void whereThereIsNoRoomThereIsAnEllipsis() {
        assertThat(Numerals.fit("main", SMALL, 0)).isEqualTo("…");
    }
}
