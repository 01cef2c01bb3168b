package orrery.ui.audit;

import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import orrery.audit.AuditProgress;
import orrery.audit.Verdict;

/** The appearance of a claim's state: a mark and a word as well as the color, never the color alone. */
enum VerdictLook {
    WAITING("\u25cb", "waiting"),
    RUNNING("\u25cf", "running"),
    PROVEN("\u2713", "proven"),
    REFUTED("\u2717", "refuted"),
    VOID("\u25cb", "void"),
    NOT_AVAILABLE("\u25cb", "none");

    private static final Map<VerdictLook, PseudoClass> STATES = new EnumMap<>(VerdictLook.class);

    static {
        for (VerdictLook look : values()) {
            STATES.put(look, PseudoClass.getPseudoClass(look.style));
        }
    }

    private final String mark;
    private final String style;

    VerdictLook(String mark, String style) {
        this.mark = mark;
        this.style = style;
    }

    static VerdictLook of(AuditProgress.ClaimState claim) {
        return switch (claim.state()) {
            case WAITING -> WAITING;
            case RUNNING -> RUNNING;
            case DONE -> claim.finding().map(f -> of(f.verdict())).orElse(VOID);
        };
    }

    static VerdictLook of(Verdict verdict) {
        return switch (verdict) {
            case PROVEN -> PROVEN;
            case REFUTED -> REFUTED;
            case VOID -> VOID;
            case NOT_AVAILABLE -> NOT_AVAILABLE;
        };
    }

    /** A symbol that shows the state without color. */
    String mark() {
        return mark;
    }

    /** The key of its word. */
    String word() {
        return "audit.state." + style;
    }

    /** A label with the symbol, in this style. */
    Label label(String text) {
        Label label = new Label(mark + " " + text);
        label.getStyleClass().add("past-verdict");
        dress(label);
        return label;
    }

    /** Gives a node this style and removes the others. */
    void dress(Node node) {
        STATES.forEach((look, state) -> node.pseudoClassStateChanged(state, look == this));
    }
}
