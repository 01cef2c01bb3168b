package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import orrery.testing.DroppedFiles;
import orrery.testing.Eventually;
import orrery.testing.Screen;
import orrery.testing.SmallSky;
import orrery.testing.TestWindow;

/** Files dropped on the window. The headless platform has no dragging, so the events are made by hand. */
@ExtendWith(ApplicationExtension.class)
class DropTest {
    @TempDir
    private static Path folder;

    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private TestWindow shown;

    private Path sky = Path.of("");
    private Path other = Path.of("");

    @Start
    void start(Stage stage) throws Exception {
        sky = SmallSky.write(folder.resolve("sky.bsp"));
        other = SmallSky.shifted(folder.resolve("other.bsp"), 0, SmallSky.YEAR, 100);
        shown = TestWindow.show(stage, SmallSky.YEAR / 2, sky);
    }

    @Stop
    void stop() {
        shown.close();
    }

    private void fire(EventType<DragEvent> type, Path... files) {
        DroppedFiles.on(shown.window.sky(), type, files);
    }

    private List<String> loaded() {
        return shown.service.live().current().members().stream()
                .map(kernel -> kernel.name())
                .toList();
    }

    private void awaitLoaded(String... names) {
        Eventually.equal("the kernels that answer", List.of(names), this::loaded);
    }

    @Test
    void oneOrManyFilesLetFallOnTheWindowAreOpenedInTheirOrder() throws Exception {
        awaitLoaded("sky.bsp");
        fire(DragEvent.DRAG_OVER, sky, other);
        assertThat(loaded()).as("nothing happens before they fall").containsExactly("sky.bsp");
        fire(DragEvent.DRAG_DROPPED, sky, other);
        awaitLoaded("sky.bsp", "other.bsp");
        Path meta = Files.writeString(
                folder.resolve("set.tm"),
                "KPL/MK\n\\begindata\nPATH_VALUES = ( '" + folder + "' )\nPATH_SYMBOLS = ( 'K' )\n"
                        + "KERNELS_TO_LOAD = ( '$K/other.bsp', '$K/clock.tls' )\n");
        Files.writeString(folder.resolve("clock.tls"), "KPL/LSK\n");
        fire(DragEvent.DRAG_DROPPED, meta);
        awaitLoaded("other.bsp");
        Path page = Files.writeString(folder.resolve("page.bsp"), "<!DOCTYPE html><html>gone</html>");
        fire(DragEvent.DRAG_DROPPED, page);
        Screen.says("#message", "web page");
        assertThat(loaded()).as("the old one goes on").containsExactly("other.bsp");
        assertThat(Objects.requireNonNull(shown.service.catalogue()).kernels())
                .as("the leap seconds, too")
                .hasSize(2);
    }

    @Test
    void whileFilesAreDraggedTheWindowSaysWhatADropWouldDo() throws Exception {
        awaitLoaded("sky.bsp");
        fire(DragEvent.DRAG_OVER, sky, other);
        Screen.says("#drop-hint", "Drop to open 2 files");
        DroppedFiles.on(Screen.node(".window", Node.class), DragEvent.DRAG_EXITED, sky, other);
        Screen.unseen("#drop-hint");
        Screen.run(() -> shown.window.tab("kernels"));
        Screen.seen("#kernels-list");
        DroppedFiles.on(Screen.node("#open-kernel", Node.class), DragEvent.DRAG_OVER, other);
        Screen.says("#drop-hint", "Drop to add other.bsp");
        DroppedFiles.on(Screen.node("#open-kernel", Node.class), DragEvent.DRAG_DROPPED, other);
        Screen.unseen("#drop-hint");
    }
}
