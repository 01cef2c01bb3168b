package orrery.ui.fx;

import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/**
 * A table cell with a text made from its item; a text too long for its column is shortened with an ellipsis and shown
 * completely in the tooltip. Confined to the JavaFX thread.
 *
 * @param <S> the row
 * @param <T> the item
 */
public final class NameCell<S, T> extends TableCell<S, T> {
    private final Function<T, String> text;

    /**
     * @param text the text of an item
     * @param side the alignment
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
