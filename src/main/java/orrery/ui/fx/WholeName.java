package orrery.ui.fx;

import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;

/** The tooltip of a text that is cut: all of it, for as long as it is cut. Stateless. */
final class WholeName {
    private static final double WIDEST = 420;

    private WholeName() {}

    /** Cuts a text that is too long with an ellipsis, and says all of it beside it then. */
    static void tellOf(Labeled cut) {
        cut.setTextOverrun(OverrunStyle.ELLIPSIS);
        cut.setEllipsisString("\u2026");
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(cut.textProperty());
        whole.setWrapText(true);
        whole.setMaxWidth(WIDEST);
        cut.textTruncatedProperty().addListener((o, was, is) -> cut.setTooltip(is ? whole : null));
    }
}
