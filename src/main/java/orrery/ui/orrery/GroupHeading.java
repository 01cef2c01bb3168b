package orrery.ui.orrery;

import javafx.beans.NamedArg;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import orrery.ui.fx.NameLabel;

/** The heading of a group: its title, and on the right what all its figures refer to. Confined to the JavaFX thread. */
public final class GroupHeading extends HBox {
    private static final double LEAST = 110;

    private final NameLabel title = new NameLabel();
    private final NameLabel note = new NameLabel();

    public GroupHeading(@NamedArg("title") String title, @NamedArg("note") String note) {
        getStyleClass().add("section-head");
        this.title.setText(title);
        this.title.getStyleClass().add("section-title");
        this.note.setText(note);
        this.note.getStyleClass().add("section-note");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        // Both may contain a body's name; neither is ever cut completely.
        this.title.setMinWidth(LEAST);
        this.note.setMinWidth(LEAST);
        getChildren().addAll(this.title, space, this.note);
    }

    /** Changes both texts. */
    public void set(String titleText, String noteText) {
        title.setText(titleText);
        note.setText(noteText);
    }
}
