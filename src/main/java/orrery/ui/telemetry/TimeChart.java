package orrery.ui.telemetry;

import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import orrery.ui.fx.LiveCanvas;
import orrery.ui.fx.Numerals;
import orrery.ui.fx.Palette;
import orrery.ui.fx.PulsePump;

/**
 * One chart over the shared time window: its plot lies between a margin for words at the left and one for values at the
 * right, the same for every chart, so that the crosshair runs straight through all of them. JavaFX thread only.
 */
abstract class TimeChart extends LiveCanvas {
    static final double LEFT = 92;
    static final double RIGHT = 84;
    static final double TOP = 36;
    static final double BOTTOM = 18;

    private final String title;
    private final double height;
    protected final TimeWindow window;
    protected TelemetrySnapshot shot = TelemetrySnapshot.NONE;
    protected Palette palette = Palette.DARK;

    TimeChart(String title, double height, TimeWindow window, PulsePump pump) {
        super(pump);
        this.title = title;
        this.height = height;
        this.window = window;
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(title);
    }

    /** Draws this from now on. */
    void show(TelemetrySnapshot taken) {
        shot = taken;
        changed();
    }

    void palette(Palette colours) {
        palette = colours;
        changed();
    }

    /** The chart in one sentence or two, for who does not see it. */
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
        return height;
    }

    @Override
    public double maxHeight(double width) {
        return height;
    }

    double plotWidth() {
        return Math.max(1, getWidth() - LEFT - right());
    }

    /** What stays free for values at the right of the plot, pixels. */
    double right() {
        return RIGHT;
    }

    double x(long nanos) {
        return LEFT + (double) (nanos - shot.from()) / Math.max(1, shot.to() - shot.from()) * plotWidth();
    }

    long nanosAt(double x) {
        return shot.from() + (long) ((x - LEFT) / plotWidth() * (shot.to() - shot.from()));
    }

    // ---- parts that charts share ----

    void words(GraphicsContext g, String text, double x, double y, TextAlignment side, Color colour) {
        g.setFont(Numerals.font(11));
        g.setTextAlign(side);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(colour);
        g.fillText(text, x, Math.rint(y));
    }

    /** The title, and beneath it what the crosshair, or the present, says. */
    void heading(GraphicsContext g, String readout) {
        g.setFont(Numerals.font(13));
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(palette.text());
        g.fillText(title, 0, 9);
        words(g, readout, 0, 25, TextAlignment.LEFT, palette.muted());
    }

    /** A hairline along the bottom with the window's two ends and its middle, as seconds before its end. */
    void timeAxis(GraphicsContext g, double y) {
        g.setStroke(palette.line());
        g.setLineWidth(1);
        g.strokeLine(LEFT, Math.rint(y) + 0.5, LEFT + plotWidth(), Math.rint(y) + 0.5);
        long span = shot.to() - shot.from();
        double seconds = span / 1e9;
        words(g, "−" + FigureText.time(seconds * 1e9), LEFT, y + 10, TextAlignment.LEFT, palette.muted());
        words(
                g,
                "−" + FigureText.time(seconds * 5e8),
                LEFT + plotWidth() / 2,
                y + 10,
                TextAlignment.CENTER,
                palette.muted());
        words(
                g,
                window.live() ? FigureText.word("axis.now") : "−" + FigureText.time(window.now() - shot.to()),
                LEFT + plotWidth(),
                y + 10,
                TextAlignment.RIGHT,
                window.live() ? palette.muted() : palette.sun());
    }

    void crosshair(GraphicsContext g, double top, double bottom) {
        if (window.crosshair().isPresent()) {
            double at = Math.rint(x(window.crosshair().getAsLong())) + 0.5;
            if (at >= LEFT && at <= LEFT + plotWidth()) {
                g.setStroke(palette.sun());
                g.setLineWidth(1);
                g.strokeLine(at, top, at, bottom);
            }
        }
    }

    /** Says in the middle of the plot what is missing and why. */
    void note(GraphicsContext g, String text) {
        words(g, text, LEFT + plotWidth() / 2, getHeight() / 2, TextAlignment.CENTER, palette.muted());
    }
}
