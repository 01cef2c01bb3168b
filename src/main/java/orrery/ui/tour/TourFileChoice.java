package orrery.ui.tour;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Lets the user choose tour files. The system's dialog is one implementation; tests provide their own. Blocks; JavaFX
 * thread.
 */
public interface TourFileChoice {
    /** The file to open, or empty. */
    Optional<Path> open(@Nullable Window owner);

    /** Where to save a tour with this default name, or empty. */
    Optional<Path> save(@Nullable Window owner, String name);
}
