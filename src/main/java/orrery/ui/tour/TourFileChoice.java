package orrery.ui.tour;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Lets somebody choose tour files. The system's dialog is one; a test brings its own. Blocks; JavaFX thread. */
public interface TourFileChoice {
    /** The file to open, or nothing. */
    Optional<Path> open(@Nullable Window owner);

    /** Where to save a tour that would be called so, or nothing. */
    Optional<Path> save(@Nullable Window owner, String name);
}
