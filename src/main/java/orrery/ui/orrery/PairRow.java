package orrery.ui.orrery;

import javafx.beans.NamedArg;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import orrery.ui.fx.NameLabel;

/** A name and two columns of figures. Confined to the JavaFX thread. */
public final class PairRow extends HBox {
    private static final double COLUMN = 130;

    private final Label first = new Label();
    private final Label second = new Label();
    private final String name;

    public PairRow(@NamedArg("name") String name) {
        this.name = name;
        getStyleClass().add("pair");
        NameLabel title = new NameLabel(name);
        title.getStyleClass().add("fact-name");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        for (Label cell : new Label[] {first, second}) {
            cell.getStyleClass().add("fact-value");
            cell.setMinWidth(COLUMN);
            cell.setMaxWidth(COLUMN);
            cell.setAlignment(Pos.BASELINE_RIGHT);
        }
        getChildren().addAll(title, space, first, second);
    }

    /** Shows two figures. */
    public void set(String left, String right) {
        if (!left.equals(first.getText()) || !right.equals(second.getText())) {
            first.setText(left);
            second.setText(right);
            setAccessibleText(name + ": " + left + ", " + right);
        }
    }
}
