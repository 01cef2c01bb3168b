package orrery.ui.kernels;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import orrery.ui.fx.Words;

/** The system's own dialog; it opens in the folder of the last choice. */
public final class SystemFileChoice implements FileChoice {
    private final Words words = Words.of(SystemFileChoice.class);
    private @Nullable File folder;

    @Override
    public List<Path> choose(@Nullable Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.get("kernels.choose"));
        File last = folder;
        if (last != null && last.isDirectory()) {
            chooser.setInitialDirectory(last);
        }
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                words.get("kernels.choose.spk"), "*.bsp", "*.spk", "*.tm", "*.BSP", "*.SPK", "*.TM"),
                        new FileChooser.ExtensionFilter(words.get("kernels.choose.all"), "*.*"));
        List<File> files = chooser.showOpenMultipleDialog(owner);
        if (files == null || files.isEmpty()) {
            return List.of();
        }
        folder = files.getFirst().getParentFile();
        return files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> save(@Nullable Window owner, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.get("kernels.save"));
        chooser.setInitialFileName(name);
        File last = folder;
        if (last != null && last.isDirectory()) {
            chooser.setInitialDirectory(last);
        }
        File file = chooser.showSaveDialog(owner);
        if (file == null) {
            return Optional.empty();
        }
        folder = file.getParentFile();
        return Optional.of(file.toPath());
    }
}
