package orrery.ui.shell;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.fxml.LoadException;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelRegistry;
import orrery.jfr.FlightEvents;
import orrery.library.KernelList;
import orrery.service.SkyService;
import orrery.spk.KernelException;
import orrery.time.Dates;
import orrery.ui.fx.Theme;
import orrery.ui.kernels.FileSorting;
import orrery.ui.kernels.Notice;
import orrery.ui.kernels.SystemFileChoice;
import orrery.ui.orrery.ViewLink;

/** The window on a display. */
public final class OrreryApp extends Application {
    private @Nullable SkyService service;
    private @Nullable OrreryWindow window;
    private @Nullable SettingsFile file;
    private Settings kept = Settings.none();
    /** The requested files, and those to open: with the shipped kernel if none of them contains positions. */
    private List<Path> requested = List.of();

    private List<Path> kernels = List.of();
    private List<Path> toImport = List.of();
    private List<String> refused = List.of();
    /** Checks every few seconds whether settings have changed and should be saved. */
    private final Timeline keeping = new Timeline(new KeyFrame(Duration.seconds(3), e -> keep()));

    /** Shows the window and returns when it has been closed. */
    static void open(List<String> requested) throws IOException {
        run(OrreryApp.class, requested);
    }

    /** Runs a JavaFX application and returns when it has ended; failures at its start are rethrown unwrapped. */
    static void run(Class<? extends Application> application, List<String> words) throws IOException {
        QuietExit.watch();
        try {
            launch(application, words.toArray(String[]::new));
        } catch (RuntimeException e) {
            // JavaFX reports where in the start something went wrong; the cause is below.
            throw cause(e);
        }
    }

    /** The cause, without the wrappers of JavaFX, futures and reflection. */
    private static RuntimeException cause(RuntimeException wrapped) throws IOException {
        Throwable e = wrapped;
        while (e.getCause() != null
                && (e.getClass() == RuntimeException.class
                        || e instanceof InvocationTargetException
                        || e instanceof CompletionException
                        || e instanceof LoadException
                        || e instanceof ExceptionInInitializerError)) {
            e = e.getCause();
        }
        return switch (e) {
            case RuntimeException plain -> plain;
            case Error error -> throw error;
            case IOException file -> throw file;
            default -> wrapped;
        };
    }

    @Override
    public void init() {
        service = new SkyService(new KernelRegistry(), SkyService.fittingWorkers());
        // Not on the JavaFX thread: this reads a file.
        Path place = Settings.place();
        kept = Settings.read(place);
        FileSorting named = WindowStart.sorted(getParameters().getRaw());
        requested = named.kernels();
        toImport = named.trajectories();
        refused = named.refused();
        try {
            kernels = KernelList.withPositions(requested, DefaultPaths.kernels());
        } catch (KernelException _) {
            // An empty meta-kernel: opening it reports so.
            kernels = requested;
        }
        file = new SettingsFile(place, kept);
    }

    @Override
    public void start(Stage stage) {
        stage.getIcons().setAll(ProgramIcon.images());
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        SkyService sky = service == null ? new SkyService(new KernelRegistry(), SkyService.fittingWorkers()) : service;
        service = sky;
        // In parallel with the first frame, which would otherwise wait for the flight recorder's classes.
        Thread.ofPlatform().daemon().name("orrery-flight").start(FlightEvents::install);
        OrreryWindow shown = new OrreryWindow(
                sky,
                Dates.now(),
                Theme.DARK,
                new SystemFileChoice(),
                new Dimension2D(Math.min(1600, screen.getWidth()), Math.min(1000, screen.getHeight())));
        window = shown;
        new FaultNotice(shown::say).install();
        shown.web().browser(getHostServices()::showDocument);
        Platform.Preferences system = Platform.getPreferences();
        shown.systemMotion(system.isReducedMotion());
        system.reducedMotionProperty().addListener((o, was, is) -> shown.systemMotion(is));
        shown.settings(kept);
        List<String> words = getParameters().getRaw();
        String refusals = Stream.concat(Stream.of(WindowStart.refusals(words)), refused.stream())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
        if (refusals.isEmpty() || !requested.isEmpty() || !toImport.isEmpty()) {
            shown.open(kernels);
        }
        shown.show(stage);
        shown.offerProof();
        if (!refusals.isEmpty()) {
            shown.say(new Notice(refusals, true));
        }
        if (!toImport.isEmpty()) {
            // Once there are kernels to compare them with.
            shown.model().catalogue().addListener(new Once(() -> shown.kernels().offer(toImport)));
        }
        WindowStart.tour(words)
                .ifPresent(tour -> shown.model()
                        .catalogue()
                        .addListener(new Once(() -> shown.tours().open(tour))));
        words.stream()
                .filter(ViewLink::isLink)
                .forEach(link -> shown.model().catalogue().addListener(new Once(() -> shown.link(link))));
        keeping.setCycleCount(Animation.INDEFINITE);
        keeping.play();
        if (Boolean.getBoolean(FirstFrame.PROPERTY)) {
            new FirstFrame(() -> shown.sky().isShowing()).start();
        }
    }

    private void keep() {
        if (window != null && file != null) {
            file.keep(window.settings());
        }
    }

    /** Runs an action when the first kernel has been opened. */
    private record Once(Runnable task) implements InvalidationListener {
        @Override
        public void invalidated(Observable observable) {
            observable.removeListener(this);
            task.run();
        }
    }

    @Override
    public void stop() {
        keeping.stop();
        keep();
        if (file != null) {
            file.close();
        }
        if (window != null) {
            window.close();
        }
        if (service != null) {
            service.close();
        }
    }
}
