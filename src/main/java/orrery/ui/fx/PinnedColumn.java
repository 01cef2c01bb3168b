package orrery.ui.fx;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;

/**
 * Keeps a table's first column in sight while the table is scrolled sideways: its cells and its header move along,
 * above the others. The table must not have cells of a fixed size, because then those out of sight are taken away.
 *
 * <p>Confined to the JavaFX thread.
 */
public final class PinnedColumn {
    private static final String STYLE = "pinned";

    private final DoubleProperty scrolled = new SimpleDoubleProperty();

    /** @param table whose first column it will be; the cells are handed in by {@link #cell} */
    public PinnedColumn(TableView<?> table) {
        // The skin makes bar and headers, and headers anew with other columns.
        table.needsLayoutProperty().subscribe(_ -> find(table));
    }

    /** Pins a cell of the column. */
    public <S, T> TableCell<S, T> cell(TableCell<S, T> cell) {
        pin(cell);
        return cell;
    }

    private void find(TableView<?> table) {
        if (table.getColumns().isEmpty()) {
            return;
        }
        if (!scrolled.isBound()) {
            for (Node node : table.lookupAll(".scroll-bar")) {
                if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.HORIZONTAL) {
                    scrolled.bind(bar.valueProperty());
                }
            }
        }
        TableColumn<?, ?> first = table.getColumns().getFirst();
        for (Node node : table.lookupAll(".column-header")) {
            if (node instanceof TableColumnHeader header
                    && first.equals(header.getTableColumn())
                    && !header.translateXProperty().isBound()) {
                pin(header);
            }
        }
    }

    private void pin(Node node) {
        node.translateXProperty().bind(scrolled);
        node.setViewOrder(-1);
        node.getStyleClass().add(STYLE);
    }
}
