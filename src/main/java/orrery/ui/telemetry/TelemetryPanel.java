package orrery.ui.telemetry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
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
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import orrery.telemetry.CostSample;
import orrery.telemetry.JvmState;
import orrery.telemetry.Measurement;
import orrery.telemetry.PageMap;
import orrery.telemetry.Pages;
import orrery.telemetry.Region;
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
 * The Telemetry tab: pulls what has been sampled ten times a second while it is shown, and draws only the charts that
 * are in sight. Pausing freezes what is shown; what runs and what is sampled go on.
 *
 * <p>Confined to the JavaFX thread.
 */
public final class TelemetryPanel implements Panel {
    /** A button that bears the name of a file is no wider than a narrow panel, pixels. */
    private static final double WIDEST_BUTTON = 320;

    private static final double STEP = 1.25;

    private final Words words = Words.of(TelemetryPanel.class);
    private final Telemetry telemetry;
    private final PulsePump pump;
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
    private final LanesChart lanes;
    private final HeatChart responseHeat;
    private final StripChart strips;
    private final List<TimeChart> charts;
    private final FlowPane evictions = new FlowPane(6, 6);
    private final VBox pages = new VBox();
    private final Subscription frameListener;
    private Supplier<List<ReadRange>> readings = List::of;
    private TelemetrySnapshot shot = TelemetrySnapshot.NONE;
    private final Follower refreshing;
    private final Throttle pulls = Throttle.millis(100);
    private final Throttle tabulations = Throttle.millis(250);
    private final Throttle summaries = Throttle.millis(2_000);
    private double dragged = Double.NaN;

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
    private Label said;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox empty;

    /**
     * @param telemetry what is shown; stays the caller's to start and stop
     * @param pump the window's pulse
     * @param exports where exports go
     */
    public TelemetryPanel(Telemetry telemetry, PulsePump pump, ExportTarget exports) {
        this.telemetry = telemetry;
        this.pump = pump;
        this.exports = exports;
        view = Views.load(TelemetryPanel.class, "telemetry.fxml", this, words);
        view.getStylesheets().add(Views.sheet(TelemetryPanel.class, "telemetry.css"));
        refreshing = new Follower(pump, (_, _) -> pulse());
        lanes = new LanesChart(word("lanes"), window, pump);
        responseHeat = new HeatChart(word("heat.response"), true, window, pump);
        strips = new StripChart(word("pages"), window, pump);
        charts = charts();
        assemble();
        listen();
        frameListener = pump.listen((_, elapsed) -> frames.pulse(System.nanoTime(), elapsed));
    }

    private String word(String key, Object... arguments) {
        return words.get("telemetry." + key, arguments);
    }

    private List<TimeChart> charts() {
        String notHere = FigureText.MISSING;
        return List.of(
                lanes,
                new LinesChart(word("rate"), word("rate.none"), 130, window, pump, FigureText::rate, ChartLines::rates),
                new HeatChart(word("heat.service"), false, window, pump),
                responseHeat,
                new CurveChart(word("curve"), window, pump),
                new LinesChart(word("heap.chart"), notHere, 120, window, pump, FigureText::bytes, ChartLines::heap),
                new LinesChart(
                        word("allocation.chart"),
                        notHere,
                        100,
                        window,
                        pump,
                        bytes -> FigureText.bytes(bytes) + "/s",
                        ChartLines::allocation),
                new LinesChart(word("memory.chart"), notHere, 140, window, pump, FigureText::bytes, ChartLines::memory),
                strips,
                new LinesChart(word("cost.chart"), notHere, 100, window, pump, FigureText::percent, ChartLines::cost),
                new LinesChart(
                        word("frames.chart"),
                        word("frames.none"),
                        110,
                        window,
                        pump,
                        FigureText::time,
                        shot -> ChartLines.frames(frames, shot)));
    }

    private void assemble() {
        pages.getChildren().setAll(strips, evictions);
        List<Node> nodes = new ArrayList<>(charts);
        nodes.add(nodes.indexOf(responseHeat) + 1, percentiles);
        nodes.add(nodes.indexOf(strips), process);
        nodes.add(nodes.indexOf(strips), mappings);
        nodes.set(nodes.indexOf(strips), pages);
        nodes.add(costs);
        board.getStyleClass().add("board");
        board.fill(nodes);
        scroll.setContent(board);
        responseHeat.setManaged(false);
        responseHeat.setVisible(false);
        group.getItems().setAll(word("all.groups"));
        group.getSelectionModel().selectFirst();
        state.getItems().setAll(word("all.states"));
        for (JvmState jvm : JvmState.values()) {
            state.getItems().add(jvm.words());
        }
        state.getSelectionModel().selectFirst();
        span.setText(FigureText.time(window.span()));
        live.setSelected(true);
    }

