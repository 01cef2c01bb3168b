package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import orrery.forge.KernelOutput;
import orrery.forge.Refit;
import orrery.library.Appraisal;
import orrery.math.LengthText;
import orrery.spk.Progress;
import orrery.ui.fx.NameCell;
import orrery.ui.fx.Views;
import orrery.ui.fx.Words;

/**
 * The form for a smaller kernel within a tolerance, and for its sizes within other tolerances. JavaFX thread only;
 * fitting runs in the background, one task after the other.
 */
final class RefitForm implements MakeForm {
    /** The size of a kernel within a tolerance. */
    private record Size(double tolerance, long bytes, double share, int segments, double bound) {}

    private final WorkbenchModel hub;
    private final Words words;
    private final Parent view;
    private @Nullable BackgroundTask measuring;

    @FXML
    private ComboBox<Appraisal> source;

    @FXML
    private TextField bodies;

    @FXML
    private TextField from;

    @FXML
    private TextField to;

    @FXML
    private TextField tolerance;

    @FXML
    private TextField speed;

    @FXML
    private ChoiceBox<Integer> type;

    @FXML
    private Button sizes;

    @FXML
    private ProgressBar progress;

    @FXML
    private TableView<Size> table;

    @FXML
    private Label message;

    RefitForm(WorkbenchModel hub) {
        this.hub = hub;
        this.words = hub.words();
        view = Views.load(KernelsPanel.class, "make-refit.fxml", this, words);
        FormParts.kernels(source);
        FormParts.choices(type, List.of(2, 3), t -> words.get("refit.type.of", t));
        table.setPlaceholder(new Region());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        column("refit.col.within", 78, Size::tolerance, s -> within(s.tolerance));
        column("refit.col.bytes", 84, Size::bytes, s -> KernelText.size(s.bytes));
        column("refit.col.share", 78, Size::share, s -> share(s.share));
        column("refit.col.seen", 84, Size::bound, s -> LengthText.format(s.bound));
        column("refit.col.segments", 64, Size::segments, s -> KernelText.grouped(s.segments));
        table.getSelectionModel().selectedItemProperty().addListener((_, _, size) -> {
            if (size != null) {
                tolerance.setText(within(size.tolerance).replaceAll("[ ,]", ""));
            }
        });
        FormParts.say(message, words.get("refit.sizes.help"), false);
        refresh();
    }

    private void column(String key, double width, ToDoubleFunction<Size> value, Function<Size, String> text) {
        TableColumn<Size, Size> column = new TableColumn<>(words.get(key));
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.getStyleClass().add("right");
        column.setComparator(Comparator.comparingDouble(value));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new NameCell<>(text, Pos.CENTER_RIGHT));
        table.getColumns().add(column);
    }

    /** A tolerance of the ladder, in whole meters or kilometers. */
    private static String within(double km) {
        return km >= 1 ? KernelText.grouped(Math.round(km)) + " km" : Math.round(km * 1e3) + " m";
    }

    private static String share(double share) {
        return share < 10
                ? String.format(Locale.ROOT, "%.1f %%", 100 * share)
                : String.format(Locale.ROOT, "\u00d7 %,.0f", share);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public String help() {
        return words.get("make.help.refit");
    }

    @Override
    public void refresh() {
        FormParts.offer(source, hub.usable(), 0);
    }

    @Override
    public String suggested() {
        String within = tolerance.getText().strip().replaceAll("[^0-9a-zA-Z.]", "");
        return FormParts.stem(source.getValue()) + "_" + (within.isEmpty() ? "refit" : within) + ".bsp";
    }

    private Refit refit(double km) {
        double fast = speed.getText().isBlank()
                ? Double.POSITIVE_INFINITY
                : LengthText.kmPerSecond(speed.getText())
                        .orElseThrow(() -> new IllegalArgumentException(
                                words.get("refit.speed.wrong", speed.getText().strip())));
        return new Refit(FormParts.part(bodies, from, to), km, fast, type.getValue());
    }

    @Override
    public CompletableFuture<MadeFile> begin(Path target, BackgroundTask task) {
        List<Path> files = List.of(FormParts.chosen(source, words).path());
        Refit refit = refit(FormParts.tolerance(tolerance, words));
        return hub.tasks().with(files, kernels -> {
            Refit.Outcome made = refit.of(kernels, Progress.part(task, 0, 2));
            Progress writing = Progress.part(task, 1, 2);
            return madeFile(KernelOutput.write(made.result(), target, files, writing), made);
        });
    }

    private MadeFile madeFile(KernelOutput.OutputFile file, Refit.Outcome refitted) {
        double bound =
                refitted.rows().stream().mapToDouble(Refit.Row::bound).max().orElse(0);
        double fastest =
                refitted.rows().stream().mapToDouble(Refit.Row::speed).max().orElse(0);
        String found = words.get(
                "refit.done",
                share((double) refitted.after() / Math.max(1, refitted.before())),
                KernelText.size(refitted.before()),
                LengthText.format(bound),
                String.format(Locale.ROOT, "%.3g mm/s", fastest * 1e6));
        MadeFile made = FormParts.madeFile(file, words);
        return new MadeFile(made.file(), made.outcome() + " " + found, true);
    }

    @FXML
    void sizes() {
        BackgroundTask running = measuring;
        if (running != null) {
            running.cancel();
            return;
        }
        try {
            List<Path> files = List.of(FormParts.chosen(source, words).path());
            List<Refit> ladder = Refit.LADDER.stream().map(this::refit).toList();
            BackgroundTask task = new BackgroundTask();
            measuring = task;
            sizes.setText(words.get("make.cancel"));
            progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
            progress.setVisible(true);
            table.getItems().clear();
            FormParts.show(table, false);
            FormParts.say(message, words.get("refit.measuring"), false);
            hub.inbox()
                    .when(
                            hub.tasks().with(files, kernels -> {
                                List<Size> all = new ArrayList<>();
                                for (int i = 0; i < ladder.size(); i++) {
                                    Progress part = Progress.part(task, i, ladder.size());
                                    all.add(size(
                                            ladder.get(i).tolerance(),
                                            ladder.get(i).of(kernels, part)));
                                }
                                return all;
                            }),
                            this::measured);
        } catch (IllegalArgumentException e) {
            FormParts.say(message, String.valueOf(e.getMessage()), true);
        }
    }

    private static Size size(double km, Refit.Outcome made) {
        return new Size(
                km,
                made.after(),
                (double) made.after() / Math.max(1, made.before()),
                made.rows().size(),
                made.rows().stream().mapToDouble(Refit.Row::bound).max().orElse(0));
    }

    private void measured(@Nullable List<Size> found, @Nullable Throwable failure) {
        measuring = null;
        sizes.setText(words.get("refit.sizes"));
        progress.setVisible(false);
        if (found == null) {
            FormParts.say(message, KernelTasks.ended(failure, words), !KernelTasks.isCancelled(failure));
        } else {
            table.getItems().setAll(found);
            FormParts.show(table, true);
            FormParts.say(message, words.get("refit.measured"), false);
        }
    }

    @Override
    public void now(double et) {
        BackgroundTask task = measuring;
        if (task != null) {
            double done = task.fraction();
            progress.setProgress(Double.isNaN(done) ? ProgressBar.INDETERMINATE_PROGRESS : done);
        }
    }
}
