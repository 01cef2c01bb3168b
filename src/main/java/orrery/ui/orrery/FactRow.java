package orrery.ui.orrery;

import javafx.beans.NamedArg;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import orrery.ui.fx.NameLabel;

/** A name on the left, a number on the right, and its unit after it. Confined to the JavaFX thread. */
public final class FactRow extends HBox {
    private final Label value = new Label();
    private final Label unit = new Label();
    private final NameLabel title = new NameLabel();
    private String name;

    public FactRow(@NamedArg("name") String name) {
        this.name = name;
        getStyleClass().add("fact");
        title.setText(name);
        title.getStyleClass().add("fact-name");
        value.getStyleClass().add("fact-value");
        value.setMinWidth(Region.USE_PREF_SIZE);
        unit.getStyleClass().add("fact-unit");
        unit.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(title, space, value, unit);
        title.setLabelFor(this);
    }

    /** Changes the name of the row. */
    public void name(String text) {
        name = text;
        title.setText(text);
    }

    /** Shows a number with its unit. */
    public void set(String number, String unitText) {
        if (!number.equals(value.getText()) || !unitText.equals(unit.getText())) {
            value.setText(number);
            unit.setText(unitText);
            unit.setVisible(!unitText.isEmpty());
            unit.setManaged(!unitText.isEmpty());
            setAccessibleText(name + ": " + (unitText.isEmpty() ? number : number + " " + unitText));
        }
    }

    public void set(String text) {
        set(text, "");
    }
}
