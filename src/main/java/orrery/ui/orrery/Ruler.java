package orrery.ui.orrery;

import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The second body, from which distances are measured: the other end of the ruler, and the third line of the Body tab's
 * distances.
 *
 * <p>Confined to the JavaFX thread.
 */
public final class Ruler {
    private final SkyModel model;
    private final ObjectProperty<OptionalInt> from = new SimpleObjectProperty<>(this, "from", OptionalInt.empty());

    public Ruler(SkyModel model) {
        this.model = model;
        from.addListener((o, was, is) -> model.service().measureFrom(is));
    }

    /** NAIF id of the body measured from; empty while the ruler is off. */
    public ObjectProperty<OptionalInt> from() {
        return from;
    }

    /** Starts the ruler at the selected body, or turns it off. */
    public void toggle() {
        from.set(
                from.get().isPresent()
                        ? OptionalInt.empty()
                        : OptionalInt.of(model.selected().get()));
    }
}
