package orrery.ui.telemetry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import orrery.telemetry.CostSample;
import orrery.telemetry.SamplerKind;
import orrery.telemetry.Telemetry;
import orrery.ui.fx.Action;
import orrery.ui.fx.Follower;
import orrery.ui.fx.Panel;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Theme;
import orrery.ui.fx.Throttle;
import orrery.ui.fx.Views;
import orrery.ui.fx.Words;

/**
 * The Telemetry tab: reads the samples ten times a second while it is visible, and draws only visible charts. Pausing
 * freezes the display; work and sampling continue.
 *
 * <p>Confined to the JavaFX thread.
 */
public final class TelemetryPanel implements Panel {
    private final Words words = Words.of(TelemetryPanel.class);
    private final Telemetry telemetry;
    private final ExportTarget exports;
    private final Parent view;
    private final TimeWindow window = new TimeWindow();
    private final FrameTimes frames = new FrameTimes();
    private final ColumnBoard board = new ColumnBoard();
    private final TelemetryTables tables = new TelemetryTables(words);
    private final FigureTable percentiles = new FigureTable(word("percentiles"));
    private final FigureTable process = new FigureTable(word("process"));
    private final FigureTable mappings = new FigureTable(word("kernels"));
    private final FigureTable costs = new FigureTable(word("samplers"));
    private final TelemetryCharts charts;
    private final EvictButtons evictions;
    private final ChartHands hands;
    private final LaneFilter filter;
    private final VBox pages = new VBox();
    private final Subscription frameListener;
    private Supplier<List<ReadRange>> readings = List::of;
    private TelemetrySnapshot shot = TelemetrySnapshot.NONE;
    private final Follower refreshing;
    private final Throttle pulls = Throttle.millis(100);
    private final Throttle tabulations = Throttle.millis(250);
    private final Throttle summaries = Throttle.millis(2_000);

    @FXML
    private ToggleButton live;

    @FXML
    private TextField span;

    @FXML
    private Button fit;

    @FXML
    private ChoiceBox<String> group;

    @FXML
    private ChoiceBox<String> state;

    @FXML
    private Button csv;

    @FXML
    private Button png;

    @FXML
    private Label message;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox empty;

    /**
     * @param telemetry what is shown; the caller starts and stops it
     * @param pump the window's pulse
     * @param exports where exports go
     */
    public TelemetryPanel(Telemetry telemetry, PulsePump pump, ExportTarget exports) {
        this.telemetry = telemetry;
        this.exports = exports;
        view = Views.load(TelemetryPanel.class, "telemetry.fxml", this, words);
        view.getStylesheets().add(Views.sheet(TelemetryPanel.class, "telemetry.css"));
        refreshing = new Follower(pump, (_, _) -> pulse());
        charts = new TelemetryCharts(words, window, pump, frames);
        evictions = new EvictButtons(words, telemetry, text -> message.setText(text));
        filter = new LaneFilter(words, group, state, charts.lanes);
        hands = new ChartHands(window, charts.all, charts.lanes, this::moved);
        assemble();
        listen();
        frameListener = pump.listen((_, elapsed) -> frames.pulse(System.nanoTime(), elapsed));
    }

    private String word(String key, Object... arguments) {
        return words.get("telemetry." + key, arguments);
    }

    private void assemble() {
        pages.getChildren().setAll(charts.strips, evictions.view());
        List<Node> nodes = new ArrayList<>(charts.all);
        nodes.add(nodes.indexOf(charts.responseHeat) + 1, percentiles);
        nodes.add(nodes.indexOf(charts.strips), process);
        nodes.add(nodes.indexOf(charts.strips), mappings);
        nodes.set(nodes.indexOf(charts.strips), pages);
        nodes.add(costs);
        board.getStyleClass().add("board");
        board.fill(nodes);
        scroll.setContent(board);
        charts.responseHeat.setManaged(false);
        charts.responseHeat.setVisible(false);
        span.setText(FigureText.time(window.span()));
        live.setSelected(true);
    }

    private void listen() {
        live.setOnAction(_ -> hands.pause(!live.isSelected()));
        span.setOnAction(_ -> typed());
        fit.setOnAction(_ -> hands.fit());
        csv.setOnAction(_ -> exportCsv());
        png.setOnAction(_ -> exportPng());
        hands.listen();
        view.addEventHandler(KeyEvent.KEY_PRESSED, hands::keyed);
    }

    private void typed() {
        OptionalLong length = TimeWindow.parse(span.getText());
        if (length.isPresent()) {
            window.span(length.getAsLong());
            message.setText("");
            moved();
        } else {
            message.setText(word("span.wrong"));
        }
    }

    /** The user has moved the window: shows its contents now. */
    private void moved() {
        live.setSelected(window.live());
        if (!span.isFocused() || TimeWindow.parse(span.getText()).isPresent()) {
            span.setText(FigureText.time(window.span()));
        }
        pull(refreshing.isFollowing());
    }

    // ---- display ----

    private void pulse() {
        long now = System.nanoTime();
        window.follow(now, telemetry.originNanos());
        if (window.live() && pulls.passes(now)) {
            pull(true);
        }
        if (summaries.passes(now)) {
            charts.all.forEach(chart -> chart.setAccessibleText(chart.summary()));
        }
    }

