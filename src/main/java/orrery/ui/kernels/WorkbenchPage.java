package orrery.ui.kernels;

import javafx.scene.Node;
import orrery.ui.fx.Palette;

/** One of the pages of the Kernels tab. JavaFX thread only. */
interface WorkbenchPage {
    Node view();

    /** It has come into sight, or gone out of it. */
    default void shown(boolean shown) {}

    default void palette(Palette palette) {}

    /** The list of kernels, or what is loaded, has changed. */
    default void refresh() {}

    /** Once a pulse while in sight: the present, and the body that is chosen in the window. */
    default void now(double et, int body) {}

    /** Draws its pictures at once, for a snapshot. */
    default void drawNow() {}
}
