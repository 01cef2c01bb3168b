package orrery.ui.orrery;

import javafx.scene.Node;
import orrery.math.Constants;
import orrery.ui.fx.Words;

/** What the groups of the Body tab have in common. JavaFX thread only. */
final class FactGroups {
    static final String DEGREE = "\u00b0";
    static final String NOTHING = "\u2013";

    private FactGroups() {}

    /** Shows a node, or hides it without leaving room. */
    static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /** A body's name within a sentence: some have an article. */
    static String called(int body, Words words) {
        String key = "called." + body;
        return words.bundle().containsKey(key) ? words.get(key) : BodyLook.name(body);
    }

    /** A length in km, or in au if it is large. */
    static void length(FactRow row, double km) {
        boolean far = Math.abs(km) > 0.02 * Constants.AU;
        row.set(far ? Lengths.au(km) : Lengths.km(km), far ? "au" : "km");
    }
}
