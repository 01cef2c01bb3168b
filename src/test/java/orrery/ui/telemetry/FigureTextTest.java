package orrery.ui.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import orrery.telemetry.Measurement;

class FigureTextTest {
    @Test
    void figuresHaveThreeDigitsAndAUnit() {
        assertThat(FigureText.time(0)).isEqualTo("0 ns");
        assertThat(FigureText.time(87)).isEqualTo("87.0 ns");
        assertThat(FigureText.time(1_234)).isEqualTo("1.23 µs");
        assertThat(FigureText.time(56_789_000)).isEqualTo("56.8 ms");
        assertThat(FigureText.time(30e9)).isEqualTo("30.0 s");
        assertThat(FigureText.time(600e9)).isEqualTo("10.0 min");
        assertThat(FigureText.bytes(512)).isEqualTo("512 B");
        assertThat(FigureText.bytes(32 << 20)).isEqualTo("32.0 MiB");
        assertThat(FigureText.bytes(3.5 * (1L << 30))).isEqualTo("3.50 GiB");
        assertThat(FigureText.rate(1_250_000)).isEqualTo("1.25 M/s");
        assertThat(FigureText.count(9999)).isEqualTo("9999");
        assertThat(FigureText.whole(1_234_567)).isEqualTo("1,234,567");
    }

    @Test
    void whatIsNotMeasuredIsSaidToBeSo() {
        assertThat(FigureText.bytes(Measurement.<Long>notAvailable("no /proc"))).isEqualTo("not available here");
        assertThat(FigureText.bytes(Measurement.of(1024L))).isEqualTo("1.00 KiB");
    }
}
