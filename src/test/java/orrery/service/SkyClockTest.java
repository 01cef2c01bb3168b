package orrery.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import orrery.ephemeris.Coverage;

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
    void fasterAndSlowerClimbTheSameLadderInBothDirections() {
        clock.rate(-SkyClock.DAY);
        clock.faster();
        assertThat(clock.rate()).isEqualTo(-2 * SkyClock.DAY);
        clock.slower();
        clock.slower();
        assertThat(clock.rate()).isEqualTo(-6 * SkyClock.HOUR);
        clock.rate(1);
        clock.slower();
        assertThat(clock.rate()).isEqualTo(1);
    }

    @Test
    void otherKernelsBringTimeIntoTheirSpan() {
        clock.span(new Coverage.Span(600, 700));
        assertThat(clock.et()).isEqualTo(600);
    }
}
