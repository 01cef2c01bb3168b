package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import orrery.library.Appraisal;
import orrery.library.Examination;
import orrery.library.KernelContents;
import orrery.library.SegmentRow;
import orrery.ui.fx.Palette;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Throttle;
import orrery.ui.fx.Views;
import orrery.ui.fx.Words;

/**
 * The inspection page: one kernel's segments, comments and file and, for what is loaded, the tree of centers and the
 * coefficients being read. JavaFX thread only.
 */
final class InsideView implements WorkbenchPage {
    private static final double WIDE = 640;

    private final WorkbenchModel hub;
    private final Words words;
    private final Parent view;
    private final SegmentTable table;
    private final TreeChart tree;
    private final CoefficientChart bars;
    private final FilePage filePage;
    private final FileLookup<Examination> records;
    private final CommentView comments;
    private InsidePart part = InsidePart.SEGMENTS;
    private boolean isShown;
    private RouteReading reading = RouteReading.NONE;
    private boolean pending;
    private final Throttle asks = Throttle.millis(200);

    @FXML
    private ComboBox<Appraisal> kernel;

    @FXML
    private ToggleGroup parts;

    @FXML
    private StackPane pages;

    @FXML
    private TableView<SegmentRow> segments;

    @FXML
    private TextField segmentFilter;

    @FXML
    private ChoiceBox<SegmentTable.Epochs> epochs;

    @FXML
    private Label recordsSaid;

    @FXML
    private HBox treeHolder;

    @FXML
    private Label treeRoute;

    @FXML
    private HBox barsHolder;

    @FXML
    private ComboBox<String> step;

    @FXML
    private Label barsSaid;

    @FXML
    private HBox commentHead;

    @FXML
    private TextArea comment;

    @FXML
    private TextField commentSearch;

    @FXML
    private Label commentFound;

    @FXML
    private GridPane file;

    @FXML
    private VBox problems;

    InsideView(WorkbenchModel hub, PulsePump pump) {
        this.hub = hub;
        this.words = hub.words();
        view = Views.load(KernelsPanel.class, "inside.fxml", this, words);
        FormParts.kernels(kernel);
        kernel.valueProperty().addListener(o -> show(kernel.getValue()));
        table = new SegmentTable(segments, words, hub::reckon);
        records = new FileLookup<>(hub, hub.tasks()::examine, this::examined);
        filePage = new FilePage(hub, file, problems);
        segments.getSelectionModel().selectedItemProperty().addListener(o -> sayRecords());
        segmentFilter.textProperty().addListener(o -> table.filter(segmentFilter.getText()));
        epochs.getItems().setAll(SegmentTable.Epochs.values());
        epochs.setValue(SegmentTable.Epochs.TDB);
        epochs.valueProperty().addListener(o -> table.epochs(epochs.getValue()));
        pages.widthProperty().addListener((o, old, now) -> table.widen(now.doubleValue() >= WIDE));
        tree = new TreeChart(pump, words, hub::choose);
        tree.setId("tree-chart");
        treeHolder.getChildren().add(tree);
        HBox.setHgrow(tree, Priority.ALWAYS);
        bars = new CoefficientChart(pump, words);
        bars.setId("coefficient-chart");
        barsHolder.getChildren().add(bars);
        HBox.setHgrow(bars, Priority.ALWAYS);
        step.valueProperty().addListener(o -> showStep());
        comments = new CommentView(hub, comment, commentSearch, commentFound, commentHead);
        parts.selectedToggleProperty().addListener((o, old, now) -> {
            if (now == null) {
                parts.selectToggle(old);
            } else {
                turn(InsidePart.of(now.getUserData()));
            }
        });
        turn(InsidePart.SEGMENTS);
    }

    @Override
    public Node view() {
        return view;
    }

    /** Inspects this kernel. */
    void inspect(Path path) {
        // The user has now chosen it, even if it was already selected by default.
        kernel.setUserData(null);
        kernel.getItems().stream()
                .filter(k -> k.path().equals(path))
                .findFirst()
                .ifPresent(kernel::setValue);
    }

    /** Turns to a part. */
    void turn(InsidePart to) {
        part = to;
        for (Node page : pages.getChildren()) {
            page.setVisible(page.getId().equals(to.key() + "-part"));
        }
        parts.getToggles().stream()
                .filter(t -> to.key().equals(t.getUserData()) && !t.isSelected())
                .forEach(parts::selectToggle);
        tree.shown(isShown && to == InsidePart.TREE);
        bars.shown(isShown && to == InsidePart.COEFFICIENTS);
        if (to == InsidePart.FILE) {
            filePage.hash();
        }
    }

    SegmentTable table() {
        return table;
    }

    TreeChart tree() {
        return tree;
    }

    @Override
    public void shown(boolean shown) {
        isShown = shown;
        turn(part);
        examine();
    }

    /** Has every record of the selected kernel read while the page is visible. */
    private void examine() {
        Appraisal chosen = kernel.getValue();
        if (isShown && chosen != null && chosen.contents().isPresent()) {
            records.begin(chosen);
        } else {
            records.stop();
        }
        sayRecords();
    }

    private void examined(Appraisal read) {
        Appraisal chosen = kernel.getValue();
        if (chosen != null && chosen.path().equals(read.path())) {
            show(chosen);
        }
    }

