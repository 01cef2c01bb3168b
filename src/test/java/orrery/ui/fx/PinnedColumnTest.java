package orrery.ui.fx;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import orrery.testing.Screen;

/** The first column stays in sight, header and cells, when the table is scrolled sideways. */
@ExtendWith(ApplicationExtension.class)
class PinnedColumnTest {
    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private TableView<String> table;

    @Start
    void start(Stage stage) {
        table = new TableView<>();
        PinnedColumn pinned = new PinnedColumn(table);
        for (int i = 0; i < 12; i++) {
            TableColumn<String, String> column = new TableColumn<>("column " + i);
            column.setPrefWidth(100);
            column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(cell.getValue()));
            boolean first = i == 0;
            column.setCellFactory(_ -> {
                NameCell<String, String> cell = new NameCell<>(text -> text, Pos.CENTER_LEFT);
                return first ? pinned.cell(cell) : cell;
            });
            table.getColumns().add(column);
        }
        table.getItems().setAll("Mercury", "Venus");
        stage.setScene(new Scene(table, 400, 200));
        stage.show();
    }

    private static boolean isAtTheLeft(Node node) {
        double x = node.localToScene(node.getLayoutBounds()).getMinX();
        return x >= 0 && x < 10;
    }

    private long pinned() {
        return table.lookupAll(".pinned").stream()
                .filter(PinnedColumnTest::isAtTheLeft)
                .count();
    }

    @Test
    void itMovesAlong() {
        Screen.so("header and both cells", () -> pinned() >= 3);
        Screen.run(() -> table.lookupAll(".scroll-bar").stream()
                .filter(node -> node instanceof ScrollBar bar && bar.getOrientation() == Orientation.HORIZONTAL)
                .forEach(node -> ((ScrollBar) node).setValue(((ScrollBar) node).getMax())));
        Screen.so("they are where they were", () -> pinned() >= 3);
        Screen.so("scrolled", () -> table.lookupAll(".pinned").stream().allMatch(node -> node.getTranslateX() > 500));
    }
}
