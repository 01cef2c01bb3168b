package orrery.ui.telemetry;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import orrery.ui.fx.NameLabel;
import orrery.ui.fx.Numerals;
import orrery.ui.fx.Views;

/**
 * Figures in rows and columns: text on the left, numbers right-aligned in their columns, in digits of equal width.
 * Labels are created once and then updated. JavaFX thread only.
 */
final class FigureTable extends VBox {
    private final GridPane grid = new GridPane();
    private final List<List<Label>> cells = new ArrayList<>();

    FigureTable(String title) {
        Label heading = new Label(title);
        heading.getStyleClass().add("plain");
        grid.setHgap(10);
        grid.setVgap(3);
        // If there are too many columns they scroll; they never overlap the neighbor.
        ScrollPane wide = new ScrollPane(grid);
        wide.getStyleClass().add("edge-to-edge");
        wide.setFitToWidth(true);
        wide.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        wide.setMinHeight(USE_PREF_SIZE);
        Views.scrollPlainly(wide);
        // If scrolling is possible, the arrow keys work too, and the scroll bar has its own space.
        BooleanBinding wider = Bindings.createBooleanBinding(
                () -> grid.getWidth() > wide.getViewportBounds().getWidth() + 1,
                grid.widthProperty(),
                wide.viewportBoundsProperty());
        wide.focusTraversableProperty().bind(wider);
        wide.hbarPolicyProperty()
                .bind(Bindings.when(wider)
                        .then(ScrollPane.ScrollBarPolicy.ALWAYS)
                        .otherwise(ScrollPane.ScrollBarPolicy.NEVER));
        setSpacing(6);
        getChildren().addAll(heading, wide);
    }

    /** Shows these rows; the first contains the column names. All rows have as many cells as the first. */
    void show(List<List<String>> rows) {
        if (rows.size() != cells.size()
                || rows.getFirst().size() != cells.getFirst().size()) {
            rebuild(rows.size(), rows.isEmpty() ? 0 : rows.getFirst().size());
        }
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                Label cell = cells.get(row).get(column);
                String text = rows.get(row).get(column);
                if (!cell.getText().equals(text)) {
                    cell.setText(text);
                }
            }
        }
    }

    private void rebuild(int rows, int columns) {
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        cells.clear();
        for (int column = 0; column < columns; column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHalignment(column == 0 ? HPos.LEFT : HPos.RIGHT);
            constraints.setHgrow(column == 0 ? Priority.ALWAYS : Priority.NEVER);
            grid.getColumnConstraints().add(constraints);
        }
        for (int row = 0; row < rows; row++) {
            List<Label> line = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                // The first column contains names, some of files; figures are never shortened.
                Label cell = column == 0 ? new NameLabel() : new Label();
                cell.setFont(Numerals.font(11));
                cell.getStyleClass().add(row == 0 || column == 0 ? "figure-name" : "figure");
                cell.setMinWidth(column == 0 ? 84 : USE_PREF_SIZE);
                cell.setTextAlignment(column == 0 ? TextAlignment.LEFT : TextAlignment.RIGHT);
                grid.add(cell, column, row);
                line.add(cell);
            }
            cells.add(line);
        }
    }
}
