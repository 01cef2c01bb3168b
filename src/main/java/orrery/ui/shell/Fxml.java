package orrery.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import orrery.ui.fx.Words;

/** Loads the views of this room. */
final class Fxml {
    static final Words WORDS = Words.of(Fxml.class);

    private Fxml() {}

    static Parent load(String name, Object controller) {
        FXMLLoader loader = new FXMLLoader(Objects.requireNonNull(Fxml.class.getResource(name), name), WORDS.bundle());
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
