package orrery.ui.telemetry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.image.WritableImage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The target of an export. The system's dialog is one implementation; tests provide their own. JavaFX thread. */
public interface ExportTarget {
    /** The chosen file, or empty if none was. Blocks in the dialog. */
    Optional<Path> choose(@Nullable Window owner, String suggestedName);

    /** Writes a picture as PNG. */
    void picture(Path file, WritableImage image) throws IOException;
}
