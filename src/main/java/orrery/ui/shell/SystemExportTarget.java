package orrery.ui.shell;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.image.WritableImage;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import orrery.files.PartFile;
import orrery.ui.fx.Png;
import orrery.ui.telemetry.ExportTarget;

/** Exports through the system's dialog. */
final class SystemExportTarget implements ExportTarget {
    @Override
    public Optional<Path> choose(@Nullable Window owner, String suggestedName) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(suggestedName);
        File file = chooser.showSaveDialog(owner);
        return Optional.ofNullable(file).map(File::toPath);
    }

    @Override
    public void picture(Path file, WritableImage image) throws IOException {
        byte[] bytes = Png.of(image);
        PartFile.write(file, to -> to.write(bytes));
    }
}
