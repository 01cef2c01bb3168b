package orrery.ui.shell;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import orrery.ui.kernels.Notice;

/**
 * A message above the time bar about what has just been done or refused, shown for a while.
 *
 * <p>Confined to the JavaFX thread.
 */
final class NoticeLabel extends Label {
    private static final Duration WHILE = Duration.seconds(7);
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    /** The longest notice shown: names in it may come from files. */
    private static final int LONGEST = 600;

    private final PauseTransition time = new PauseTransition(WHILE);
    private boolean lasting;

    NoticeLabel() {
        setId("message");
        getStyleClass().add("message");
        setVisible(false);
        time.setOnFinished(e -> setVisible(false));
    }

    /**
     * Replaces the current message.
     *
     * @param stays whether it stays until the next message
     */
    void say(Notice notice, boolean stays) {
        lasting = stays;
        String text = notice.text();
        setText(text.length() > LONGEST ? text.substring(0, LONGEST) + "\u2026" : text);
        pseudoClassStateChanged(WRONG, notice.wrong());
        setGraphic(new FontIcon(notice.wrong() ? "fth-alert-circle" : "fth-info"));
        setVisible(true);
        time.stop();
        if (!stays) {
            time.playFromStart();
        }
    }

    /** Whether the current message stays until the next one. */
    boolean isLasting() {
        return lasting;
    }
}
