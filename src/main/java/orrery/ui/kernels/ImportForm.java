package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import orrery.exchange.ImportOptions;
import orrery.service.SkyPreview;
import orrery.ui.fx.Palette;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Views;
import orrery.ui.fx.Words;

/**
 * The form for making kernels from other programs' files. Files are read as soon as they are given; what was understood
 * and what was ignored is listed, and while the form is visible the trajectories are drawn in the sky and compared with
 * what is loaded. No visible file is written until the user asks for it.
 *
 * <p>JavaFX thread only. Files are read, compared and written in the background, one after the other, so a preview is
 * closed only after its kernel has been written. Of two readings the older is cancelled, and its results are closed
 * unseen.
 */
final class ImportForm implements MakeForm {
    private final WorkbenchModel hub;
    private final Words words;
    private final Supplier<List<Path>> chooser;
    private final Parent view;
    private final PreviewChart chart;
    private final ImportChoices options;
    private final List<Path> files = new ArrayList<>();
    private @Nullable ImportPreview preview;
    private @Nullable BackgroundTask reading;
    private boolean isShown;

    @FXML
    private Button clear;

    @FXML
    private Button stop;

    @FXML
    private ToggleButton more;

    @FXML
    private StackPane choices;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label message;

    @FXML
    private ListView<FoundLine> findings;

    @FXML
    private HBox previewRow;

    @FXML
    private ComboBox<SkyPreview.Way> body;

    @FXML
    private Label against;

    @FXML
    private HBox holder;

