package orrery.ui.fx;

import javafx.scene.paint.Color;

/**
 * The colors of one theme, for everything that is drawn rather than styled. The same values are tokens in
 * {@code orrery.css}; a test keeps the two equal.
 *
 * @param space the canvas
 * @param surface panels, slightly translucent
 * @param line hairlines and grids
 * @param text primary text
 * @param muted units, labels, secondary text
 * @param sun the one accent: primary action, current time
 * @param proven proven claims
 * @param refuted refuted claims
 * @param running work in progress
 * @param none void, or not available here
 */
public record Palette(
        Color space,
        Color surface,
        Color line,
        Color text,
        Color muted,
        Color sun,
        Color proven,
        Color refuted,
        Color running,
        Color none,
        boolean dark) {
    public static final Palette DARK = new Palette(
            Color.web("#070A0F"),
            Color.web("#0F141B", 0.92),
            Color.web("#222B36"),
            Color.web("#E6EDF3"),
            Color.web("#8A97A8"),
            Color.web("#F5B942"),
            Color.web("#3FB68B"),
            Color.web("#F0616D"),
            Color.web("#5AA9E6"),
            Color.web("#8A97A8"),
            true);
    public static final Palette LIGHT = new Palette(
            Color.web("#F7F5F0"),
            Color.web("#FFFFFF", 0.94),
            Color.web("#D9D6CE"),
            Color.web("#1B1F24"),
            Color.web("#667080"),
            Color.web("#B7791F"),
            Color.web("#1F7A5A"),
            Color.web("#B42332"),
            Color.web("#2264A3"),
            Color.web("#8A8F98"),
            false);

    /** A color as opaque 0xFFRRGGBB, for rasters. */
    public static int argb(Color color) {
        int r = (int) Math.round(color.getRed() * 255);
        int g = (int) Math.round(color.getGreen() * 255);
        int b = (int) Math.round(color.getBlue() * 255);
        return 0xFF000000 | (r << 16) | (g << 8) | b;
    }
}
