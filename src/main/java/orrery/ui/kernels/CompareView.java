package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import orrery.forge.DifferenceFile;
import orrery.forge.KernelDiff;
import orrery.library.Appraisal;
import orrery.spk.NaifIds;
import orrery.time.DateFormatException;
import orrery.time.Dates;
import orrery.ui.fx.Palette;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Views;
import orrery.ui.fx.Words;

/**
 * The page that compares two kernels: one body over time as a chart, all bodies as statistics, relative to the
 * barycenter and to the Sun and as seen from the Earth. JavaFX thread only; the comparison runs in the background.
 */
final class CompareView implements WorkbenchPage {
    /** For both the chart and the statistics: half a week over two centuries, so that the Moon's month shows. */
    private static final int EPOCHS = 20_000;

    /** The result of comparing two files. */
    private record Found(
            Path a, Path b, int body, int about, List<KernelDiff.Series> series, KernelDiff.Comparison all) {
        boolean isOf(@Nullable Appraisal one, @Nullable Appraisal other) {
            return one != null && other != null && a.equals(one.path()) && b.equals(other.path());
        }
    }

    private final WorkbenchModel hub;
    private final Words words;
    private final Function<String, Optional<Path>> saveFile;
    private final Parent view;
    private final DifferenceChart chart;
    private final GhostBar ghost;
    private @Nullable BackgroundTask running;
    private @Nullable Found found;

    @FXML
    private ComboBox<Appraisal> first;

    @FXML
    private ComboBox<Appraisal> second;

    @FXML
    private ComboBox<Integer> body;

    @FXML
    private ChoiceBox<Integer> about;

    @FXML
    private TextField from;

    @FXML
    private TextField to;

    @FXML
    private Button compare;

    @FXML
    private Button export;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label message;

    @FXML
    private HBox holder;

    @FXML
    private HBox ghostHolder;

    @FXML
    private TableView<KernelDiff.Row> table;

    CompareView(WorkbenchModel hub, PulsePump pump, Function<String, Optional<Path>> saveFile) {
        this.hub = hub;
        this.words = hub.words();
        this.saveFile = saveFile;
        view = Views.load(KernelsPanel.class, "compare.fxml", this, words);
        FormParts.kernels(first);
        FormParts.kernels(second);
        StringConverter<Integer> bodies = new StringConverter<>() {
            @Override
            public String toString(@Nullable Integer id) {
                return id == null ? "" : KernelText.body(id, words);
            }

            @Override
            public @Nullable Integer fromString(String text) {
                return null;
            }
        };
        body.setConverter(bodies);
        about.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Integer id) {
                return words.get(
                        id == null || id == NaifIds.SOLAR_SYSTEM_BARYCENTER
                                ? "compare.about.ssb"
                                : id == NaifIds.SUN ? "compare.about.sun" : "compare.about.earth");
            }

