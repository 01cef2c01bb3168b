package orrery.ui.fx;

import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the program can be asked to do. All actions stand in one table; keys, buttons and the command palette are
 * three doors to it.
 *
 * @param id stable name, such as {@code time.play}
 * @param title what it does, as a verb, in the reader's language
 * @param key the shortcut, or null
 * @param run what to do, on the JavaFX thread
 */
public record Action(String id, String title, @Nullable KeyCombination key, Runnable run) {
    /** The shortcut as it is written on the keyboard, or an empty text. */
    public String shortcut() {
        KeyCombination combination = key;
        return combination == null ? "" : combination.getDisplayText();
    }
}
