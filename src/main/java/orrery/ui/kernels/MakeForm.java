package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import orrery.ui.fx.Palette;

/** The settings needed to make a file, and making it. JavaFX thread only; making runs in the background. */
interface MakeForm {
    /**
     * A file that was made.
     *
     * @param file its path
     * @param outcome the outcome, in sentences
     * @param kernel whether it can be loaded
     */
    record MadeFile(Path file, String outcome, boolean kernel) {}

    Node view();

    /** Its purpose, in one or two sentences. */
    String help();

    /** A default name for the file, based on the settings. */
    String suggested();

    /**
     * Starts making the file.
     *
     * @param target file to write
     * @param task reports progress, and can be cancelled
     * @throws IllegalArgumentException if a setting is missing or cannot be understood, with a sentence as its message
     */
    CompletableFuture<MadeFile> begin(Path target, BackgroundTask task);

    /** Called when the list of kernels, or what is loaded, has changed. */
    default void refresh() {}

    /** Called when it has become visible or hidden. */
    default void shown(boolean shown) {}

    default void palette(Palette palette) {}

    /** Called once a pulse while visible. */
    default void now(double et) {}

    /** Draws its pictures immediately, for a snapshot. */
    default void drawNow() {}

    /** Releases its resources. */
    default void close() {}
}
