package orrery.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import orrery.ui.fx.Numerals;

/**
 * The size of a picture: two fields, and buttons for common sizes.
 *
 * <p>Confined to the JavaFX thread.
 */
final class SizeFields extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double GAP = 14;

    private final TextField width = new TextField();
    private final TextField height = new TextField();
    private final int least;
    private final int most;

    /** Pixels. */
    record Size(int width, int height) {
        @Override
        public String toString() {
            return width + " \u00d7 " + height;
        }
    }

    /**
     * @param id prefix of the fields' ids
     * @param least the shortest side
     * @param most the longest side
     * @param sizes the buttons; the second is selected initially
     * @param confirmed Enter in a field
     */
    SizeFields(String id, int least, int most, List<Size> sizes, Runnable confirmed) {
        super(GAP);
        this.least = least;
        this.most = most;
        width.setId(id + "-width");
        height.setId(id + "-height");
        for (TextField field : List.of(width, height)) {
            field.setPrefColumnCount(5);
            field.setFont(Numerals.font(13));
            field.setOnAction(e -> confirmed.run());
        }
        width.setAccessibleText(Fxml.WORDS.get("picture.width"));
        height.setAccessibleText(Fxml.WORDS.get("picture.height"));
        Label pixels = new Label(Fxml.WORDS.get("picture.pixels"));
        pixels.getStyleClass().add("small");
        HBox fields = new HBox(8, width, new Label("\u00d7"), height, pixels);
        fields.setAlignment(Pos.CENTER_LEFT);
        FlowPane buttons = new FlowPane(6, 6);
        for (Size size : sizes) {
            Button button = new Button(size.toString());
            button.getStyleClass().setAll("button", "outlined");
            button.setOnAction(e -> show(size));
            buttons.getChildren().add(button);
        }
        show(sizes.get(1));
        getChildren().addAll(fields, buttons);
    }

    private void show(Size size) {
        width.setText(Integer.toString(size.width));
        height.setText(Integer.toString(size.height));
    }

    /** The first field to fill in. */
    TextField first() {
        return width;
    }

    /** The size in the fields; empty, with the invalid field marked, if it is not valid. */
    Optional<Size> size() {
        int w = side(width);
        int h = side(height);
        return w == 0 || h == 0 ? Optional.empty() : Optional.of(new Size(w, h));
    }

    private int side(TextField field) {
        int pixels;
        try {
            pixels = Integer.parseInt(field.getText().strip());
        } catch (NumberFormatException e) {
            pixels = 0;
        }
        boolean sound = pixels >= least && pixels <= most;
        field.pseudoClassStateChanged(WRONG, !sound);
        return sound ? pixels : 0;
    }
}
