package orrery.ui.kernels;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import orrery.library.KernelContents;
import orrery.ui.fx.NameLabel;
import orrery.ui.fx.Palette;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Throttle;
import orrery.ui.fx.Words;

/** The coverage page: the chart, the legend of files, and what is under the cursor. JavaFX thread only. */
final class CoverageView implements WorkbenchPage {
    /** In the legend, pixels. */
    private static final double WIDEST_NAME = 300;

    private final WorkbenchModel hub;
    private final Words words;
    private final PrecedenceChart chart;
    private final FlowPane legend = new FlowPane(14, 4);
    private final Label state = new Label();
    private final Label under = new Label();
    private final VBox view;
    private Palette palette = Palette.DARK;
    private double y = Double.NaN;
    private RouteReading reading = RouteReading.NONE;
    private boolean pending;
    private final Throttle asks = Throttle.millis(250);

    CoverageView(WorkbenchModel hub, PulsePump pump) {
        this.hub = hub;
        this.words = hub.words();
        chart = new PrecedenceChart(pump, words, hub.shelf()::tint, hub::choose, this::hovered);
        chart.setId("coverage-chart");
        chart.addEventFilter(MouseEvent.MOUSE_MOVED, e -> y = e.getY());
        chart.addEventHandler(MouseEvent.MOUSE_EXITED, e -> under.setText(words.get("coverage.help")));
        under.setText(words.get("coverage.help"));
        under.getStyleClass().add("small");
        under.setWrapText(true);
        under.setMinHeight(30);
        under.setId("coverage-under");
        state.getStyleClass().add("small");
        HBox holder = new HBox(chart);
        HBox.setHgrow(chart, Priority.ALWAYS);
        holder.setMinHeight(0);
        VBox.setVgrow(holder, Priority.ALWAYS);
        view = new VBox(6, state, legend, holder, under);
        view.getStyleClass().add("kernels-page");
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
    public void palette(Palette colors) {
        palette = colors;
        chart.palette(colors);
        refresh();
    }

    @Override
    public void refresh() {
        chart.show(hub.shelf().drafted());
        state.setText(words.get(hub.shelf().isPending() ? "coverage.draft" : "coverage.now"));
        legend.getChildren().clear();
        for (KernelContents kernel : hub.shelf().drafted().kernels()) {
            Rectangle swatch =
                    new Rectangle(10, 10, KernelChart.kernel(hub.shelf().tint(kernel.path()), palette));
            NameLabel name = new NameLabel(kernel.name());
            name.setMaxWidth(WIDEST_NAME);
            name.getStyleClass().add("small");
            HBox entry = new HBox(5, swatch, name);
            entry.getStyleClass().add("legend-entry");
            legend.getChildren().add(entry);
        }
    }

    @Override
    public void now(double et, int body) {
        if (!pending && (reading.body() != body || reading.et() != et) && asks.passes(System.nanoTime())) {
            pending = true;
            hub.inbox().when(hub.tasks().reading(body, et), (read, _) -> {
                pending = false;
                reading = read == null ? RouteReading.NONE : read;
            });
        }
        chart.now(et, body, reading);
    }

    @Override
    public void drawNow() {
        chart.drawNow();
    }

    private void hovered(double x) {
        under.setText(chart.at(x, y).orElse(words.get("coverage.help")));
    }
}
