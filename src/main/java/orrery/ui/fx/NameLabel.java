package orrery.ui.fx;

import javafx.scene.control.Label;

/**
 * A name in a limited width: a name too long for it is shortened with an ellipsis and shown completely in the tooltip.
 * It gives way to its neighbors, so that no name from a file, however long, pushes a value or a button out of sight.
 * Confined to the JavaFX thread.
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
