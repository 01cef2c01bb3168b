package orrery.ui.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import orrery.testing.Screen;
import orrery.testing.SmallSky;
import orrery.testing.TestWindow;

/** A window whose only kernel does not exist. */
@ExtendWith(ApplicationExtension.class)
class NothingShownTest {
    @TempDir
    private static Path folder;

    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private TestWindow shown;

    @Start
    void start(Stage stage) {
        shown = TestWindow.show(stage, SmallSky.YEAR / 2, folder.resolve("gone.bsp"));
    }

    @Stop
    void stop() {
        shown.close();
    }

    @Test
    void theReasonStaysUntilThereIsASky() throws Exception {
        NoticeLabel message = Screen.node("#message", NoticeLabel.class);
        Screen.so("the reason stays", message::isLasting);
        Screen.says("#message", "there is no such file", "gone.bsp", "No kernel is loaded; open another");
        Path sky = SmallSky.write(folder.resolve("sky.bsp"));
        Screen.run(() -> shown.window.open(List.of(sky)));
        Screen.text("#message", said -> said.startsWith("Now showing sky.bsp"));
        Screen.so("that does not stay", () -> !message.isLasting());
    }
}
