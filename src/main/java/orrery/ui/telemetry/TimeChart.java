package orrery.ui.telemetry;

import javafx.scene.text.TextAlignment;
import orrery.ui.chart.ChartAxis;
import orrery.ui.chart.Ink;
import orrery.ui.chart.LiveChart;
import orrery.ui.fx.PulsePump;

/**
 * One chart over the shared time window: its plot is between a margin for text on the left and one for values on the
 * right, the same for every chart, so that the crosshair runs straight through all of them. JavaFX thread only.
 */
abstract class TimeChart extends LiveChart {
    static final double LEFT = 92;
    static final double RIGHT = 84;
    static final double TOP = 36;
    static final double BOTTOM = 18;

    private final String title;
    private final double height;
    protected final TimeWindow window;
    protected TelemetrySnapshot shot = TelemetrySnapshot.NONE;

    TimeChart(String title, double height, TimeWindow window, PulsePump pump) {
        super(pump, title);
        this.title = title;
        this.height = height;
        this.window = window;
        takesFocus();
    }

    /** Draws this snapshot from now on. */
    void show(TelemetrySnapshot taken) {
        shot = taken;
        changed();
    }

    /** The chart in a sentence or two, for screen readers. */
    abstract String summary();

    String title() {
        return title;
    }

    @Override
    public double prefHeight(double width) {
        return height;
    }

    @Override
    public double minHeight(double width) {
        return prefHeight(width);
    }

    @Override
    public double maxHeight(double width) {
        return prefHeight(width);
    }

    /** Whether its x axis is the shared span of time, so that a pointer on it moves that of all charts. */
    boolean isTimed() {
        return true;
    }

    double plotWidth() {
        return Math.max(1, getWidth() - LEFT - right());
    }

    /** Space for values to the right of the plot, pixels. */
    double right() {
        return RIGHT;
    }

    /** The time axis: nanoseconds since the start of what is shown. */
    ChartAxis across() {
        return new ChartAxis(0, (double) (shot.to() - shot.from()), LEFT, LEFT + plotWidth());
    }

    double x(long nanos) {
        return across().pixel((double) (nanos - shot.from()));
    }

    long nanosAt(double x) {
        return shot.from() + (long) across().value(x);
    }

    // ---- parts shared by charts ----

    /** A hairline along the bottom with the two ends of the window and its middle, as seconds before its end. */
    void timeAxis(Ink ink, double y) {
        double end = LEFT + plotWidth();
        double span = (double) (shot.to() - shot.from());
        ink.hairline(LEFT, y, end, y, palette().line());
        ink.text(
                "−" + FigureText.time(span),
                LEFT,
                y + 10,
                TextAlignment.LEFT,
                palette().muted());
        ink.text(
                "−" + FigureText.time(span / 2),
                LEFT + plotWidth() / 2,
                y + 10,
                TextAlignment.CENTER,
                palette().muted());
        ink.text(
                window.live() ? FigureText.word("axis.now") : "−" + FigureText.time(window.now() - shot.to()),
                end,
                y + 10,
                TextAlignment.RIGHT,
                window.live() ? palette().muted() : palette().sun());
    }

    void crosshair(Ink ink, double top, double bottom) {
        if (window.crosshair().isPresent()) {
            double at = x(window.crosshair().getAsLong());
            if (across().holds(at)) {
                ink.hairline(at, top, at, bottom, palette().sun());
            }
        }
    }

    /** Writes in the middle of the plot what is missing and why. */
    void note(Ink ink, String text) {
        ink.empty(text, LEFT, LEFT + plotWidth(), getHeight() / 2);
    }
}
