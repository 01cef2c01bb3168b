package orrery.ui.fx;

import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a table with a text made of its item; one that is too long for its column is cut with an ellipsis, and then its
 * tooltip says all of it. Confined to the JavaFX thread.
 *
 * @param <S> the row
 * @param <T> the item
 */
public final class NameCell<S, T> extends TableCell<S, T> {
    private final Function<T, String> text;

    /**
     * @param text what an item says
     * @param side where it stands
     */
    public NameCell(Function<T, String> text, Pos side) {
        this.text = text;
        setAlignment(side);
        WholeName.tellOf(this);
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty || item == null ? null : text.apply(item));
    }
}
