package orrery.ui.fx;

import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Typing letters at a choice selects the first line that begins with them, else the first that contains them; after a
 * pause, typing starts over. JavaFX thread only.
 *
 * @param <T> the type of the items
 */
public final class TypeAhead<T> {
    private final ComboBox<T> choice;
    private final Throttle pause = Throttle.millis(1_000);
    private String typed = "";

    private TypeAhead(ComboBox<T> choice) {
        this.choice = choice;
    }

    /** Makes a choice follow typing. */
    public static <T> void on(ComboBox<T> choice) {
        TypeAhead<T> ahead = new TypeAhead<>(choice);
        choice.addEventFilter(KeyEvent.KEY_TYPED, ahead::typed);
        choice.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.BACK_SPACE) {
                ahead.typed = "";
            }
        });
        choice.setOnHidden(event -> ahead.typed = "");
    }

    private void typed(KeyEvent event) {
        String letter = event.getCharacter();
        if (letter.isEmpty()
                || letter.isBlank()
                || Character.isISOControl(letter.charAt(0))
                || event.isShortcutDown()) {
            return;
        }
        if (pause.passes(System.nanoTime())) {
            typed = "";
        }
        typed += letter.toUpperCase(Locale.ROOT);
        int at = find();
        if (at >= 0) {
            choice.getSelectionModel().select(at);
            if (choice.getSkin() instanceof ComboBoxListViewSkin<?> skin
                    && skin.getPopupContent() instanceof ListView<?> list) {
                list.scrollTo(at);
            }
        }
        event.consume();
    }

    private int find() {
        int holding = -1;
        for (int i = 0; i < choice.getItems().size(); i++) {
            String name =
                    choice.getConverter().toString(choice.getItems().get(i)).toUpperCase(Locale.ROOT);
            if (name.startsWith(typed)) {
                return i;
            }
            if (holding < 0 && name.contains(typed)) {
                holding = i;
            }
        }
        return holding;
    }
}