    /** @param live whether the panel is being watched: then charts out of sight are skipped */
    private void pull(boolean live) {
        long now = System.nanoTime();
        shot = TelemetrySnapshot.of(telemetry, window, shot);
        empty.setVisible(shot.isEmpty() && window.live());
        scroll.setVisible(!empty.isVisible());
        charts.strips.reading(readings.get());
        for (TimeChart chart : charts.all) {
            boolean seen = live && inSight(chart);
            chart.shown(seen);
            if (seen || !live) {
                chart.show(shot);
            }
        }
        if (tabulations.passes(now) || !live || !window.live()) {
            tabulate();
        }
    }

    private void tabulate() {
        percentiles.show(tables.percentiles(shot));
        process.show(tables.process(shot));
        mappings.show(tables.mappings(shot));
        telemetry.latest(CostSample.class).ifPresent(cost -> costs.show(tables.costs(cost)));
        boolean scheduled = shot.latency().stream()
                .flatMap(sample -> sample.groups().stream())
                .anyMatch(g -> g.response().count() > 0);
        if (scheduled != charts.responseHeat.isManaged()) {
            charts.responseHeat.setManaged(scheduled);
            charts.responseHeat.setVisible(scheduled);
        }
        filter.offer(charts.lanes.groups());
        // From the sample, not from the chart: a strip scrolled out of sight is not updated.
        if (evictions.offer(shot)) {
            pages.requestLayout();
            board.requestLayout();
        }
    }

    private boolean inSight(TimeChart chart) {
        Bounds viewport = scroll.getViewportBounds();
        double range = Math.max(0, board.getHeight() - viewport.getHeight());
        double top = range * scroll.getVvalue();
        Bounds place = board.sceneToLocal(chart.localToScene(chart.getLayoutBounds()));
        return chart.isManaged() && place.getMaxY() >= top && place.getMinY() <= top + viewport.getHeight();
    }

    // ---- exports ----

    private void exportCsv() {
        export("orrery-telemetry.csv", file -> CsvFile.write(file, shot, telemetry));
    }

    private void exportPng() {
        export("orrery-telemetry.png", file -> exports.picture(file, picture()));
    }

    /** The whole board as a picture, including charts out of sight. */
    private WritableImage picture() {
        for (TimeChart chart : charts.all) {
            chart.show(shot);
            chart.drawNow();
        }
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(view.getScene() == null ? null : view.getScene().getFill());
        return board.snapshot(parameters, null);
    }

    private interface Write {
        void to(Path file) throws IOException;
    }

    private void export(String name, Write write) {
        exports.choose(view.getScene() == null ? null : view.getScene().getWindow(), name)
                .ifPresent(file -> {
                    try {
                        write.to(file);
                        message.setText(word("exported", String.valueOf(file.getFileName())));
                    } catch (IOException e) {
                        message.setText(word(
                                "exported.not", String.valueOf(file.getFileName()), String.valueOf(e.getMessage())));
                    }
                });
    }

    // ---- the panel's interface ----

    /** Provides where the kernels are being read now; called ten times a second while the tab is visible. */
    public void readings(Supplier<List<ReadRange>> source) {
        readings = source;
    }

    @Override
    public String id() {
        return "telemetry";
    }

    @Override
    public String title() {
        return tabTitle();
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown(boolean shown) {
        if (!refreshing.follow(shown)) {
            return;
        }
        // Pages are sampled only while the tab is visible, because it is the most expensive sampler.
        telemetry.enable(SamplerKind.RESIDENCY, shown);
        if (!shown) {
            charts.all.forEach(chart -> chart.shown(false));
        }
    }

    /** The panel's actions, for a panel that may not exist yet. */
    public static List<Action> actions(Consumer<Consumer<TelemetryPanel>> on) {
        KeyCombination pauseKey = new KeyCodeCombination(KeyCode.P, KeyCombination.ALT_DOWN);
        KeyCombination fitKey = new KeyCodeCombination(KeyCode.F, KeyCombination.ALT_DOWN);
        return List.of(
                new Action(
                        "telemetry.pause",
                        FigureText.word("action.pause"),
                        pauseKey,
                        () -> on.accept(panel -> panel.hands.pause(panel.window.live()))),
                new Action(
                        "telemetry.fit",
                        FigureText.word("action.fit"),
                        fitKey,
                        () -> on.accept(panel -> panel.hands.fit())),
                new Action(
                        "telemetry.csv",
                        FigureText.word("action.csv"),
                        null,
                        () -> on.accept(TelemetryPanel::exportCsv)),
                new Action(
                        "telemetry.png",
                        FigureText.word("action.png"),
                        null,
                        () -> on.accept(TelemetryPanel::exportPng)));
    }

    /** The text on the tab. */
    public static String tabTitle() {
        return FigureText.word("tab");
    }

    @Override
    public List<Action> actions() {
        return actions(what -> what.accept(this));
    }

    @Override
    public void theme(Theme theme) {
        charts.all.forEach(chart -> chart.palette(theme.palette()));
    }

    @Override
    public void close() {
        shown(false);
        frameListener.unsubscribe();
    }
}
