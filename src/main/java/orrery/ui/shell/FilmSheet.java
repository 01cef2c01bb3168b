package orrery.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import orrery.ephemeris.Coverage;
import orrery.service.SkyCatalogue;
import orrery.service.SkyClock;
import orrery.spk.Progress;
import orrery.time.Dates;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import orrery.ui.film.FilmFiles;
import orrery.ui.film.FilmPath;
import orrery.ui.film.FilmPlan;
import orrery.ui.film.FilmRecord;
import orrery.ui.film.FilmRun;
import orrery.ui.fx.Numerals;
import orrery.ui.kernels.Notice;
import orrery.ui.orrery.SkyModel;
import orrery.ui.orrery.SkyStyle;
import orrery.ui.orrery.ViewLink;
import orrery.ui.telemetry.ExportTarget;
import orrery.ui.tour.Tour;
import orrery.ui.tour.TourFilm;
import orrery.ui.tour.TourTimeline;

/**
 * Records a film of the view: between the two marks of the time bar, or else from now at the present rate. It is drawn
 * in the background, from the kernels and not from the screen, so that the window continues; one film at a time.
 *
 * <p>Confined to the JavaFX thread.
 */
final class FilmSheet extends Overlay {
    private static final int LEAST = 64;
    private static final int MOST = 4096;
    private static final int MOST_RATE = 120;
    private static final int MOST_SECONDS = 3600;
    private static final double FULL_TURN = 360;
    private static final List<SizeFields.Size> SIZES =
            List.of(new SizeFields.Size(1280, 720), new SizeFields.Size(1920, 1080), new SizeFields.Size(3840, 2160));

    private final SkyModel model;
    private final ExportTarget exports;
    private final Consumer<Notice> notices;
    private final Supplier<List<String>> sheets;
    private final SizeFields size = new SizeFields("film", LEAST, MOST, SIZES, this::begin);
    private final TextField seconds = number("film-seconds", "10");
    private final TextField rate = number("film-rate", "30");
    private final TextField orbit = number("film-orbit", "0");
    private final CheckBox ofTour = new CheckBox(Fxml.WORDS.get("film.tour"));
    private final Supplier<Optional<Tour>> tour;
    private final CheckBox labels = new CheckBox(Fxml.WORDS.get("picture.labels"));
    private final Label dates = new Label();
    private final Label trouble = new Label();
    private final Button save = new Button(Fxml.WORDS.get("film.save"));
    private final ProgressBar bar = new ProgressBar(0);
    private final Label left = new Label();
    private final Button cancel = new Button(Fxml.WORDS.get("film.cancel"));
    private final VBox running = new VBox(8, new HBox(10, bar, cancel), left);
    private final KernelSums sums = new KernelSums();
    private final Executor aside =
            task -> Thread.ofPlatform().name("orrery-film").daemon().start(task);
    private final TourLacks lacks = new TourLacks(sums, aside);
    private @Nullable Recording recording;

    /** The progress of a film being drawn, and whether it is cancelled; each written by one thread, read by both. */
    private static final class Recording implements Progress {
        private final long begun = System.nanoTime();
        private volatile double fraction;
        private volatile boolean cancelled;

        @Override
        public void at(double now) {
            fraction = now;
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }

    /** Everything about the film to record. */
    private record Order(FilmPlan path, FilmRun.Options options, List<Path> kernels) {}

