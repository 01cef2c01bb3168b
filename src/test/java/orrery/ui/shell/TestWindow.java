package orrery.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/** The program's window on the stage of the tests, and a way to its thread. */
final class TestWindow {
    private TestWindow() {}

    /** Shows a window, with these kernels opened in it, if any. JavaFX thread. */
    static void on(Stage stage, OrreryWindow window, Path... kernels) {
        stage.setX(0);
        stage.setY(0);
        if (kernels.length > 0) {
            window.open(List.of(kernels));
        }
        window.show(stage);
        // The stage is that of every test in this process; the one before may have left it narrow.
        stage.sizeToScene();
    }

    static <T> T onFx(Callable<T> what) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, what);
    }
}
