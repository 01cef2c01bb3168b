package orrery.ui.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import orrery.telemetry.Measured;

class SaidTest {
    @Test
    void figuresHaveThreeDigitsAndAUnit() {
        assertThat(Said.time(0)).isEqualTo("0 ns");
        assertThat(Said.time(87)).isEqualTo("87.0 ns");
        assertThat(Said.time(1_234)).isEqualTo("1.23 µs");
        assertThat(Said.time(56_789_000)).isEqualTo("56.8 ms");
        assertThat(Said.time(30e9)).isEqualTo("30.0 s");
        assertThat(Said.time(600e9)).isEqualTo("10.0 min");
        assertThat(Said.bytes(512)).isEqualTo("512 B");
        assertThat(Said.bytes(32 << 20)).isEqualTo("32.0 MiB");
        assertThat(Said.bytes(3.5 * (1L << 30))).isEqualTo("3.50 GiB");
        assertThat(Said.rate(1_250_000)).isEqualTo("1.25 M/s");
        assertThat(Said.count(9999)).isEqualTo("9999");
        assertThat(Said.whole(1_234_567)).isEqualTo("1,234,567");
    }

    @Test
    void whatIsNotMeasuredIsSaidToBeSo() {
        assertThat(Said.bytes(Measured.<Long>notAvailable("no /proc"))).isEqualTo("not available here");
        assertThat(Said.bytes(Measured.of(1024L))).isEqualTo("1.00 KiB");
    }
}
