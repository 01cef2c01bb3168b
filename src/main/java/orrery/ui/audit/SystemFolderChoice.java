package orrery.ui.audit;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The system's dialog. */
public final class SystemFolderChoice implements FolderChoice {
    @Override
    public Optional<Path> choose(@Nullable Window owner) {
        File folder = new DirectoryChooser().showDialog(owner);
        return Optional.ofNullable(folder).map(File::toPath);
    }
}
