package orrery.ui.shell;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.image.Image;

/** The program's icon in the sizes that window managers need. For the JavaFX thread, which it does not block. */
final class ProgramIcon {
    private ProgramIcon() {}

    static List<Image> images() {
        return Stream.of(16, 32, 48, 128)
                .map(size -> Objects.requireNonNull(
                        ProgramIcon.class.getResource("/orrery/assets/icons/orrery-" + size + ".png")))
                .map(file -> new Image(file.toExternalForm(), true))
                .toList();
    }
}
