package orrery.ui.orrery;

import javafx.scene.text.Text;

/**
 * A name as it stands in a picture.
 *
 * @param words what it says
 * @param letter whether it is a letter instead of the name
 * @param chosen whether its body is selected
 * @param x the left end of its baseline
 * @param y the height of its baseline
 * @param opacity 0 to 1
 */
public record ShownName(String words, boolean letter, boolean chosen, double x, double y, double opacity) {
    /** A text that shows it. */
    Text text() {
        SkyName.Tag tag = new SkyName.Tag(letter);
        tag.says(words);
        tag.choose(chosen);
        tag.text.setX(x);
        tag.text.setY(y);
        tag.text.setOpacity(opacity);
        tag.text.setVisible(true);
        return tag.text;
    }

    static ShownName of(SkyName.Tag tag, boolean letter) {
        Text text = tag.text;
        return new ShownName(text.getText(), letter, tag.isChosen(), text.getX(), text.getY(), text.getOpacity());
    }
}
