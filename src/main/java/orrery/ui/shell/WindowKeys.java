package orrery.ui.shell;

import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import orrery.ui.fx.Action;

/**
 * Which part of the window receives a key: the focused control, the open sheet, the table of actions.
 *
 * <p>Confined to the JavaFX thread.
 */
final class WindowKeys {
    private final Scene scene;
    private final OrreryWindow window;
    private final Actions actions;
    private final WindowTours tours;
    private final WindowGuide guide;
    private final CommandPalette palette;
    private final KeySheet keys;
    private final BooleanSupplier covered;
    private boolean acted;

    /** @param covered whether an open sheet receives every key */
    WindowKeys(
            OrreryWindow window,
            Actions actions,
            WindowGuide guide,
            CommandPalette palette,
            KeySheet keys,
            BooleanSupplier covered) {
        this.scene = window.scene();
        this.window = window;
        this.actions = actions;
        this.tours = window.tours();
        this.guide = guide;
        this.palette = palette;
        this.keys = keys;
        this.covered = covered;
    }

    void listen() {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!FocusKeys.seesAll(scene.getFocusOwner())) {
                keyed(event);
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::keyed);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::escaped);
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    }

    private void keyed(KeyEvent event) {
        acted = false;
        if (palette.isVisible() || covered.getAsBoolean()) {
            return;
        }
        if (keys.isVisible()) {
            if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.F1) {
                keys.close();
                event.consume();
            }
            return;
        }
        if (guide.keyed(event)) {
            event.consume();
            acted = true;
            return;
        }
        Node focus = scene.getFocusOwner();
        if (FocusKeys.opens(focus, event)) {
            event.consume();
            return;
        }
        if (FocusKeys.has(focus, event)) {
            return;
        }
        if (tours.keyed(event)) {
            event.consume();
            acted = true;
            return;
        }
        Action action = actions.of(event);
        if (action != null) {
            action.run().run();
            event.consume();
            acted = true;
        }
    }

    /**
     * An Esc not used by the focused control: a field releases the focus, then whatever is open closes, then the sky
     * receives it.
     */
    private void escaped(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE) {
            return;
        }
        if (FocusKeys.typing(scene.getFocusOwner())) {
            window.sky().requestFocus();
        } else if (window.time().chart().isVisible()) {
            window.time().coverage();
        } else if (window.side().isWhole()) {
            window.side().whole(false);
        } else if (!window.sky().isFocused()) {
            window.sky().requestFocus();
        } else {
            return;
        }
        event.consume();
    }

    /** A key that moved the focus into a field is not typed into it. */
    private void typed(KeyEvent event) {
        if (acted) {
            event.consume();
        } else if (event.getCharacter().equals("?")
                && !FocusKeys.typing(scene.getFocusOwner())
                && !palette.isVisible()) {
            // The position of the question mark differs between keyboards.
            keys.toggle();
            event.consume();
        }
    }
}