    /** @param chooser asks for files; returns none if the user chose none */
    ImportForm(WorkbenchModel hub, PulsePump pump, Supplier<List<Path>> chooser) {
        this.hub = hub;
        this.words = hub.words();
        this.chooser = chooser;
        view = Views.load(KernelsPanel.class, "make-import.fxml", this, words);
        options = new ImportChoices(words, this::again);
        choices.getChildren().add(options.view());
        FormParts.texts(
                body,
                way -> way.name() + ", "
                        + words.get("import.about", KernelText.body(way.path().parent(), words)));
        findings.setCellFactory(_ -> new FoundLineCell(words));
        Label nothing = new Label(words.get("import.empty"));
        nothing.setWrapText(true);
        nothing.getStyleClass().addAll("small", "findings-none");
        findings.setPlaceholder(nothing);
        chart = new PreviewChart(pump, words);
        chart.setId("import-chart");
        holder.getChildren().add(chart);
        HBox.setHgrow(chart, Priority.ALWAYS);
        body.valueProperty().addListener((_, _, way) -> choose(way));
        more.selectedProperty().addListener((_, _, now) -> FormParts.show(choices, now));
        FormParts.show(choices, false);
        FormParts.show(holder, false);
        FormParts.say(against, "", false);
        FormParts.say(message, "", false);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public String help() {
        return words.get("make.help.import");
    }

    @Override
    public String suggested() {
        if (files.isEmpty()) {
            return "imported.bsp";
        }
        String name = String.valueOf(files.getFirst().getFileName()).replaceFirst("\\.[A-Za-z0-9]+$", "");
        return (name.isEmpty() ? "imported" : name) + ".bsp";
    }

    /** Takes these files in place of the earlier ones, and reads them. */
    void offer(List<Path> those) {
        files.clear();
        files.addAll(those);
        read();
    }

    @FXML
    void choose() {
        List<Path> chosen = chooser.get();
        if (!chosen.isEmpty()) {
            files.removeAll(chosen);
            files.addAll(chosen);
            read();
        }
    }

    @FXML
    void clear() {
        files.clear();
        read();
    }

    @FXML
    void stop() {
        BackgroundTask task = reading;
        if (task != null) {
            task.cancel();
        }
    }

    /** Reads the files again with the current settings. */
    private void again() {
        read();
    }

    private void read() {
        stop();
        reading = null;
        take(null);
        clear.setDisable(files.isEmpty());
        busy(false);
        if (files.isEmpty()) {
            FormParts.say(message, "", false);
            return;
        }
        ImportOptions wanted;
        try {
            wanted = options.wanted();
        } catch (IllegalArgumentException e) {
            FormParts.say(message, String.valueOf(e.getMessage()), true);
            return;
        }
        BackgroundTask task = new BackgroundTask();
        reading = task;
        busy(true);
        FormParts.say(
                message,
                files.size() == 1
                        ? words.get("import.reading", files.getFirst().getFileName())
                        : words.get("import.reading.many", files.size()),
                false);
        hub.inbox().when(hub.previews().read(List.copyOf(files), wanted, task), (result, failure) -> {
            if (reading != task) {
                // Other files were chosen meanwhile.
                hub.previews().close(result);
                return;
            }
            reading = null;
            busy(false);
            if (result == null) {
                FormParts.say(
                        message,
                        OptionNames.onPage(KernelTasks.ended(failure, words), words),
                        !KernelTasks.isCancelled(failure));
            } else {
                take(result);
            }
        });
    }

    private void busy(boolean now) {
        progress.setVisible(now);
        progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        stop.setVisible(now);
    }

    /** Shows what was read, or nothing. */
    private void take(@Nullable ImportPreview next) {
        hub.previews().close(preview);
        preview = next;
        findings.getItems().setAll(next == null ? List.of() : FoundLine.of(next, words));
        List<SkyPreview.Way> ways =
                next == null ? List.of() : next.sampled().preview().ways();
        body.setValue(null);
        body.getItems().setAll(ways);
        FormParts.show(previewRow, !ways.isEmpty());
        body.setValue(ways.isEmpty() ? null : ways.getFirst());
        if (next != null) {
            FormParts.say(message, summary(next), next.isEmpty());
        }
        draw();
    }

    private String summary(ImportPreview read) {
        List<String> all = new ArrayList<>();
        int refused = read.refusals().size();
        int good = read.sources().size();
        all.add(
                good == 0
                        ? words.count(refused, "import.nothing", refused)
                        : refused == 0
                                ? words.count(good, "import.read", good)
                                : words.get("import.read.some", good, good + refused));
        read.sampled().troubles().forEach(why -> all.add(words.get("import.unseen", why)));
        read.sampled().preview().ways().stream()
                .map(way -> way.path().parent())
                .filter(about -> !hub.hasPlace(about))
                .findFirst()
                .ifPresent(about -> all.add(words.get("import.noplace", KernelText.body(about, words))));
        if (!read.sampled().cut().isEmpty()) {
            all.add(words.get("import.cut", KernelText.body(read.sampled().cut().getFirst(), words)));
        }
        return String.join(" ", all);
    }

    private void choose(SkyPreview.@Nullable Way way) {
        ImportPreview now = preview;
        ImportPreview.Difference difference = now == null || way == null
                ? null
                : now.differences().get(way.path().body());
        chart.show(difference == null ? null : difference.series());
        FormParts.show(holder, difference != null);
        String text = way == null ? "" : PreviewText.against(way, difference, words);
        FormParts.say(against, text, false);
        chart.setAccessibleText(text);
    }

    private void draw() {
        ImportPreview now = preview;
        hub.preview(isShown && now != null ? now.sampled().preview() : SkyPreview.NONE);
        chart.shown(isShown);
    }

    @FXML
    void show() {
        SkyPreview.Way way = body.getValue();
        if (way != null) {
            hub.aim(way);
        }
    }

    @Override
    public CompletableFuture<MadeFile> begin(Path file, BackgroundTask task) {
        ImportPreview now = preview;
        if (now == null || now.isEmpty()) {
            throw new IllegalArgumentException(
                    words.get(reading != null ? "import.wait" : files.isEmpty() ? "import.none" : "import.unread"));
        }
        return hub.previews().write(now, file, task).thenApply(made -> FormParts.madeFile(made, words));
    }

    @Override
    public void shown(boolean shown) {
        if (shown != isShown) {
            isShown = shown;
            draw();
        }
    }

    @Override
    public void palette(Palette palette) {
        chart.palette(palette);
    }

    @Override
    public void now(double et) {
        BackgroundTask task = reading;
        if (task != null) {
            double done = task.fraction();
            progress.setProgress(Double.isNaN(done) ? ProgressBar.INDETERMINATE_PROGRESS : done);
        }
    }

    @Override
    public void drawNow() {
        chart.drawNow();
    }

    @Override
    public void close() {
        stop();
        hub.preview(SkyPreview.NONE);
        ImportPreview last = preview;
        preview = null;
        if (last != null) {
            last.close();
        }
    }
}
