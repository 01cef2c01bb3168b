package orrery.ui.fx;

import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;

/** The tooltip of a shortened text: the complete text, while it is shortened. Stateless. */
final class WholeName {
    private static final double WIDEST = 420;

    private WholeName() {}

    /** Shortens a text that is too long with an ellipsis, and then shows all of it in the tooltip. */
    static void tellOf(Labeled cut) {
        cut.setTextOverrun(OverrunStyle.ELLIPSIS);
        cut.setEllipsisString("\u2026");
        cut.textTruncatedProperty().addListener((o, was, is) -> cut.setTooltip(is ? whole(cut) : null));
    }

    /** A tooltip is a window of its own, some ten kilobytes: most texts fit and never have one. */
    private static Tooltip whole(Labeled cut) {
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(cut.textProperty());
        whole.setWrapText(true);
        whole.setMaxWidth(WIDEST);
        return whole;
    }
}
