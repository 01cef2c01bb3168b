package orrery.ui.telemetry;

import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Pointer and keyboard input on the charts, which share one time window: the crosshair, dragging, zooming, pausing, and
 * selecting a lane. JavaFX thread only.
 */
final class ChartHands {
    private static final double STEP = 1.25;

    private final TimeWindow window;
    private final List<TimeChart> charts;
    private final LanesChart lanes;
    private final Runnable moved;
    private double dragged = Double.NaN;

    /** @param moved called when the user has moved the window */
    ChartHands(TimeWindow window, List<TimeChart> charts, LanesChart lanes, Runnable moved) {
        this.window = window;
        this.charts = charts;
        this.lanes = lanes;
        this.moved = moved;
    }

    /** Listens to the pointer on every chart of the time. */
    void listen() {
        for (TimeChart chart : charts.stream().filter(TimeChart::isTimed).toList()) {
            chart.addEventHandler(MouseEvent.MOUSE_MOVED, event -> pointed(chart, event));
            chart.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> pointedAway());
            chart.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> dragged = event.getX());
            chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> dragged(chart, event));
            chart.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> dragged = Double.NaN);
            chart.addEventHandler(ScrollEvent.SCROLL, event -> scrolled(chart, event));
        }
    }

    private void pointed(TimeChart chart, MouseEvent event) {
        window.crosshair(chart.nanosAt(event.getX()));
        if (chart == lanes) {
            lanes.selectAt(event.getY());
        }
        charts.forEach(TimeChart::changed);
    }

    private void pointedAway() {
        window.noCrosshair();
        charts.forEach(TimeChart::changed);
    }

    private void dragged(TimeChart chart, MouseEvent event) {
        if (!Double.isNaN(dragged)) {
            window.pan((long) ((dragged - event.getX()) / chart.plotWidth() * window.span()));
            dragged = event.getX();
            moved.run();
        }
    }

    private void scrolled(TimeChart chart, ScrollEvent event) {
        if (event.isShortcutDown() && event.getDeltaY() != 0) {
            window.zoom(event.getDeltaY() > 0 ? 1 / STEP : STEP, chart.nanosAt(event.getX()));
            moved.run();
            event.consume();
        } else if (chart == lanes && event.isAltDown()) {
            lanes.scroll(event.getDeltaY() > 0 ? -3 : 3);
            event.consume();
        }
    }

    /** Handles a key of the panel. */
    void keyed(KeyEvent event) {
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
            moved.run();
        } else {
            window.crosshair(window.crosshair().orElse(window.to()) + direction * window.span() / 100);
            charts.forEach(TimeChart::changed);
        }
    }

    private void zoom(double factor) {
        window.zoom(factor, window.crosshair().orElse(window.to()));
        moved.run();
    }

    /** Shows the whole history. */
    void fit() {
        window.fit();
        moved.run();
    }

    /** Freezes the window, or lets it follow the present again. */
    void pause(boolean paused) {
        window.live(!paused);
        moved.run();
    }
}
