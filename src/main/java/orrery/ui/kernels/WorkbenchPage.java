package orrery.ui.kernels;

import javafx.scene.Node;
import orrery.ui.fx.Palette;

/** One of the pages of the Kernels tab. JavaFX thread only. */
interface WorkbenchPage {
    Node view();

    /** It has become visible or hidden. */
    default void shown(boolean shown) {}

    default void palette(Palette palette) {}

    /** The list of kernels, or what is loaded, has changed. */
    default void refresh() {}

    /** Called once a pulse while visible: the current time, and the body selected in the window. */
    default void now(double et, int body) {}

    /** Draws its pictures immediately, for a snapshot. */
    default void drawNow() {}
}
