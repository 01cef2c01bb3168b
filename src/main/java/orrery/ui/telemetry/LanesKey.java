package orrery.ui.telemetry;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import orrery.ui.chart.Ink;

/** The key below the lanes: the meaning of the patterns, on as many lines as needed. For one drawing. */
final class LanesKey {
    private static final double LINE = 15;
    private static final double BETWEEN = 12;

    private final Ink ink;
    private final GraphicsContext g;
    private final double width;
    private final int thick;
    private double x;
    private double y;

    /**
     * @param width width of a line, pixels
     * @param top middle of the first line
     * @param thick height of a swatch, equal to a worker's lane
     */
    LanesKey(Ink ink, double width, double top, int thick) {
        this.ink = ink;
        this.g = ink.canvas();
        this.width = width;
        this.thick = thick;
        this.y = top;
    }

    /** A state: its pattern in its color. */
    void swatch(String words, StateLook look, Color color) {
        double left = place(16, words);
        double middle = Math.rint(y);
        g.setFill(color);
        for (int column = 0; column < 12; column++) {
            for (int row = 0; row < thick; row++) {
                if (look.sets(column, row, thick)) {
                    g.fillRect(left + column, middle - 4 + row, 1, 1);
                }
            }
        }
        if (look == StateLook.NOTHING) {
            // An empty frame: what is invisible in a lane must be visible in the key.
            g.setStroke(color);
            g.setLineWidth(1);
            g.strokeRect(left + 0.5, middle - 3.5, 11, thick - 1);
        }
    }

    /** A pause: a vertical line with {@code on} pixels drawn and {@code off} not. */
    void stroke(String words, Color color, int on, int off) {
        double left = place(10, words);
        g.setFill(color);
        for (int row = 0; row < 12; row++) {
            if (row % (on + off) < on) {
                g.fillRect(left + 2, Math.rint(y) - 6 + row, 1, 1);
            }
        }
    }

    /** Writes a text, on the next line if it does not fit, and returns the position of its mark. */
    private double place(double mark, String words) {
        double wide = mark + Ink.width(words) + BETWEEN;
        if (x > 0 && x + wide > width) {
            x = 0;
            y += LINE;
        }
        double left = x;
        ink.text(words, left + mark, y, TextAlignment.LEFT, ink.palette().muted());
        x += wide;
        return left;
    }
}
