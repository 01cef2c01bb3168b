package orrery.ui.telemetry;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import orrery.ui.chart.Ink;

/** The key beneath the lanes: what the patterns mean, one after the other, on as many lines as they need. For one drawing. */
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
     * @param width pixels there are for a line
     * @param top where the middle of the first line is
     * @param thick how high a swatch is, as a worker's lane
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
            // An empty frame: what is nothing in a lane is still something in the key.
            g.setStroke(color);
            g.setLineWidth(1);
            g.strokeRect(left + 0.5, middle - 3.5, 11, thick - 1);
        }
    }

    /** A pause: an upright line with {@code on} pixels set and {@code off} not. */
    void stroke(String words, Color color, int on, int off) {
        double left = place(10, words);
        g.setFill(color);
        for (int row = 0; row < 12; row++) {
            if (row % (on + off) < on) {
                g.fillRect(left + 2, Math.rint(y) - 6 + row, 1, 1);
            }
        }
    }

    /** Writes the words, on the next line where they do not fit, and returns where their mark goes. */
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
