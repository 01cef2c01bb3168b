package orrery.ui.shell;

import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import orrery.ui.chart.LiveChart;

/**
 * Which keys belong to the focused control, and which to the table of actions. A field receives what can be typed into
 * it, a list its arrows, an open menu everything; a button receives Space only if the keyboard moved the focus to it,
 * so that after a click Space still plays.
 *
 * <p>Confined to the JavaFX thread.
 */
final class FocusKeys {
    private static final Set<KeyCode> EDITING = Set.of(KeyCode.C, KeyCode.V, KeyCode.X, KeyCode.A, KeyCode.Z);
    private static final Set<KeyCode> ARROWS = Set.of(KeyCode.UP, KeyCode.DOWN, KeyCode.LEFT, KeyCode.RIGHT);
    private static final Set<KeyCode> WAYS = Set.of(
            KeyCode.UP,
            KeyCode.DOWN,
            KeyCode.LEFT,
            KeyCode.RIGHT,
            KeyCode.HOME,
            KeyCode.END,
            KeyCode.PAGE_UP,
            KeyCode.PAGE_DOWN);

    private FocusKeys() {}

    /** Whether the focused control has exclusive use of a key, so that no action runs. */
    static boolean has(@Nullable Node focus, KeyEvent event) {
        KeyCode key = event.getCode();
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        if (key.isFunctionKey()) {
            // F1 opens the help for users who are typing, too.
            return false;
        }
        return switch (focus) {
            // A field copies and pastes its own text.
            case TextInputControl field
            when field.isEditable() -> !event.isShortcutDown() || EDITING.contains(key) || WAYS.contains(key);
            case ComboBoxBase<?> choice ->
                choice.isShowing() || (plain && (ARROWS.contains(key) || pressed(choice, key)));
            case ChoiceBox<?> choice -> choice.isShowing() || (plain && (ARROWS.contains(key) || pressed(choice, key)));
            case MenuButton menu ->
                menu.isShowing() || pressed(menu, key) || (menu.isFocusVisible() && ARROWS.contains(key));
            case ButtonBase button ->
                pressed(button, key)
                        || (button instanceof Toggle one
                                && one.getToggleGroup() != null
                                && button.isFocusVisible()
                                && plain
                                && ARROWS.contains(key));
            case ListView<?> list -> plain && WAYS.contains(key);
            case TableView<?> table -> plain && WAYS.contains(key);
            case TreeView<?> tree -> plain && WAYS.contains(key);
            case TreeTableView<?> tree -> plain && WAYS.contains(key);
            case Slider slider -> plain && WAYS.contains(key);
            case null, default -> false;
        };
    }

    private static boolean pressed(Node control, KeyCode key) {
        return key == KeyCode.SPACE && control.isFocusVisible();
    }

    /** Makes a box that the toolkit opens only on F4 or Alt with an arrow open on Space, Enter and the arrows too. */
    static boolean opens(@Nullable Node focus, KeyEvent event) {
        boolean asked = event.getCode() == KeyCode.SPACE
                || event.getCode() == KeyCode.ENTER
                || event.getCode() == KeyCode.DOWN
                || event.getCode() == KeyCode.UP;
        if (asked
                && focus instanceof ComboBoxBase<?> choice
                && !choice.isEditable()
                && !choice.isShowing()
                && !event.isShortcutDown()
                && !event.isAltDown()) {
            choice.show();
            return true;
        }
        return false;
    }

    /** Whether text can be typed into the focused control. */
    static boolean typing(@Nullable Node focus) {
        return focus instanceof TextInputControl field && field.isEditable();
    }

    /** Whether the focused control sees every key first; what it does not use comes back as the event bubbles up. */
    static boolean seesAll(@Nullable Node focus) {
        return focus != null && focus.hasProperties() && focus.getProperties().containsKey(LiveChart.OWN_KEYS);
    }
}
