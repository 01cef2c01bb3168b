package orrery.ui.audit;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks for a folder. The system's dialog is one implementation; tests provide their own. JavaFX thread. */
@FunctionalInterface
public interface FolderChoice {
    /** The chosen folder, or empty if none was. Blocks in the dialog. */
    Optional<Path> choose(@Nullable Window owner);
}
