package orrery.ui.audit;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import orrery.stand.ReaderSpec;

/**
 * Asks for the file of an external reader. The system's dialog is one implementation; tests provide their own. JavaFX
 * thread.
 */
@FunctionalInterface
interface ReaderFileChoice {
    /** The jar or library chosen, or empty if none was. Blocks in the dialog. */
    Optional<Path> choose(ReaderSpec.Kind kind, @Nullable Window owner);
}
