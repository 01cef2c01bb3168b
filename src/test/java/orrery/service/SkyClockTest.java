package orrery.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import orrery.ephemeris.Coverage;
import orrery.math.Constants;
import orrery.time.CalendarDate;
import orrery.time.TimeScale;

class SkyClockTest {
    private final SkyClock clock = new SkyClock(new Coverage.Span(0, 1000), 500, 100);

    @Test
    void timeMovesAtItsRateOnlyWhilePlaying() {
        clock.advance(1);
        assertThat(clock.et()).isEqualTo(500);
        clock.play();
        clock.advance(2);
        assertThat(clock.et()).isEqualTo(700);
    }

    @Test
    void atTheEndOfTheKernelTimeStopsThereAndKnowsWhy() {
        clock.play();
        clock.advance(60);
        assertThat(clock.et()).isEqualTo(1000);
        assertThat(clock.playing()).isFalse();
        assertThat(clock.stopped()).contains(SkyClock.Edge.END);
        clock.reverse();
        clock.play();
        clock.advance(1);
        assertThat(clock.et()).isEqualTo(900);
        assertThat(clock.stopped()).isEmpty();
    }

    @Test
    void atTheBeginningItStopsToo() {
        clock.reverse();
        clock.play();
        clock.advance(60);
        assertThat(clock.et()).isEqualTo(0);
        assertThat(clock.stopped()).contains(SkyClock.Edge.START);
    }

    @Test
    void aPauseKeepsTheRateAndAStepPauses() {
        clock.play();
        clock.step(-10);
        assertThat(clock.playing()).isFalse();
        assertThat(clock.et()).isEqualTo(490);
        assertThat(clock.rate()).isEqualTo(100);
    }

    @Test
    void ratesGoByFactorsAndKeepTheirDirection() {
        clock.rate(-Constants.DAY);
        clock.faster(2);
        assertThat(clock.rate()).isEqualTo(-2 * Constants.DAY);
        clock.faster(0.1);
        assertThat(clock.rate()).isEqualTo(-0.2 * Constants.DAY);
        clock.rate(1);
        for (int i = 0; i < 40; i++) {
            clock.faster(0.1);
        }
        assertThat(clock.rate()).as("never so slow as to stand still").isEqualTo(1e-3);
    }

    @Test
    void aSmoothJumpPassesThroughWhatLiesBetweenAndArrivesExactly() {
        clock.glide(900);
        clock.advance(0.3);
        assertThat(clock.et()).isBetween(501.0, 899.0);
        clock.advance(0.4);
        assertThat(clock.et()).isEqualTo(900);
        clock.advance(0.4);
        assertThat(clock.et()).as("there it stays").isEqualTo(900);
        clock.still(true);
        clock.glide(100);
        assertThat(clock.et()).as("with reduced motion at once").isEqualTo(100);
    }

    @Test
    void aSmoothJumpPastTheEndStopsThereAndKnowsWhy() {
        clock.glide(5000);
        assertThat(clock.et()).isEqualTo(1000);
        assertThat(clock.stopped()).contains(SkyClock.Edge.END);
    }

    @Test
    void betweenTwoMarksTimeGoesRoundAndRound() {
        clock.loop(600, 400);
        clock.play();
        clock.advance(1.5);
        assertThat(clock.et()).isEqualTo(450);
        clock.reverse();
        clock.advance(0.6);
        assertThat(clock.et()).isEqualTo(590);
        clock.endLoop();
        clock.reverse();
        clock.advance(1);
        assertThat(clock.et()).isEqualTo(690);
    }

    @Test
    void stepsOfAMonthAndAYearGoByTheCalendar() {
        double leapDay = new CalendarDate(TimeScale.TDB, 2024, 2, 29, 43_200).toEt();
        assertThat(TimeStep.YEAR.from(leapDay, 1))
                .isEqualTo(new CalendarDate(TimeScale.TDB, 2025, 2, 28, 43_200).toEt());
        assertThat(TimeStep.MONTH.from(leapDay, -1))
                .isEqualTo(new CalendarDate(TimeScale.TDB, 2024, 1, 29, 43_200).toEt());
        assertThat(TimeStep.MINUTE.from(leapDay, 3)).isEqualTo(leapDay + 180);
    }

    @Test
    void aSkyThatFallsBehindIsSeenToAndAJumpIsNoSpeed() {
        RateMeter meter = new RateMeter();
        meter.read(0, 0, 1);
        meter.read(1_000_000_000L, 100, 1);
        assertThat(meter.achieved()).hasValue(100);
        assertThat(meter.behind(100)).isFalse();
        assertThat(meter.behind(200)).isTrue();
        assertThat(meter.behind(-200)).as("moving the other way is behind too").isTrue();
        meter.read(1_500_000_000L, 1e9, 2);
        assertThat(meter.achieved()).isEmpty();
    }

    @Test
    void otherKernelsBringTimeIntoTheirSpan() {
        clock.span(new Coverage.Span(600, 700));
        assertThat(clock.et()).isEqualTo(600);
    }

    @Test
    void timeIsLedWhileATourMovesItAndNoLongerOnceItFlowsByItself() {
        clock.play();
        clock.flow(600);
        assertThat(clock.isLed()).isTrue();
        clock.advance(1);
        assertThat(clock.isLed()).isFalse();
        clock.flow(610);
        clock.jump(620);
        assertThat(clock.isLed()).isFalse();
    }
}
