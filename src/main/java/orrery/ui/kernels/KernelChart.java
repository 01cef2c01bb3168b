package orrery.ui.kernels;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import orrery.ui.fx.LiveCanvas;
import orrery.ui.fx.Numerals;
import orrery.ui.fx.Palette;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Words;

/** What the pictures of this tab share: colours, letters, and who does not see them is told in words. JavaFX thread only. */
abstract class KernelChart extends LiveCanvas {
    /** Kernels by their number on the shelf: hues that differ in lightness too, for a dark and for a light ground. */
    private static final String[] DARK = {"#6F8FB3", "#5FC4A1", "#E39A6B", "#B79BE0", "#D8CF73", "#E58BB0"};

    private static final String[] LIGHT = {"#34587F", "#1D8562", "#B3561F", "#7150AB", "#7C720F", "#A83B6C"};

    private static final double LINE = 16;

    /** A letter of the 11 px face, on the average; close enough to break by. */
    private static final double LETTER = 6;

    protected final Words words;
    protected Palette palette = Palette.DARK;

    KernelChart(PulsePump pump, Words words, String name) {
        super(pump);
        this.words = words;
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(name);
    }

    void palette(Palette colours) {
        palette = colours;
        changed();
    }

    /** The colour of a kernel by its {@linkplain Shelf#tint tint}; set-aside segments have none of their own. */
    static Color kernel(int index, Palette palette) {
        String[] tints = palette.dark() ? DARK : LIGHT;
        return Color.web(tints[Math.floorMod(index, tints.length)]);
    }

    void text(GraphicsContext g, String text, double x, double y, TextAlignment side, Color colour) {
        g.setFont(Numerals.font(11));
        g.setTextAlign(side);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(colour);
        g.fillText(text, x, Math.rint(y));
    }

    void hairline(GraphicsContext g, double x1, double y1, double x2, double y2, Color colour) {
        g.setStroke(colour);
        g.setLineWidth(1);
        g.strokeLine(Math.rint(x1) + 0.5, Math.rint(y1) + 0.5, Math.rint(x2) + 0.5, Math.rint(y2) + 0.5);
    }

    /** What will appear here, where nothing is yet. */
    void empty(GraphicsContext g, double width, double height, String said) {
        List<String> lines = lines(said, width - 24);
        double y = height / 2 - (lines.size() - 1) * LINE / 2;
        for (String line : lines) {
            text(g, line, width / 2, y, TextAlignment.CENTER, palette.muted());
            y += LINE;
        }
    }

    /** A text broken between words into lines of a width. */
    static List<String> lines(String text, double width) {
        int most = Math.max(12, (int) (width / LETTER));
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** The width of a text as {@link #text} writes it. */
    static double wide(String text) {
        return Numerals.width(text, Numerals.font(11));
    }

    /** A text cut to a width, with an ellipsis. */
    static String fit(String text, double width) {
        return Numerals.fit(text, Numerals.font(11), width);
    }
}
