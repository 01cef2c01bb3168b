package orrery.ui.shell;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import orrery.ui.kernels.Notice;

/**
 * What has just been done or refused, in words above the time bar for a while.
 *
 * <p>Confined to the JavaFX thread.
 */
final class NoticeLabel extends Label {
    private static final Duration WHILE = Duration.seconds(7);
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    /** Of a longer notice the beginning: the names in it may come from files. */
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
     * Says it in place of what was said before.
     *
     * @param stays until something else is said
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

    /** Whether what is said stays until something else is. */
    boolean isLasting() {
        return lasting;
    }
}
