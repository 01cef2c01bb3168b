package orrery.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import orrery.ui.tour.TourFile;
import orrery.ui.tour.TourFileChoice;

/** The system's own dialog for tours. */
final class SystemTourFileChoice implements TourFileChoice {
    @Override
    public Optional<Path> open(@Nullable Window owner) {
        File file = chooser().showOpenDialog(owner);
        return Optional.ofNullable(file).map(File::toPath);
    }

    @Override
    public Optional<Path> save(@Nullable Window owner, String name) {
        FileChooser chooser = chooser();
        chooser.setInitialFileName(name);
        File file = chooser.showSaveDialog(owner);
        return Optional.ofNullable(file).map(File::toPath);
    }

    private static FileChooser chooser() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(Fxml.WORDS.get("tour.files"), "*" + TourFile.SUFFIX),
                        new FileChooser.ExtensionFilter(Fxml.WORDS.get("tour.files.all"), "*.*"));
        return chooser;
    }
}
