package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.List;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Lets somebody choose kernels. The system's dialog is one; a test, which has no system, brings its own. */
@FunctionalInterface
public interface FileChoice {
    /** The files chosen; none if nothing was. Blocks in the dialog; JavaFX thread. */
    List<Path> choose(@Nullable Window owner);
}
