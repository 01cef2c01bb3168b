package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {
    @Test
    void withoutADisplayVariableThereIsNone() {
        assertThat(Display.lack(Map.of()).orElseThrow().key()).isEqualTo("nodisplay.none");
        assertThat(Display.lack(Map.of("WAYLAND_DISPLAY", "wayland-0"))
                        .orElseThrow()
                        .key())
                .isEqualTo("nodisplay.wayland");
    }

    @Test
    void aDisplayThatDoesNotAnswerIsNone() {
        assertThat(Display.lack(Map.of("DISPLAY", "localhost:59")).orElseThrow())
                .isEqualTo(new Display.Lack("nodisplay.closed", java.util.List.of("localhost:59")));
        assertThat(Display.answers("what is this")).isFalse();
    }
}
