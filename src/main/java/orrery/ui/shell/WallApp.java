package orrery.ui.shell;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelRegistry;
import orrery.cli.TourService;
import orrery.library.KernelList;
import orrery.service.SkyService;
import orrery.time.Dates;
import orrery.ui.fx.Theme;
import orrery.ui.kernels.SystemFileChoice;
import orrery.ui.tour.Tour;

/** The window on a wall. For tests of long runs, the property {@code orrery.tourSpeed} multiplies a tour's speed. */
public final class WallApp extends Application {
    /** What to show: JavaFX creates the application itself, and passes it only strings. */
    private static final AtomicReference<@Nullable Order> ORDER = new AtomicReference<>();

    private record Order(Tour tour, TourService.Wall wall) {}

    private final SkyService service = new SkyService(new KernelRegistry(), SkyService.fittingWorkers());
    private final ScreenHold hold = new ScreenHold(System.getenv(), WallApp::log);
    private @Nullable OrreryWindow window;

    /** Shows a tour, and returns when the wall has been ended. */
    static void open(Tour tour, TourService.Wall wall) throws IOException {
        ORDER.set(new Order(tour, wall));
        OrreryApp.run(WallApp.class, List.of());
    }

    private static void log(String text) {
        System.err.println(text);
    }

    @Override
    public void start(Stage stage) {
        Order order = Objects.requireNonNull(ORDER.get(), "opened without a tour");
        Rectangle2D screen = Screen.getPrimary().getBounds();
        Theme theme = order.wall().light() ? Theme.LIGHT : Theme.DARK;
        OrreryWindow shown = new OrreryWindow(
                service,
                Dates.now(),
                theme,
                new SystemFileChoice(),
                new Dimension2D(screen.getWidth(), screen.getHeight()));
        window = shown;
        Locale language = TourAnswers.language(order.wall().language());
        shown.tours().player().language(language);
        shown.tours().player().speed(Double.parseDouble(System.getProperty("orrery.tourSpeed", "1")));
        Kiosk kiosk = new Kiosk(shown, order.tour(), order.wall(), Platform::exit, WallApp::log, System::nanoTime);
        new FaultNotice(notice -> kiosk.mend(notice.text())).install();
        kiosk.begin();
        shown.everyPulse(kiosk::pulse);
        shown.open(KernelList.withPositions(order.wall().kernels(), DefaultPaths.kernels()));
        kiosk.fill(stage);
        shown.show(stage);
        hold.start();
    }

    @Override
    public void stop() {
        hold.close();
        if (window != null) {
            window.close();
        }
        service.close();
    }
}
