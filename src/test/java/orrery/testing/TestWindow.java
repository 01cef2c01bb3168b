package orrery.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Dimension2D;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelRegistry;
import orrery.service.SkyClock;
import orrery.service.SkyService;
import orrery.ui.fx.Theme;
import orrery.ui.kernels.FileChoice;
import orrery.ui.orrery.Picture;
import orrery.ui.orrery.SkyModel;
import orrery.ui.shell.OrreryWindow;
import orrery.ui.telemetry.ExportTarget;

/**
 * The program's window on the stage of the tests, over a sky of its own; {@link TestTab} is a tab alone. What it shows
 * is read through {@link Screen}.
 */
public final class TestWindow implements AutoCloseable {
    /** No test that opens this window by itself saves anything. */
    private static final ExportTarget NOWHERE = new ExportTarget() {
        @Override
        public Optional<Path> choose(@Nullable Window owner, String suggestedName) {
            return Optional.empty();
        }

        @Override
        public void picture(Path file, WritableImage image) {
            throw new AssertionError("nothing is saved here");
        }
    };

    public final SkyService service;
    public final OrreryWindow window;

    /** JavaFX thread. */
    private TestWindow(SkyService service, double et, FileChoice choice, ExportTarget exports) {
        this.service = service;
        window = new OrreryWindow(service, et, Theme.DARK, choice, exports, new Dimension2D(1000, 1000));
    }

    /** Shows a window in the dark theme, 1000 pixels square, with these kernels opened in it, if any. JavaFX thread. */
    public static TestWindow show(Stage stage, double et, Path... kernels) {
        return show(stage, et, _ -> List.of(), NOWHERE, kernels);
    }

    /** As {@link #show(Stage, double, Path...)}, with what the dialogs answer. JavaFX thread. */
    public static TestWindow show(Stage stage, double et, FileChoice choice, ExportTarget exports, Path... kernels) {
        TestWindow shown = new TestWindow(new SkyService(new KernelRegistry(), 2), et, choice, exports);
        stage.setX(0);
        stage.setY(0);
        if (kernels.length > 0) {
            shown.window.open(List.of(kernels));
        }
        shown.window.show(stage);
        // The stage is that of every test in this process; the one before may have left it narrow.
        stage.sizeToScene();
        return shown;
    }

    public SkyModel model() {
        return window.model();
    }

    public SkyClock clock() {
        return model().clock();
    }

    /** The first picture of the sky. */
    public Picture picture() {
        return Screen.some("a picture", () -> window.sky().picture());
    }

    /** Waits for a first picture, and stops time. */
    public void still() {
        picture();
        Screen.run(() -> clock().pause());
    }

    /** Does what a key or the command palette does under this name. */
    public void act(String... actions) {
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