            @Override
            public @Nullable Integer fromString(String text) {
                return null;
            }
        });
        about.getItems().setAll(0, NaifIds.SUN, NaifIds.EARTH);
        about.setValue(NaifIds.SUN);
        ghost = new GhostBar(hub, this::pair);
        ghostHolder.getChildren().add(ghost.view());
        first.valueProperty().addListener(o -> offerBodies());
        second.valueProperty().addListener(o -> offerBodies());
        body.valueProperty().addListener(o -> ghost.follow());
        about.valueProperty().addListener(o -> ghost.follow());
        chart = new DifferenceChart(pump, words);
        chart.setId("difference-chart");
        holder.getChildren().add(chart);
        HBox.setHgrow(chart, Priority.ALWAYS);
        DifferenceColumns.into(table, words);
        FormParts.say(message, words.get("compare.note"), false);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown(boolean shown) {
        chart.shown(shown);
    }

    @Override
    public void palette(Palette palette) {
        chart.palette(palette);
    }

    @Override
    public void refresh() {
        List<Appraisal> usable = hub.usable();
        FormParts.offer(first, usable, 0);
        FormParts.offer(second, usable, CommonBodies.companion(usable));
    }

    @Override
    public void now(double et, int chosen) {
        BackgroundTask task = running;
        if (task != null) {
            progress.setProgress(Double.isNaN(task.fraction()) ? ProgressBar.INDETERMINATE_PROGRESS : task.fraction());
        }
    }

    @Override
    public void drawNow() {
        chart.drawNow();
    }

    /** The two kernels to compare. */
    void choose(Path a, Path b) {
        for (Appraisal kernel : first.getItems()) {
            if (kernel.path().equals(a)) {
                first.setValue(kernel);
            }
            if (kernel.path().equals(b)) {
                second.setValue(kernel);
            }
        }
    }

    private void offerBodies() {
        Appraisal a = first.getValue();
        Appraisal b = second.getValue();
        NavigableSet<Integer> one = CommonBodies.of(a);
        NavigableSet<Integer> other = CommonBodies.of(b);
        if (one.size() + other.size() <= Reckoning.AT_ONCE) {
            offer(CommonBodies.both(one, other));
            return;
        }
        compare.setDisable(true);
        hub.reckon(() -> CommonBodies.both(one, other), both -> {
            // Other kernels may have been chosen meanwhile.
            if (Objects.equals(a, first.getValue()) && Objects.equals(b, second.getValue())) {
                offer(both);
            }
        });
    }

    private void offer(List<Integer> both) {
        Integer before = body.getValue();
        // Comparing and copying many would take longer than a frame.
        if (both.size() > Reckoning.AT_ONCE || !body.getItems().equals(both)) {
            body.setItems(FXCollections.observableList(both));
        }
        body.setValue(
                before != null && has(both, before)
                        ? before
                        : has(both, NaifIds.MARS_BARYCENTER)
                                ? Integer.valueOf(NaifIds.MARS_BARYCENTER)
                                : both.isEmpty() ? null : both.getLast());
        compare.setDisable(both.isEmpty());
        ghost.follow();
        if (first.getValue() != null && second.getValue() != null) {
            forget(first.getValue(), second.getValue(), both.isEmpty());
        }
    }

    private static boolean has(List<Integer> ascending, int body) {
        return Collections.binarySearch(ascending, body) >= 0;
    }

    /** Results for another pair are not shown beside this one. */
    private void forget(Appraisal a, Appraisal b, boolean nothing) {
        if (found != null && !found.isOf(a, b)) {
            found = null;
            chart.show(List.of(), NaifIds.SUN);
            table.getItems().clear();
            export.setDisable(true);
        }
        if (found == null) {
            FormParts.say(
                    message,
                    nothing ? words.get("compare.apart", a.name(), b.name()) : words.get("compare.note"),
                    nothing);
        }
    }

    /** The current comparison, or null while there are no two kernels with a body in common. */
    private GhostBar.@Nullable Pair pair() {
        Appraisal a = first.getValue();
        Appraisal b = second.getValue();
        Integer target = body.getValue();
        return a == null || b == null || target == null
                ? null
                : new GhostBar.Pair(a.path(), b.path(), target, Objects.requireNonNullElse(about.getValue(), 0));
    }

    /** Draws the second kernel's bodies in the sky too, or removes them. */
    void ghost() {
        ghost.toggle();
    }

    /** Exaggerates the ghost's offset more. */
    void larger() {
        ghost.enlarge();
    }

    /** Exaggerates the ghost's offset less. */
    void smaller() {
        ghost.lessen();
    }

    @FXML
    void compare() {
        if (running != null) {
            running.cancel();
            return;
        }
        Appraisal a = first.getValue();
        Appraisal b = second.getValue();
        Integer target = body.getValue();
        if (a == null || b == null || target == null) {
            return;
        }
        double start;
        double end;
        try {
            start = from.getText().isBlank() ? Double.NEGATIVE_INFINITY : Dates.parse(from.getText());
            end = to.getText().isBlank() ? Double.POSITIVE_INFINITY : Dates.parse(to.getText());
        } catch (DateFormatException e) {
            FormParts.say(message, String.valueOf(e.getMessage()), true);
            return;
        }
        if (!(start <= end)) {
            FormParts.say(message, words.get("make.backwards"), true);
            return;
        }
        int center = Objects.requireNonNullElse(about.getValue(), 0);
        BackgroundTask task = new BackgroundTask();
        running = task;
        compare.setText(words.get("make.cancel"));
        progress.setVisible(true);
        hub.inbox()
                .when(
                        hub.tasks().compare(a.path(), b.path(), (one, other) -> {
                            KernelDiff.Comparison all =
                                    new KernelDiff(center, new int[0], 1, start, end).compare(one, other, EPOCHS, task);
                            List<KernelDiff.Series> series = new ArrayList<>();
                            for (int c : new TreeSet<>(List.of(0, NaifIds.SUN, center))) {
                                if (c != target
                                        && all.missing().stream().noneMatch(m -> m.failed() && m.target() == target)) {
                                    series.add(new KernelDiff(c, new int[0], 1, start, end)
                                            .series(one, other, target, EPOCHS, task));
                                }
                            }
                            return new Found(a.path(), b.path(), target, center, series, all);
                        }),
                        (result, failure) -> done(result, failure));
    }

    private void done(@Nullable Found result, @Nullable Throwable failure) {
        running = null;
        compare.setText(words.get("compare.go"));
        progress.setVisible(false);
        if (result == null) {
            FormParts.say(message, KernelTasks.ended(failure, words), !KernelTasks.isCancelled(failure));
        } else if (result.isOf(first.getValue(), second.getValue())) {
            show(result);
        }
    }

    private void show(Found result) {
        found = result;
        chart.show(result.series, result.about);
        table.getItems().setAll(result.all.rows());
        export.setDisable(false);
        boolean none = result.series.stream().allMatch(s -> s.et().length < 2);
        List<KernelDiff.Missing> failed = result.all.missing().stream()
                .filter(KernelDiff.Missing::failed)
                .sorted(Comparator.comparing(m -> m.target() != result.body))
                .toList();
        if (!failed.isEmpty()) {
            FormParts.say(
                    message,
                    words.get(
                            "compare.missing",
                            failed.size(),
                            KernelText.body(failed.getFirst().target(), words),
                            failed.getFirst().reason()),
                    true);
            return;
        }
        FormParts.say(
                message,
                none
                        ? words.get("compare.nothing", KernelText.body(result.body, words))
                        : words.get("compare.of", KernelText.body(result.body, words)) + " "
                                + words.get("compare.note"),
                none);
    }

    @FXML
    void export() {
        Found now = found;
        if (now == null) {
            return;
        }
        saveFile.apply("difference-" + now.body + ".csv")
                .ifPresent(file -> hub.inbox()
                        .when(
                                hub.tasks().work(() -> {
                                    DifferenceFile.write(file, now.series, true);
                                    return file;
                                }),
                                (written, failure) -> FormParts.say(
                                        message,
                                        written != null
                                                ? words.get("compare.exported", written)
                                                : KernelTasks.unwritten(file, failure, words),
                                        written == null)));
    }
}
