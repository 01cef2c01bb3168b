package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Lets somebody choose kernels. The system's dialog is one; a test, which has no system, brings its own. */
@FunctionalInterface
public interface FileChoice {
    /** The files chosen; none if nothing was. Blocks in the dialog; JavaFX thread. */
    List<Path> choose(@Nullable Window owner);

    /** Where to write a file that would be called so; nothing if it is not to be written. Blocks; JavaFX thread. */
    default Optional<Path> save(@Nullable Window owner, String name) {
        return Optional.empty();
    }
}
