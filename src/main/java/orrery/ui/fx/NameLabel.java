package orrery.ui.fx;

import javafx.scene.control.Label;

/**
 * A name in a place of a given width: one that is too long for it is cut with an ellipsis, and then its tooltip says all of
 * it. It gives way to whatever stands beside it, so that no name, however long a file makes it, pushes a value or a button
 * out of sight. Confined to the JavaFX thread.
 */
public final class NameLabel extends Label {
    public NameLabel() {
        this("");
    }

    public NameLabel(String name) {
        super(name);
        setMinWidth(0);
        WholeName.tellOf(this);
    }
}
