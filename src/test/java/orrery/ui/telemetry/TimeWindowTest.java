package orrery.ui.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimeWindowTest {
    private static final long SECOND = 1_000_000_000L;
    private final TimeWindow window = new TimeWindow();

    @BeforeEach
    void aHundredSecondsArePast() {
        window.follow(100 * SECOND, 0);
        window.span(10 * SECOND);
    }

    @Test
    void liveItEndsInThePresentAndPausedItStaysWhereItIs() {
        assertThat(window.to()).isEqualTo(100 * SECOND);
        window.live(false);
        window.follow(105 * SECOND, 0);
        assertThat(window.to()).isEqualTo(100 * SECOND);
        window.live(true);
        assertThat(window.to()).isEqualTo(105 * SECOND);
        assertThat(window.from()).isEqualTo(95 * SECOND);
    }

    @Test
    void panningIntoThePastPausesAndAgainstThePresentFollowsIt() {
        window.pan(-30 * SECOND);
        assertThat(window.live()).isFalse();
        assertThat(window.to()).isEqualTo(70 * SECOND);
        window.pan(-1000 * SECOND);
        assertThat(window.from()).as("not before the beginning").isZero();
        window.pan(1000 * SECOND);
        assertThat(window.to()).isEqualTo(100 * SECOND);
        assertThat(window.live()).isTrue();
    }

    @Test
    void zoomKeepsTheInstantUnderThePointerWhereItIs() {
        window.pan(-50 * SECOND);
        long at = window.from() + window.span() / 4;
        window.zoom(0.5, at);
        assertThat(window.span()).isEqualTo(5 * SECOND);
        assertThat(at - window.from()).isEqualTo(window.span() / 4);
    }

    @Test
    void spansStayBetweenAMillisecondAndTenMinutes() {
        window.zoom(1e-12, 100 * SECOND);
        assertThat(window.span()).isEqualTo(TimeWindow.LEAST);
        window.zoom(1e15, 100 * SECOND);
        assertThat(window.span()).isEqualTo(TimeWindow.MOST);
    }

    @Test
    void fitShowsAllThatIsRemembered() {
        window.fit();
        assertThat(window.from()).isZero();
        assertThat(window.to()).isEqualTo(100 * SECOND);
        window.follow(2000 * SECOND, 0);
        window.fit();
        assertThat(window.span()).isEqualTo(TimeWindow.MOST);
    }

    @Test
    void theCrosshairStaysWithinTheWindow() {
        window.crosshair(3 * SECOND);
        assertThat(window.crosshair()).hasValue(90 * SECOND);
        window.noCrosshair();
        assertThat(window.crosshair()).isEmpty();
    }

    @Test
    void lengthsAreReadAsTheyAreTyped() {
        assertThat(TimeWindow.parse("5 s")).hasValue(5 * SECOND);
        assertThat(TimeWindow.parse("250ms")).hasValue(250_000_000);
        assertThat(TimeWindow.parse(" 1.5 Min ")).hasValue(90 * SECOND);
        assertThat(TimeWindow.parse("12")).hasValue(12 * SECOND);
        assertThat(TimeWindow.parse("2000 µs")).hasValue(2_000_000);
        for (String wrong : new String[] {"", "five", "5 parsecs", "11 min", "1 us", "1.2.3 s", "-4 s"}) {
            assertThat(TimeWindow.parse(wrong)).as(wrong).isEmpty();
        }
    }
}
