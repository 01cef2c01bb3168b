package orrery.ui.orrery;

import javafx.beans.NamedArg;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import orrery.math.Constants;
import orrery.service.BodyFacts;
import orrery.ui.fx.NameLabel;

/**
 * A distance: from where, the distance in large figures, and below it the other unit, the light time and the speed.
 * Confined to the JavaFX thread.
 */
public final class DistanceRow extends VBox {
    private final NameLabel name = new NameLabel();
    private final Label value = new Label();
    private final Label unit = new Label();
    private final Label other = new Label();
    private final Label light = new Label();
    private final Label speed = new Label();

    public DistanceRow(@NamedArg("name") String title) {
        getStyleClass().add("distance");
        name.setText(title);
        name.getStyleClass().add("fact-name");
        value.getStyleClass().add("distance-value");
        unit.getStyleClass().add("distance-unit");
        value.setMinWidth(Region.USE_PREF_SIZE);
        unit.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox first = new HBox(name, space, value, unit);
        first.getStyleClass().add("distance-first");
        GridPane second = new GridPane();
        Label[] cells = {other, light, speed};
        for (int i = 0; i < cells.length; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHgrow(Priority.ALWAYS);
            column.setPercentWidth(i == 0 ? 38 : 31);
            column.setHalignment(i == 0 ? HPos.LEFT : i == 1 ? HPos.CENTER : HPos.RIGHT);
            second.getColumnConstraints().add(column);
            cells[i].getStyleClass().add("distance-small");
            cells[i].setMinWidth(Region.USE_PREF_SIZE);
            second.add(cells[i], i, 0);
        }
        getChildren().addAll(first, second);
    }

    /** Sets the text for where it is measured from. */
    public void name(String title) {
        name.setText(title);
    }

    /** Shows a distance. */
    public void set(BodyFacts.State state) {
        double km = state.distance();
        boolean far = km > 0.02 * Constants.AU;
        value.setText(far ? Lengths.au(km) : Lengths.km(km));
        unit.setText(far ? "au" : "km");
        other.setText(far ? Lengths.km(km) + " km" : Lengths.au(km) + " au");
        light.setText(Lengths.seconds(state.lightTime()));
        speed.setText(Lengths.speed(state.speed()) + " km/s");
        setAccessibleText(name.getText() + ": " + value.getText() + " " + unit.getText() + ", " + other.getText()
                + ", light " + light.getText() + ", " + speed.getText());
    }
}