    private void listen() {
        live.setOnAction(_ -> pause(!live.isSelected()));
        span.setOnAction(_ -> typed());
        fit.setOnAction(_ -> fit());
        csv.setOnAction(_ -> exportCsv());
        png.setOnAction(_ -> exportPng());
        group.getSelectionModel()
                .selectedIndexProperty()
                .addListener((_, _, now) ->
                        lanes.group(now.intValue() <= 0 ? "" : group.getItems().get(now.intValue())));
        state.getSelectionModel()
                .selectedIndexProperty()
                .addListener((_, _, now) -> lanes.states(
                        now.intValue() <= 0
                                ? EnumSet.allOf(JvmState.class)
                                : named(state.getItems().get(now.intValue()))));
        for (TimeChart chart : charts) {
            chart.addEventHandler(MouseEvent.MOUSE_MOVED, event -> pointed(chart, event));
            chart.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> pointedAway());
            chart.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> pressed(event));
            chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> dragged(chart, event));
            chart.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> dragged = Double.NaN);
            chart.addEventHandler(ScrollEvent.SCROLL, event -> scrolled(chart, event));
        }
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::keyed);
    }

    private static Set<JvmState> named(String words) {
        Set<JvmState> named = EnumSet.noneOf(JvmState.class);
        for (JvmState jvm : JvmState.values()) {
            if (jvm.words().equals(words)) {
                named.add(jvm);
            }
        }
        return named;
    }

    // ---- the pointer and the keyboard ----

    private void pointed(TimeChart chart, MouseEvent event) {
        window.crosshair(chart.nanosAt(event.getX()));
        if (chart == lanes) {
            lanes.selectAt(event.getY());
        }
        redraw();
    }

    private void pointedAway() {
        window.noCrosshair();
        redraw();
    }

    private void pressed(MouseEvent event) {
        dragged = event.getX();
    }

    private void dragged(TimeChart chart, MouseEvent event) {
        if (!Double.isNaN(dragged)) {
            window.pan((long) ((dragged - event.getX()) / chart.plotWidth() * window.span()));
            dragged = event.getX();
            moved();
        }
    }

    private void scrolled(TimeChart chart, ScrollEvent event) {
        if (event.isShortcutDown() && event.getDeltaY() != 0) {
            window.zoom(event.getDeltaY() > 0 ? 1 / STEP : STEP, chart.nanosAt(event.getX()));
            moved();
            event.consume();
        } else if (chart == lanes && event.isAltDown()) {
            lanes.scroll(event.getDeltaY() > 0 ? -3 : 3);
            event.consume();
        }
    }

    private void keyed(KeyEvent event) {
        if (event.getTarget() instanceof TextField || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean shift = event.isShiftDown();
        boolean taken = true;
        switch (event.getCode()) {
            case LEFT, RIGHT -> step(event.getCode() == KeyCode.LEFT ? -1 : 1, shift);
            case UP, DOWN -> {
                taken = lanes.isFocused();
                if (taken) {
                    lanes.select(event.getCode() == KeyCode.UP ? -1 : 1);
                }
            }
            case PLUS, EQUALS, ADD -> zoom(1 / STEP);
            case MINUS, SUBTRACT -> zoom(STEP);
            case F -> fit();
            case SPACE -> pause(window.live());
            case END -> pause(false);
            default -> taken = false;
        }
        if (taken && event.getTarget() instanceof TimeChart) {
            event.consume();
        }
    }

    /** Moves the crosshair by a hundredth of the window, or the window by a tenth. */
    private void step(int direction, boolean wholeWindow) {
        if (wholeWindow) {
            window.pan(direction * window.span() / 10);
            moved();
        } else {
            window.crosshair(window.crosshair().orElse(window.to()) + direction * window.span() / 100);
            redraw();
        }
    }

    private void zoom(double factor) {
        window.zoom(factor, window.crosshair().orElse(window.to()));
        moved();
    }

    private void fit() {
        window.fit();
        moved();
    }

    private void pause(boolean paused) {
        window.live(!paused);
        moved();
    }

    private void typed() {
        OptionalLong length = TimeWindow.parse(span.getText());
        if (length.isPresent()) {
            window.span(length.getAsLong());
            said.setText("");
            moved();
        } else {
            said.setText(word("span.wrong"));
        }
    }

    /** The window has been moved by hand: show what it shows now. */
    private void moved() {
        live.setSelected(window.live());
        if (!span.isFocused() || TimeWindow.parse(span.getText()).isPresent()) {
            span.setText(FigureText.time(window.span()));
        }
        pull(refreshing.isFollowing());
    }

    // ---- what is shown ----

    private void pulse() {
        long now = System.nanoTime();
        window.follow(now, telemetry.originNanos());
        if (window.live() && pulls.passes(now)) {
            pull(true);
        }
        if (summaries.passes(now)) {
            charts.forEach(chart -> chart.setAccessibleText(chart.summary()));
        }
    }

    /** @param live whether the panel is followed: then charts out of sight are left alone */
    private void pull(boolean live) {
        long now = System.nanoTime();
        shot = TelemetrySnapshot.of(telemetry, window, shot);
        empty.setVisible(shot.isEmpty() && window.live());
        scroll.setVisible(!empty.isVisible());
        strips.reading(readings.get());
        for (TimeChart chart : charts) {
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
        if (scheduled != responseHeat.isManaged()) {
            responseHeat.setManaged(scheduled);
            responseHeat.setVisible(scheduled);
        }
        List<String> groups = lanes.groups();
        if (!group.getItems().subList(1, group.getItems().size()).equals(groups)) {
            String chosen = group.getValue();
            group.getItems().setAll(word("all.groups"));
            group.getItems().addAll(groups);
            group.setValue(
                    group.getItems().contains(chosen)
                            ? chosen
                            : group.getItems().getFirst());
        }
        offerEvictions();
    }

    private void offerEvictions() {
        // From the sample, not from the chart: a strip scrolled out of sight is shown nothing.
        List<String> names =
                shot.pages().map(now -> List.copyOf(now.maps().keySet())).orElse(List.of());
        if (evictions.getChildren().stream().map(Node::getUserData).toList().equals(names)) {
            return;
        }
        evictions.getChildren().clear();
        for (String name : names) {
            Button evict = new Button(word("evict", name), new FontIcon("fth-log-out"));
            evict.setUserData(name);
            evict.setMaxWidth(WIDEST_BUTTON);
            evict.setTooltip(new Tooltip(name));
            evict.setMnemonicParsing(false);
            evict.getStyleClass().add("outlined");
            evict.setOnAction(_ -> evict(name));
            evictions.getChildren().add(evict);
        }
        pages.requestLayout();
        board.requestLayout();
    }

    private void evict(String name) {
        shot.pages()
                .flatMap(pages -> Objects.requireNonNullElse(
                                pages.maps().get(name), Measurement.<PageMap>notAvailable("gone"))
                        .value())
                .ifPresent(map -> evict(map.region()));
    }

    private void evict(Region region) {
        said.setText(word("evicting", region.name()));
        var _ = telemetry
                .evict(region)
                .thenAccept(result -> Platform.runLater(() -> said.setText(told(region, result))));
    }

    private String told(Region region, Measurement<Pages.Eviction> result) {
        return switch (result) {
            case Measurement.Value<Pages.Eviction>(Pages.Eviction told) ->
                word("evicted", region.name(), FigureText.whole(told.dropped()), FigureText.whole(told.before()));
            case Measurement.NotAvailable<Pages.Eviction>(String why) -> word("evicted.not", region.name(), why);
        };
    }

    private void redraw() {
        charts.forEach(TimeChart::changed);
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

    /** The whole board as a picture, charts out of sight included. */
    private WritableImage picture() {
        for (TimeChart chart : charts) {
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
                        said.setText(word("exported", String.valueOf(file.getFileName())));
                    } catch (IOException e) {
                        said.setText(word(
                                "exported.not", String.valueOf(file.getFileName()), String.valueOf(e.getMessage())));
                    }
                });
    }

    // ---- the panel's side ----

    /** Says where the kernels are being read now; asked ten times a second while the tab is shown. */
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
        // Pages are looked at only while somebody looks: it is the dearest of the samplers.
        telemetry.enable(SamplerKind.RESIDENCY, shown);
        if (!shown) {
            charts.forEach(chart -> chart.shown(false));
        }
    }

    /** Shows everything as it is now, at once, for pictures; the charts must have their sizes. */
    public void settle() {
        window.follow(System.nanoTime(), telemetry.originNanos());
        pull(false);
        board.requestLayout();
    }

    /** Draws all charts, for pictures, after the layout that follows {@link #settle}. */
    public void drawNow() {
        charts.forEach(TimeChart::drawNow);
    }

    /** The panel's actions, for one that may not have been made yet. */
    public static List<Action> actions(Consumer<Consumer<TelemetryPanel>> on) {
        KeyCombination pauseKey = new KeyCodeCombination(KeyCode.P, KeyCombination.ALT_DOWN);
        KeyCombination fitKey = new KeyCodeCombination(KeyCode.F, KeyCombination.ALT_DOWN);
        return List.of(
                new Action(
                        "telemetry.pause",
                        FigureText.word("action.pause"),
                        pauseKey,
                        () -> on.accept(panel -> panel.pause(panel.window.live()))),
                new Action(
                        "telemetry.fit", FigureText.word("action.fit"), fitKey, () -> on.accept(TelemetryPanel::fit)),
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

    /** What stands on the tab. */
    public static String tabTitle() {
        return FigureText.word("tab");
    }

    @Override
    public List<Action> actions() {
        return actions(what -> what.accept(this));
    }

    @Override
    public void theme(Theme theme) {
        charts.forEach(chart -> chart.palette(theme.palette()));
    }

    @Override
    public void close() {
        shown(false);
        frameListener.unsubscribe();
    }
}
