package orrery.ui.audit;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import orrery.stand.ReaderSpec;

/** The system's dialog. */
final class SystemReaderFileChoice implements ReaderFileChoice {
    @Override
    public Optional<Path> choose(ReaderSpec.Kind kind, @Nullable Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters()
                .add(
                        kind == ReaderSpec.Kind.JAR
                                ? new FileChooser.ExtensionFilter("*.jar", "*.jar")
                                : new FileChooser.ExtensionFilter("*.so, *.dylib, *.dll", "*.so*", "*.dylib", "*.dll"));
        File file = chooser.showOpenDialog(owner);
        return Optional.ofNullable(file).map(File::toPath);
    }
}
