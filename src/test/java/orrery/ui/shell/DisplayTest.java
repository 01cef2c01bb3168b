package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
                .isEqualTo(new Display.Lack("nodisplay.closed", List.of("localhost:59")));
        assertThat(Display.answers("what is this")).isFalse();
    }

    @Test
    void aLibraryThatIsNotThereIsNamedWithThePackageThatBringsIt() {
        Display.Lack lack = Display.lack("nodrawing", List.of(new Display.Library("libnowhere.so.7", "libnowhere7")))
                .orElseThrow();
        assertThat(lack.arguments()).containsExactly("libnowhere.so.7", "libnowhere7");
        assertThat(Fxml.WORDS.get(lack.key(), lack.arguments().toArray()))
                .contains("libnowhere.so.7", "apt install libnowhere7");
        assertThat(Fxml.WORDS.get("nodisplay.gtk", "libgtk-3.so.0", "libgtk-3-0", "x.png"))
                .contains("apt install libgtk-3-0", "x.png");
    }

    @Test
    void allThatIsMissingIsNamedAtOnceAndEveryPackageOnce() {
        List<Display.Library> libraries = List.of(
                new Display.Library("libnowhere.so.7", "libnowhere7"),
                new Display.Library("libnothing.so.0", "libnowhere7"),
                new Display.Library("libnever.so.1", "libnever1"));
        assertThat(Display.lack("nodisplay.gtk", libraries).orElseThrow().arguments())
                .containsExactly("libnowhere.so.7, libnothing.so.0, libnever.so.1", "libnowhere7 libnever1");
    }
}
