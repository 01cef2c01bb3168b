package orrery.ui.orrery;

import javafx.beans.NamedArg;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The head of a group: its title, and at the right what all its figures mean. Confined to the JavaFX thread. */
public final class GroupHeading extends HBox {
    private final Label title = new Label();
    private final Label note = new Label();

    public GroupHeading(@NamedArg("title") String title, @NamedArg("note") String note) {
        getStyleClass().add("section-head");
        this.title.setText(title);
        this.title.getStyleClass().add("section-title");
        this.title.setMinWidth(Region.USE_PREF_SIZE);
        this.note.setText(note);
        this.note.getStyleClass().add("section-note");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(this.title, space, this.note);
    }

    /** Changes both texts. */
    public void set(String titleText, String noteText) {
        title.setText(titleText);
        note.setText(noteText);
    }
}