    /**
     * @param exports the target of the film
     * @param notices shows a message to the user
     * @param sheets the window's style sheets
     * @param tour the open tour, if any
     */
    FilmSheet(
            SkyModel model,
            ExportTarget exports,
            Consumer<Notice> notices,
            Supplier<List<String>> sheets,
            Supplier<Optional<Tour>> tour) {
        this.tour = tour;
        this.model = model;
        this.exports = exports;
        this.notices = notices;
        this.sheets = sheets;
        setId("film-sheet");
        Label title = new Label(Fxml.WORDS.get("film.title"));
        title.getStyleClass().add("subtitle");
        dates.setId("film-dates");
        dates.getStyleClass().add("small");
        dates.setWrapText(true);
        FlowPane numbers = new FlowPane(
                16, 8, measured(seconds, "film.seconds"), measured(rate, "film.rate"), measured(orbit, "film.orbit"));
        labels.setSelected(true);
        ofTour.setId("film-tour");
        ofTour.managedProperty().bind(ofTour.visibleProperty());
        seconds.disableProperty().bind(ofTour.selectedProperty());
        orbit.disableProperty().bind(ofTour.selectedProperty());
        trouble.setId("film-trouble");
        trouble.getStyleClass().add("refuted-text");
        trouble.setWrapText(true);
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        save.getStyleClass().setAll("button", "primary");
        save.setId("film-save");
        save.setOnAction(e -> begin());
        cancel.getStyleClass().setAll("button", "outlined");
        cancel.setId("film-cancel");
        cancel.setOnAction(e -> cancel());
        bar.setId("film-bar");
        bar.setPrefWidth(280);
        bar.setAccessibleText(Fxml.WORDS.get("film.title"));
        left.setId("film-left");
        left.getStyleClass().add("small");
        running.managedProperty().bind(running.visibleProperty());
        running.setVisible(false);
        VBox box = new VBox(14, title, size, ofTour, numbers, dates, lacks, labels, trouble, save, running);
        box.getStyleClass().add("picture-sheet");
        box.setMaxSize(460, Region.USE_PREF_SIZE);
        getChildren().add(box);
    }

    private TextField number(String id, String text) {
        TextField field = new TextField(text);
        field.setId(id);
        field.setPrefColumnCount(4);
        field.setFont(Numerals.font(13));
        field.setOnAction(e -> begin());
        field.setAccessibleText(Fxml.WORDS.get(id.replace('-', '.')));
        return field;
    }

    private static HBox measured(TextField field, String key) {
        Label unit = new Label(Fxml.WORDS.get(key));
        unit.getStyleClass().add("small");
        unit.setMinWidth(Region.USE_PREF_SIZE);
        HBox pair = new HBox(8, field, unit);
        pair.setAlignment(Pos.CENTER_LEFT);
        return pair;
    }

    void open() {
        trouble.setText("");
        ofTour.setVisible(tour.get().isPresent());
        ofTour.setSelected(ofTour.isSelected() && ofTour.isVisible());
        tellDates();
        lay(size.first());
        size.first().selectAll();
    }

    /** Opens for the tour that is open. */
    void openTour() {
        open();
        ofTour.setSelected(ofTour.isVisible());
        tellDates();
    }

    /** Called once a pulse: shows the progress of the film, or its dates. */
    void pulse() {
        if (!isVisible()) {
            return;
        }
        Recording now = recording;
        if (now == null) {
            tellDates();
            return;
        }
        bar.setProgress(now.fraction);
        double passed = (System.nanoTime() - now.begun) * 1e-9;
        String words = now.fraction > 0 && passed > 1
                ? Fxml.WORDS.get(
                        "film.left", Math.round(now.fraction * 100), Math.round(passed * (1 / now.fraction - 1)))
                : Fxml.WORDS.get("film.drawing");
        if (!words.equals(left.getText())) {
            left.setText(words);
        }
    }

    private void tellDates() {
        if (ofTour.isSelected()) {
            double length =
                    tour.get().map(one -> new TourTimeline(one, false).length()).orElse(0.0);
            dates.setText(Fxml.WORDS.get("film.tour.length", Math.round(length)));
            tour.get().ifPresent(one -> lacks.check(one, model.catalogue().get()));
            return;
        }
        lacks.clear();
        double length = value(seconds, 0, MOST_SECONDS).orElse(0.0);
        double[] span = span(length);
        EpochFormat format = EpochFormat.minutes(TimeScale.TDB).spaced();
        String key = model.clock().loop().isPresent() ? "film.marks" : "film.now";
        String words = Fxml.WORDS.get(key, format.format(span[0]), format.format(span[1]));
        if (!words.equals(dates.getText())) {
            dates.setText(words);
        }
    }

    /** The first and last date: the marks, or from now at the present rate, within the coverage. */
    private double[] span(double length) {
        SkyClock clock = model.clock();
        Optional<Coverage.Span> loop = clock.loop();
        if (loop.isPresent()) {
            return new double[] {loop.get().start(), loop.get().end()};
        }
        double end = clock.et() + clock.rate() * length;
        return new double[] {
            clock.et(), Math.clamp(end, clock.span().start(), clock.span().end())
        };
    }

