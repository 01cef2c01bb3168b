package orrery.ui.fx;

import java.util.List;
import java.util.Locale;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Fonts whose ten digits are equally wide, so that a changing number does not jitter. JavaFX cannot select a font's
 * tabular figures; this measures instead, and uses the system font if it already has them.
 *
 * <p>JavaFX thread only.
 */
public final class Numerals {
    private static final List<String> FALLBACKS =
            List.of("Segoe UI", "Roboto", "Noto Sans", "DejaVu Sans", "Helvetica Neue", "Arial");
    private static final String FAMILY = choose();

    private Numerals() {}

    public static Font font(double size) {
        return Font.font(FAMILY, size);
    }

    private static String choose() {
        String system = Font.getDefault().getFamily();
        if (tabular(system)) {
            return system;
        }
        List<String> installed = Font.getFamilies();
        for (String family : FALLBACKS) {
            if (installed.contains(family) && tabular(family)) {
                return family;
            }
        }
        return Font.font("Monospaced", 13).getFamily();
    }

    private static boolean tabular(String family) {
        Font font = Font.font(family, 100);
        double width = width("0", font);
        for (int digit = 1; digit <= 9; digit++) {
            if (Math.abs(width(Integer.toString(digit), font) - width) > 0.01) {
                return false;
            }
        }
        return true;
    }

    /** A factor of 1, 2 or 5 times a power of ten, written in full while that is readable. */
    public static String factor(double value) {
        return String.format(Locale.ROOT, value < 1e12 ? "%,.0f" : "%.0e", value);
    }

    /** The width of a text, in pixels. */
    public static double width(String text, Font font) {
        Text node = new Text(text);
        node.setFont(font);
        return node.getLayoutBounds().getWidth();
    }

    /** A text or, with an ellipsis, as much of its beginning as fits a width in pixels. */
    public static String fit(String text, Font font, double width) {
        if (width(text, font) <= width) {
            return text;
        }
        int cut = text.length() - 1;
        while (cut > 0 && width(text.substring(0, cut).stripTrailing() + "…", font) > width) {
            cut--;
        }
        return text.substring(0, cut).stripTrailing() + "…";
    }
}
