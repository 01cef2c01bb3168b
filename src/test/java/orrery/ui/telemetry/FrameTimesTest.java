package orrery.ui.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameTimesTest {
    private static final long FRAME = 1_000_000_000L / 60;

    @Test
    void eachSecondTellsItsMedianItsSlowestAndHowManyFramesWereDropped() {
        FrameTimes frames = new FrameTimes();
        long now = 1;
        frames.pulse(now, FRAME);
        for (int i = 0; i < 56; i++) {
            now += FRAME;
            frames.pulse(now, FRAME);
        }
        now += 4 * FRAME;
        frames.pulse(now, 4 * FRAME);
        now += FRAME;
        frames.pulse(now, FRAME);
        assertThat(frames.seconds()).hasSize(1);
        FrameTimes.Second second = frames.seconds().getFirst();
        assertThat(second.dropped()).isEqualTo(3);
        assertThat(second.median()).isBetween((double) FRAME, FRAME * 1.016);
        assertThat(second.p99()).isBetween(4.0 * FRAME, 4 * FRAME * 1.016);
    }

    @Test
    void aPulseWithNoneBeforeItIsNoFrame() {
        FrameTimes frames = new FrameTimes();
        frames.pulse(1, 0);
        frames.pulse(1 + 2 * FRAME * 60, 0);
        assertThat(frames.seconds()).isEmpty();
    }
}