    /** The problems of the selected row if it is marked, else the progress of reading the records. */
    private void sayRecords() {
        Appraisal chosen = kernel.getValue();
        SegmentRow row = segments.getSelectionModel().getSelectedItem();
        String trouble = row == null ? "" : table.trouble(row);
        String text = chosen == null
                ? ""
                : trouble.isEmpty()
                        ? examinationSaid(chosen)
                        : words.get("records.segment", row.info().index(), trouble);
        if (!text.equals(recordsSaid.getText())) {
            FormParts.say(recordsSaid, text, !trouble.isEmpty());
        }
    }

    private String examinationSaid(Appraisal chosen) {
        return records.fraction(chosen)
                .map(done -> words.get("records.reading", (int) (100 * done)))
                .or(() -> records.failure(chosen).map(why -> words.get("records.failed", why)))
                .or(() -> records.found(chosen).map(found -> switch ((int) found.segments()) {
                    case 0 -> words.get("records.sound", read(chosen));
                    case 1 -> words.get("records.flagged.one", read(chosen));
                    default -> words.get("records.flagged", read(chosen), found.segments());
                }))
                .orElse("");
    }

    /** How much was read: of a segment that is set aside nothing. */
    private String read(Appraisal chosen) {
        return chosen.contents()
                .filter(kernel -> kernel.extent().usable() < kernel.segments().size())
                .map(kernel -> words.get(
                        "records.others",
                        kernel.segments().size() - kernel.extent().usable(),
                        kernel.segments().size()))
                .orElseGet(() -> words.get("records.all"));
    }

    /** Whether records or comments of the selected kernel are being read, for pictures and tests. */
    boolean isReading() {
        return records.isRunning() || comments.isAtWork();
    }

    @Override
    public void palette(Palette palette) {
        tree.palette(palette);
        bars.palette(palette);
    }

    @Override
    public void refresh() {
        FormParts.offer(kernel, hub.readable(), 0);
        tree.show(hub.shelf().precedence());
        // The same file may have been appraised again.
        show(kernel.getValue());
    }

    @Override
    public void now(double et, int body) {
        tree.now(et, body);
        if (records.isRunning()) {
            sayRecords();
        }
        if (part == InsidePart.TREE) {
            treeRoute.setText(route(et, body));
        }
        if (part == InsidePart.COEFFICIENTS
                && !pending
                && (reading.body() != body || reading.et() != et)
                && asks.passes(System.nanoTime())) {
            pending = true;
            hub.inbox().when(hub.tasks().reading(body, et), (read, _) -> {
                pending = false;
                read(read == null ? RouteReading.NONE : read);
            });
        }
    }

    /** Shows what is being read now. */
    void read(RouteReading now) {
        boolean other = now.body() != reading.body()
                || now.steps().size() != step.getItems().size();
        reading = now;
        if (other) {
            int before = step.getSelectionModel().getSelectedIndex();
            List<String> names = new ArrayList<>();
            for (RouteReading.Step hop : now.steps()) {
                names.add(words.get(
                        "coefficients.step",
                        KernelText.body(hop.target(), words),
                        KernelText.body(hop.center(), words)));
            }
            step.getItems().setAll(names);
            step.getSelectionModel().select(Math.clamp(before, 0, Math.max(0, names.size() - 1)));
        }
        showStep();
    }

    private void showStep() {
        int at = step.getSelectionModel().getSelectedIndex();
        if (at < 0 || at >= reading.steps().size()) {
            bars.show(new double[0][]);
            barsSaid.setText(words.get("coefficients.none"));
            return;
        }
        RouteReading.Step hop = reading.steps().get(at);
        bars.show(hop.coefficients());
        String where = words.get(
                "coefficients.granule",
                hop.kernel(),
                hop.segment(),
                KernelText.grouped(hop.granule() + 1),
                KernelText.grouped(hop.granules()),
                KernelText.day(hop.start()),
                KernelText.day(hop.end()));
        int terms = hop.coefficients().length == 0 ? 0 : hop.coefficients()[0].length;
        if (terms == 0) {
            barsSaid.setText(where + " " + words.get("coefficients.othertype"));
        } else {
            double last = CoefficientChart.size(hop.coefficients(), terms - 1);
            double left = CoefficientChart.leftOut(hop.coefficients());
            barsSaid.setText(where
                    + " "
                    + words.count(terms, "coefficients.decay", terms, KernelText.km(last))
                    + (Double.isNaN(left) ? "" : " " + words.get("coefficients.left", KernelText.km(left))));
        }
    }

    private String route(double et, int body) {
        StringBuilder text = new StringBuilder();
        for (int on : tree.route()) {
            text.append(text.isEmpty() ? "" : " → ").append(KernelText.body(on, words));
        }
        String who = hub.shelf()
                .precedence()
                .at(body, et)
                .map(w -> words.get(
                        "tree.wins",
                        hub.shelf().precedence().kernels().get(w.kernel()).name(),
                        w.row().info().index()))
                .orElse(words.get("coverage.gap"));
        return text.isEmpty() ? "" : text + ". " + who;
    }

    private void show(@Nullable Appraisal chosen) {
        KernelContents contents = chosen == null ? null : chosen.contents().orElse(null);
        Optional<Examination> examination = chosen == null ? Optional.empty() : records.found(chosen);
        table.show(contents == null ? List.of() : contents.segments(), examination);
        examine();
        comments.show(Optional.ofNullable(chosen).filter(_ -> contents != null));
        filePage.show(Optional.ofNullable(chosen), examination);
        if (part == InsidePart.FILE && isShown) {
            filePage.hash();
        }
    }

    @Override
    public void drawNow() {
        tree.drawNow();
        bars.drawNow();
    }
}
