package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ListView;
import javafx.scene.input.DragEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import orrery.ephemeris.TextFacts;
import orrery.testing.DroppedFiles;
import orrery.testing.Screen;
import orrery.testing.SmallSky;
import orrery.testing.TestWindow;

/** The window uses a loaded text kernel's name for a body everywhere, and only while the kernel is loaded. */
@ExtendWith(ApplicationExtension.class)
class LoadedNamesTest {
    @TempDir
    private static Path folder;

    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private TestWindow shown;

    private Path sky = Path.of("");

    @Start
    void start(Stage stage) throws Exception {
        sky = SmallSky.write(folder.resolve("sky.bsp"));
        shown = TestWindow.show(stage, SmallSky.YEAR / 2, sky);
    }

    @Stop
    void stop() {
        shown.close();
        TextFacts.forget();
    }

    private List<String> labels() {
        return shown.window.sky().lookupAll(".sky-name").stream()
                .map(node -> ((Text) node).getText())
                .toList();
    }

    private void call(String name) {
        Screen.value("the sky's names with " + name, this::labels, all -> all.contains(name));
        Screen.reads("#body-name", name);
    }

    @Test
    void aBodyIsCalledAsTheLoadedTextKernelCallsItEverywhere() throws Exception {
        shown.still();
        Screen.run(() -> shown.window.tab("body"));
        call("Earth");
        Path names = Files.writeString(
                folder.resolve("names.tf"),
                "KPL/FK\n\\begindata\nNAIF_BODY_NAME += ( 'Home World' )\nNAIF_BODY_CODE += ( 399 )\n");
        DroppedFiles.on(shown.window.sky(), DragEvent.DRAG_DROPPED, names);
        call("Home World");
        assertThat(Screen.fx(this::labels)).doesNotContain("Earth");
        shown.act("body.find");
        Screen.type("#command-field", "home w");
        Screen.value(
                "what is found",
                () -> Objects.requireNonNull(Screen.find("#command-list", ListView.class))
                        .getItems()
                        .toString(),
                found -> found.contains("Home World"));
        Screen.run(() -> shown.window.open(List.of(sky)));
        call("Earth");
    }
}
