package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Lets the user choose kernels. The system's dialog is one implementation; tests provide their own. */
@FunctionalInterface
public interface FileChoice {
    /** The chosen files; empty if none. Blocks in the dialog; JavaFX thread. */
    List<Path> choose(@Nullable Window owner);

    /** Where to write a file, given its default name; empty if it is not to be written. Blocks; JavaFX thread. */
    default Optional<Path> save(@Nullable Window owner, String name) {
        return Optional.empty();
    }
}
