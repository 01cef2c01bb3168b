package orrery.ui.fx;

import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * One action of the program. All actions are in one table, which keys, buttons and the command palette share.
 *
 * @param id stable name, such as {@code time.play}
 * @param title what it does, as a verb, in the user's language
 * @param key the shortcut, or null
 * @param run the action, run on the JavaFX thread
 */
public record Action(String id, String title, @Nullable KeyCombination key, Runnable run) {
    /** The shortcut as printed on the keyboard, or an empty text. */
    public String shortcut() {
        KeyCombination combination = key;
        return combination == null ? "" : combination.getDisplayText();
    }
}
