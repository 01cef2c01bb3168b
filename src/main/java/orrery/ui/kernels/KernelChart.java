package orrery.ui.kernels;

import javafx.scene.paint.Color;
import orrery.ui.chart.Ink;
import orrery.ui.chart.LiveChart;
import orrery.ui.fx.Palette;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Words;

/** A chart of this tab, with the tab's texts and the colors of its kernels. JavaFX thread only. */
abstract class KernelChart extends LiveChart {
    /**
     * Colors of kernels by their number on the shelf: hues that differ in lightness too, for dark and light
     * backgrounds.
     */
    private static final String[] DARK = {"#6F8FB3", "#5FC4A1", "#E39A6B", "#B79BE0", "#D8CF73", "#E58BB0"};

    private static final String[] LIGHT = {"#34587F", "#1D8562", "#B3561F", "#7150AB", "#7C720F", "#A83B6C"};

    /** The margin on either side of an empty chart's message. */
    private static final double MARGIN = 12;

    protected final Words words;

    KernelChart(PulsePump pump, Words words, String name) {
        super(pump, name);
        this.words = words;
        takesFocus();
    }

    /** The color of a kernel by its {@linkplain Shelf#tint tint}; set-aside segments have no color of their own. */
    static Color kernel(int index, Palette palette) {
        String[] tints = palette.dark() ? DARK : LIGHT;
        return Color.web(tints[Math.floorMod(index, tints.length)]);
    }

    /** The color of a kernel in the current theme. */
    Color tint(int index) {
        return kernel(index, palette());
    }

    /** Says what will appear here while there is nothing to draw. */
    void empty(Ink ink, String sentence) {
        ink.empty(sentence, MARGIN, getWidth() - MARGIN, getHeight() / 2);
    }
}
