package orrery.ui.shell;

import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelRegistry;
import orrery.service.SkyService;
import orrery.time.Dates;
import orrery.ui.fx.Theme;
import orrery.ui.kernels.SystemFileChoice;

/** The window on a display. */
public final class OrreryApp extends Application {
    private @Nullable SkyService service;
    private @Nullable OrreryWindow window;

    /** Shows the window and returns when it has been closed. */
    public static void open() {
        launch(OrreryApp.class);
    }

    @Override
    public void init() {
        service = new SkyService(new KernelRegistry(), SkyService.fittingWorkers());
    }

    @Override
    public void start(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        SkyService sky = service == null ? new SkyService(new KernelRegistry(), SkyService.fittingWorkers()) : service;
        service = sky;
        OrreryWindow shown = new OrreryWindow(
                sky,
                Dates.now(),
                Theme.DARK,
                new SystemFileChoice(),
                Math.min(1600, screen.getWidth()),
                Math.min(1000, screen.getHeight()));
        window = shown;
        shown.open(Homes.kernels());
        shown.show(stage);
        if (Boolean.getBoolean(FirstFrame.PROPERTY)) {
            new FirstFrame(() -> shown.sky().isShowing()).start();
        }
    }

    @Override
    public void stop() {
        if (window != null) {
            window.close();
        }
        if (service != null) {
            service.close();
        }
    }
}
