package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import orrery.ui.fx.Palette;

/** What has to be said for a file to be made, and the making of it. JavaFX thread only; the making is done at the desk. */
interface MakeForm {
    /**
     * A file that is made.
     *
     * @param file where it is
     * @param said what became of it, in sentences
     * @param kernel whether it can be loaded
     */
    record Made(Path file, String said, boolean kernel) {}

    Node view();

    /** What it is for, a sentence or two. */
    String help();

    /** A name for the file, from what is chosen. */
    String suggested();

    /**
     * Begins.
     *
     * @param target file to write
     * @param task tells how far it is, and calls it off
     * @throws IllegalArgumentException if something is not said, or not so that it can be understood: a sentence
     */
    CompletableFuture<Made> begin(Path target, BackgroundTask task);

    /** The list of kernels, or what is loaded, has changed. */
    default void refresh() {}

    /** It has come into sight, or gone out of it. */
    default void shown(boolean shown) {}

    default void palette(Palette palette) {}

    /** Once a pulse while in sight. */
    default void now(double et) {}

    /** Draws its pictures at once, for a snapshot. */
    default void drawNow() {}

    /** Lets go of what it holds. */
    default void close() {}
}
