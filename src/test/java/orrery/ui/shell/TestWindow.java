package orrery.ui.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelRegistry;
import orrery.service.SkyClock;
import orrery.service.SkyService;
import orrery.testing.Screen;
import orrery.ui.fx.Theme;
import orrery.ui.kernels.FileChoice;
import orrery.ui.orrery.Picture;
import orrery.ui.orrery.SkyModel;
import orrery.ui.telemetry.ExportTarget;

/** The program's window on the stage of the tests, over a sky of its own. What it shows is read through {@link Screen}. */
final class TestWindow implements AutoCloseable {
    /** No test that opens this window by itself saves anything. */
    private static final ExportTarget NOWHERE = new ExportTarget() {
        @Override
        public java.util.Optional<Path> choose(@Nullable Window owner, String suggestedName) {
            return java.util.Optional.empty();
        }

        @Override
        public void picture(Path file, WritableImage image) {
            throw new AssertionError("nothing is saved here");
        }
    };

    final SkyService service;
    final OrreryWindow window;

    /** JavaFX thread. */
    private TestWindow(SkyService service, double et, FileChoice choice, ExportTarget exports) {
        this.service = service;
        window = new OrreryWindow(service, et, Theme.DARK, choice, exports, 1000, 1000);
    }

    /** Shows a window in the dark theme, 1000 pixels square, with these kernels opened in it, if any. JavaFX thread. */
    static TestWindow show(Stage stage, double et, Path... kernels) {
        return show(stage, et, _ -> List.of(), NOWHERE, kernels);
    }

    /** As {@link #show(Stage, double, Path...)}, with what the dialogs answer. JavaFX thread. */
    static TestWindow show(Stage stage, double et, FileChoice choice, ExportTarget exports, Path... kernels) {
        TestWindow shown = new TestWindow(new SkyService(new KernelRegistry(), 2), et, choice, exports);
        on(stage, shown.window, kernels);
        return shown;
    }

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

    SkyModel model() {
        return window.model();
    }

    SkyClock clock() {
        return model().clock();
    }

    /** The first picture of the sky. */
    Picture picture() {
        return Screen.some("a picture", () -> window.sky().picture());
    }

    /** Waits for a first picture, and stops time in it. */
    void still() {
        picture();
        Screen.run(() -> clock().pause());
    }

    /** Does what a key or the command palette does by this name. */
    void act(String... actions) {
        Screen.run(() -> {
            for (String action : actions) {
                window.run(action);
            }
        });
    }

    @Override
    public void close() {
        window.close();
        service.close();
    }
}
