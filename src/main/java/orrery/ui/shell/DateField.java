package orrery.ui.shell;

import java.util.regex.Pattern;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.javafx.FontIcon;
import orrery.service.SkyClock;
import orrery.time.DateFormatException;
import orrery.time.Dates;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;

/**
 * The date in the time bar. It can be edited: meanwhile it does not change, and an error in it is shown above.
 *
 * <p>Confined to the JavaFX thread.
 */
final class DateField {
    private static final Pattern SUFFIX = Pattern.compile("(?i)(^et\\b|^now$|(TDB|TT|TAI|UTC|Z)$)");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final TextField date;
    private final SkyClock clock;
    private final Runnable refresh;
    private final Runnable elsewhere;
    private final Label complaint = new Label();
    private TimeScale shownScale = TimeScale.TDB;
    private EpochFormat format = clock(shownScale);

    /**
     * @param clock receives the typed date
     * @param refresh updates the bar
     * @param elsewhere moves the cursor out of the field
     */
    DateField(TextField date, SkyClock clock, Runnable refresh, Runnable elsewhere) {
        this.date = date;
        this.clock = clock;
        this.refresh = refresh;
        this.elsewhere = elsewhere;
        date.focusedProperty().addListener((o, was, is) -> {
            if (is) {
                date.selectAll();
            } else {
                leave();
            }
        });
        date.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        complaint.setId("complaint");
        complaint.getStyleClass().add("complaint");
        complaint.setGraphic(new FontIcon("fth-alert-circle"));
        complaint.setVisible(false);
        complaint.setWrapText(true);
        complaint.setMaxWidth(520);
    }

    private static EpochFormat clock(TimeScale scale) {
        return EpochFormat.seconds(scale, 0).spaced().unlabeled();
    }

    TimeScale timeScale() {
        return shownScale;
    }

    /** Shows dates in another time scale; a typed date without a suffix is then in that scale. */
    void timeScale(TimeScale to) {
        shownScale = to;
        format = clock(to);
        date.setAccessibleText(Fxml.WORDS.get("date.accessible", to.name()));
    }

    /** The error in the typed date. */
    Label complaint() {
        return complaint;
    }

    /** Shows an epoch, TDB seconds past J2000, unless the user is typing. */
    void show(double et) {
        String text = format.format(et);
        if (!date.isFocused() && !text.equals(date.getText())) {
            date.setText(text);
        }
    }

    /** Puts the cursor into the field. */
    void type() {
        date.requestFocus();
        date.selectAll();
    }

    private void typed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            go();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            away();
            event.consume();
        }
    }

    private void go() {
        try {
            double et = Dates.parse(scaled(date.getText(), shownScale));
            clock.glide(et);
            away();
        } catch (DateFormatException e) {
            complaint.setText(String.valueOf(e.getMessage()));
            complaint.setVisible(true);
            date.pseudoClassStateChanged(WRONG, true);
            date.selectRange(Math.min(e.position(), date.getLength()), date.getLength());
        }
    }

    /** A date without a suffix is in the displayed scale. */
    static String scaled(String text, TimeScale shown) {
        boolean says = SUFFIX.matcher(text.strip()).find();
        return shown == TimeScale.TDB || says || text.isBlank() ? text : text.strip() + " " + shown.name();
    }

    private void away() {
        complaint.setVisible(false);
        elsewhere.run();
        refresh.run();
    }

    private void leave() {
        complaint.setVisible(false);
        date.pseudoClassStateChanged(WRONG, false);
        refresh.run();
    }
}
