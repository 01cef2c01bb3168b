package orrery.ui.shell;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import orrery.service.RateMeter;
import orrery.service.SkyClock;

/**
 * The rate of time, in words: the requested rate, the actual one if the sky cannot keep up, or why time is stopped.
 *
 * <p>Confined to the JavaFX thread.
 */
final class RateReadout {
    private static final PseudoClass BEHIND = PseudoClass.getPseudoClass("behind");

    private final RateMeter meter = new RateMeter();
    private final Label rateWords;
    private final Label rateFactor;

    RateReadout(Label rateWords, Label rateFactor) {
        this.rateWords = rateWords;
        this.rateFactor = rateFactor;
    }

    /**
     * A frame has arrived: {@code now} by the system's clock, nanoseconds, at {@code et}; {@code moves} counts jumps of
     * time.
     */
    void read(long now, double et, long moves) {
        meter.read(now, et, moves);
    }

    void show(SkyClock clock) {
        boolean stopped = clock.stopped().isPresent();
        String words = clock.stopped()
                .map(edge -> edge == SkyClock.Edge.END
                        ? Fxml.WORDS.get(
                                "time.ends", TimeBar.DAY.format(clock.span().end()))
                        : Fxml.WORDS.get(
                                "time.begins", TimeBar.DAY.format(clock.span().start())))
                .orElseGet(() -> RateText.words(clock.rate(), Fxml.WORDS));
        boolean behind = clock.playing() && !stopped && !clock.isLed() && meter.behind(clock.rate());
        if (!words.equals(rateWords.getText())) {
            rateWords.setText(words);
            rateWords.getStyleClass().remove("rate-stopped");
            if (stopped) {
                rateWords.getStyleClass().add("rate-stopped");
            }
        }
        rateFactor.setVisible(!stopped);
        rateFactor.setManaged(!stopped);
        String factor = behind
                ? Fxml.WORDS.get("rate.behind", RateText.words(meter.achieved().orElseThrow(), Fxml.WORDS))
                : RateText.both(clock.rate(), Fxml.WORDS);
        if (!factor.equals(rateFactor.getText())) {
            rateFactor.setText(factor);
            rateFactor.pseudoClassStateChanged(BEHIND, behind);
        }
    }
}