    private static Optional<Double> value(TextField field, double least, double most) {
        try {
            double value = Double.parseDouble(field.getText().strip());
            return value >= least && value <= most ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void begin() {
        SkyCatalogue catalogue = model.catalogue().get();
        Optional<SizeFields.Size> wanted = size.size();
        if (wanted.isEmpty() || wanted.get().width() % 2 != 0 || wanted.get().height() % 2 != 0) {
            trouble.setText(Fxml.WORDS.get("film.size", LEAST, MOST));
            return;
        }
        Optional<Double> length = value(seconds, 0.1, MOST_SECONDS);
        Optional<Double> frames = value(rate, 1, MOST_RATE);
        Optional<Double> turn = value(orbit, -100 * FULL_TURN, 100 * FULL_TURN);
        if (length.isEmpty() || frames.isEmpty() || turn.isEmpty()) {
            trouble.setText(Fxml.WORDS.get("film.numbers", MOST_SECONDS, MOST_RATE));
            return;
        }
        if (catalogue == null) {
            trouble.setText(Fxml.WORDS.get("film.empty"));
            return;
        }
        trouble.setText("");
        FilmPlan path;
        try {
            path = plan(length.get(), (int) Math.rint(frames.get()), Math.toRadians(turn.get()));
        } catch (IllegalArgumentException e) {
            trouble.setText(String.valueOf(e.getMessage()));
            return;
        }
        String name = String.format(
                Locale.ROOT,
                "orrery-%s.mp4",
                EpochFormat.days(TimeScale.TDB).unlabeled().format(path.at(0).et()));
        Optional<Path> file =
                exports.choose(getScene() == null ? null : getScene().getWindow(), name);
        file.ifPresent(out -> record(
                out,
                new Order(
                        path,
                        new FilmRun.Options(
                                wanted.get().width(),
                                wanted.get().height(),
                                !labels.isSelected(),
                                sheets.get(),
                                Optional.empty()),
                        catalogue.kernels())));
    }

    private FilmPlan plan(double length, int frames, double turn) {
        SkyStyle style = model.style().get();
        Optional<Tour> shown = ofTour.isSelected() ? tour.get() : Optional.empty();
        if (shown.isPresent()) {
            TourTimeline line = new TourTimeline(shown.get().at(Dates.now()), false);
            return new TourFilm(line, style, frames, Locale.getDefault(Locale.Category.DISPLAY));
        }
        double[] span = span(length);
        return new FilmPath(List.of(view(span[0]), view(span[1])), style, length, frames, turn);
    }

    private ViewLink view(double et) {
        SkyStyle style = model.style().get();
        return new ViewLink(et, model.rig().camera(), style.scale(), style.center(), style.selected(), List.of());
    }

    private void record(Path out, Order order) {
        Recording begun = new Recording();
        recording = begun;
        show(true);
        var _ = CompletableFuture.supplyAsync(() -> draw(out, order, begun), aside)
                .whenComplete((film, thrown) -> Platform.runLater(() -> ended(out, film, thrown)));
    }

    private FilmRecord draw(Path out, Order order, Progress progress) {
        try {
            return new FilmFiles(out, Optional.empty(), FilmFiles.Choice.AUTO)
                    .write(model.service(), order.path(), order.options(), sums.describe(order.kernels()), progress);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private void show(boolean drawing) {
        running.setVisible(drawing);
        save.setDisable(drawing);
        bar.setProgress(0);
        left.setText(Fxml.WORDS.get("film.drawing"));
    }

    /** Cancels the film; what was written is removed. */
    void cancel() {
        Recording now = recording;
        if (now != null) {
            now.cancelled = true;
        }
    }

    private void ended(Path out, @Nullable FilmRecord film, @Nullable Throwable thrown) {
        recording = null;
        show(false);
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (film != null) {
            notices.accept(new Notice(
                    Fxml.WORDS.count(
                            film.frames().size(),
                            "film.saved",
                            out,
                            film.frames().size(),
                            film.encoder()),
                    false));
        } else if (cause instanceof CancellationException) {
            notices.accept(new Notice(Fxml.WORDS.get("film.cancelled"), false));
        } else {
            notices.accept(new Notice(
                    Fxml.WORDS.get("film.failed", out, String.valueOf(cause == null ? "" : cause.getMessage())), true));
        }
    }
}
