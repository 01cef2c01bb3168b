package orrery.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import orrery.ui.fx.Numerals;
import orrery.ui.fx.Palette;

/**
 * The common drawing style of charts: small tabular figures, hairlines on whole pixels, thin curves. Used for a single
 * drawing; JavaFX thread only.
 */
public final class Ink {
    /** The size of a chart's text, pixels. */
    public static final double SIZE = 11;

    private static final double TITLE = 13;
    private static final double LINE = 16;
    private static final double[] SOLID = {};
    private static final double[][] DASHES = {SOLID, {6, 4}, {2, 3}, {8, 3, 2, 3}};

    private final GraphicsContext g;
    private final Palette palette;

    /**
     * @param g the graphics context to draw on
     * @param palette the theme's colors
     */
    public Ink(GraphicsContext g, Palette palette) {
        this.g = g;
        this.palette = palette;
    }

    /** The graphics context, for what only one chart draws. */
    public GraphicsContext canvas() {
        return g;
    }

    /** The theme's colors. */
    public Palette palette() {
        return palette;
    }

    // ---- text ----

    /** Writes a text centered on a height, at the usual size. */
    public void text(String text, double x, double y, TextAlignment side, Color color) {
        text(text, SIZE, x, y, side, color);
    }

    /** Writes a text centered on a height. */
    public void text(String text, double size, double x, double y, TextAlignment side, Color color) {
        style(size, side, VPos.CENTER, color);
        g.fillText(text, x, Math.rint(y));
    }

    /** Writes a text below a height. */
    public void hang(String text, double size, double x, double y, TextAlignment side, Color color) {
        style(size, side, VPos.TOP, color);
        g.fillText(text, x, y);
    }

    private void style(double size, TextAlignment side, VPos base, Color color) {
        g.setFont(Numerals.font(size));
        g.setTextAlign(side);
        g.setTextBaseline(base);
        g.setFill(color);
    }

    /** The chart's title in its upper left corner, and below it the values at the crosshair, or the current ones. */
    public void heading(String title, String readout) {
        text(title, TITLE, 0, 9, TextAlignment.LEFT, palette.text());
        text(readout, 0, 25, TextAlignment.LEFT, palette.muted());
    }

    /** Writes, in the middle between two edges, what will appear here, in as many lines as needed. */
    public void empty(String text, double left, double right, double middle) {
        List<String> lines = lines(text, right - left);
        double y = middle - (lines.size() - 1) * LINE / 2;
        for (String line : lines) {
            text(line, (left + right) / 2, y, TextAlignment.CENTER, palette.muted());
            y += LINE;
        }
    }

    /** A text wrapped to a width in pixels. */
    static List<String> lines(String text, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    /** The width of a text at the usual size, pixels. */
    public static double width(String text) {
        return Numerals.width(text, Numerals.font(SIZE));
    }

    /** A text shortened to a width, with an ellipsis. */
    public static String fit(String text, double width) {
        return Numerals.fit(text, Numerals.font(SIZE), width);
    }

    /** A small plate with a text, as near to {@code x} as the ends of an axis allow; its upper edge is at {@code y}. */
    public void plate(String text, double size, double x, double y, ChartAxis across, Color ground) {
        Font font = Numerals.font(size);
        double half = Numerals.width(text, font) / 2 + 5;
        double middle = Math.max(across.start() + half, Math.min(x, across.end() - half));
        fill(middle - half, y, 2 * half, Math.rint(size) + 4, ground);
        hang(text, size, middle, y + 1, TextAlignment.CENTER, palette.text());
    }

    // ---- lines ----

    /** A line one pixel wide, aligned to the pixel grid. */
    public void hairline(double x1, double y1, double x2, double y2, Color color) {
        g.setStroke(color);
        g.setLineWidth(1);
        g.strokeLine(Math.rint(x1) + 0.5, Math.rint(y1) + 0.5, Math.rint(x2) + 0.5, Math.rint(y2) + 0.5);
    }

    /** A filled rectangle. */
    public void fill(double x, double y, double width, double height, Color color) {
        g.setFill(color);
        g.fillRect(x, y, width, height);
    }

    /** A curve; {@code dash} as in {@link #dash}. */
    public void curve(List<Curve.Part> parts, Color color, double width, double... dash) {
        g.setStroke(color);
        g.setLineWidth(width);
        g.setLineCap(dash.length == 0 ? StrokeLineCap.SQUARE : StrokeLineCap.BUTT);
        g.setLineDashes(dash);
        for (Curve.Part part : parts) {
            g.strokePolyline(part.x(), part.y(), part.x().length);
        }
        g.setLineDashes(SOLID);
        g.setLineCap(StrokeLineCap.SQUARE);
    }

    /** The color of one of several lines; together with {@link #dash}, the first four all look different. */
    public Color color(int line) {
        return switch (line % DASHES.length) {
            case 0 -> palette.running();
            case 1 -> palette.sun();
            case 2 -> palette.proven();
            default -> palette.text();
        };
    }

    /** The dashes of one of several lines, for readers who cannot distinguish the colors. */
    public static double[] dash(int line) {
        return DASHES[line % DASHES.length].clone();
    }
}
