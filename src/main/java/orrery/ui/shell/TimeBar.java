package orrery.ui.shell;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import orrery.service.SkyClock;
import orrery.time.DateFormat;
import orrery.time.DateFormatException;
import orrery.time.Dates;
import orrery.time.TimeScale;
import orrery.ui.fx.Numerals;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Theme;
import orrery.ui.orrery.SkyModel;

/**
 * The bar at the bottom: the date, large; the rate in words; the transport; the coverage strip. The date can be typed over:
 * while it is, it stands still, and what cannot be read is said above it.
 *
 * <p>Confined to the JavaFX thread.
 */
final class TimeBar {
    static final DateFormat DAY = DateFormat.days(TimeScale.TDB).unlabelled();

    private static final long READABLE_NANOS = 100_000_000L;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final SkyModel model;
    private final CoverageStrip strip;
    private final DateFormat format =
            DateFormat.seconds(TimeScale.TDB, 0).spaced().unlabelled();
    private final Label complaint = new Label();
    private final Node view;

    @FXML
    private VBox root = new VBox();

    @FXML
    private TextField date = new TextField();

    @FXML
    private Label rateWords = new Label();

    @FXML
    private Label rateFactor = new Label();

    @FXML
    private FontIcon playIcon = new FontIcon();

    @FXML
    private ToggleButton reverse = new ToggleButton();

    private long last;
    private boolean shownPlaying;

    TimeBar(SkyModel model, PulsePump pump) {
        this.model = model;
        this.strip = new CoverageStrip(model, pump);
        this.view = Fxml.load("time-bar.fxml", this);
        VBox.setVgrow(strip, javafx.scene.layout.Priority.NEVER);
        strip.resize(100, CoverageStrip.HEIGHT);
        StripHolder holder = new StripHolder(strip);
        root.getChildren().add(holder);
        date.setFont(Numerals.font(28));
        date.setPrefWidth(Numerals.width("0000-00-00 00:00:00", Numerals.font(28)) + 6);
        date.setMinWidth(date.getPrefWidth());
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
        strip.shown(true);
        refresh();
    }

    Node view() {
        return view;
    }

    /** What is wrong with the date typed; the window lays it over the sky, above the field. */
    Label complaint() {
        return complaint;
    }

    void theme(Theme theme) {
        strip.theme(theme);
    }

    /** One pulse: numbers follow at most ten times a second. */
    void pulse(long now) {
        strip.follow();
        if (now - last >= READABLE_NANOS) {
            last = now;
            refresh();
        }
    }

    /** Brings everything up to date at once, for pictures. */
    void settle() {
        refresh();
        strip.drawNow();
    }

    /** Shows the clock as it is now. */
    void refresh() {
        SkyClock clock = model.clock();
        if (!date.isFocused()) {
            set(format.format(clock.et()));
        }
        if (clock.playing() != shownPlaying) {
            shownPlaying = clock.playing();
            playIcon.setIconLiteral(shownPlaying ? "fth-pause" : "fth-play");
        }
        reverse.setSelected(clock.rate() < 0);
        boolean stopped = clock.stopped().isPresent();
        String words = clock.stopped()
                .map(edge -> edge == SkyClock.Edge.END
                        ? Fxml.WORDS.get("time.ends", DAY.format(clock.span().end()))
                        : Fxml.WORDS.get("time.begins", DAY.format(clock.span().start())))
                .orElseGet(() -> Rates.words(clock.rate(), Fxml.WORDS));
        if (!words.equals(rateWords.getText())) {
            rateWords.setText(words);
            rateWords.getStyleClass().remove("rate-stopped");
            if (stopped) {
                rateWords.getStyleClass().add("rate-stopped");
            }
        }
        rateFactor.setVisible(!stopped);
        rateFactor.setManaged(!stopped);
        String factor = Rates.factor(clock.rate(), Fxml.WORDS);
        if (!factor.equals(rateFactor.getText())) {
            rateFactor.setText(factor);
        }
    }

    private void set(String text) {
        if (!text.equals(date.getText())) {
            date.setText(text);
        }
    }

    /** Puts the cursor into the date. */
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
            double et = Dates.parse(date.getText());
            model.clock().jump(et);
            away();
        } catch (DateFormatException e) {
            complaint.setText(String.valueOf(e.getMessage()));
            complaint.setVisible(true);
            date.pseudoClassStateChanged(WRONG, true);
            date.selectRange(Math.min(e.position(), date.getLength()), date.getLength());
        }
    }

    private void away() {
        complaint.setVisible(false);
        root.requestFocus();
        refresh();
    }

    private void leave() {
        complaint.setVisible(false);
        date.pseudoClassStateChanged(WRONG, false);
        refresh();
    }

    @FXML
    void playOrPause() {
        toggle();
        refresh();
    }

    void toggle() {
        if (model.clock().playing()) {
            model.clock().pause();
        } else {
            model.clock().play();
        }
    }

    @FXML
    void reverse() {
        model.clock().reverse();
        refresh();
    }

    @FXML
    void back() {
        model.clock().step(-SkyClock.DAY);
        refresh();
    }

    @FXML
    void forward() {
        model.clock().step(SkyClock.DAY);
        refresh();
    }

    @FXML
    void slower() {
        model.clock().slower();
        refresh();
    }

    @FXML
    void faster() {
        model.clock().faster();
        refresh();
    }

    @FXML
    void now() {
        model.clock().jump(Dates.now());
        refresh();
    }

    /** Gives the strip the bar's width. */
    private static final class StripHolder extends javafx.scene.layout.Pane {
        private final CoverageStrip strip;

        StripHolder(CoverageStrip strip) {
            this.strip = strip;
            setMinHeight(CoverageStrip.HEIGHT);
            setPrefHeight(CoverageStrip.HEIGHT);
            setMaxHeight(CoverageStrip.HEIGHT);
            getChildren().add(strip);
        }

        @Override
        protected void layoutChildren() {
            strip.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }
}
