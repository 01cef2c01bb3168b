package orrery.ui.audit;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks for a folder. The system's dialog is one; a test, which has no system, brings its own. JavaFX thread. */
@FunctionalInterface
public interface FolderChoice {
    /** The folder chosen, or empty if none was. Blocks in the dialog. */
    Optional<Path> choose(@Nullable Window owner);
}
