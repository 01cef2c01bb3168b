package orrery.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
    @ParameterizedTest
    @CsvSource({"6h, 21600", "10d, 864000", "-1y, -31557600", "0.5 min, 30", "1e3s, 1000", "0s, 0"})
    void aPaceIsReadInSecondsOfTheSkyASecond(String text, double seconds) {
        assertThat(Pace.parse(text)).hasValue(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6", "h", "6 hours", "1e999y", "--1d", "NaNs", "6h6h"})
    void anythingElseIsNone(String text) {
        assertThat(Pace.parse(text)).isEmpty();
    }

    @Test
    void whatIsWrittenReadsBackToTheSameBits() {
        assertThat(Pace.format(21_600)).isEqualTo("6h");
        assertThat(Pace.format(-864_000)).isEqualTo("-10d");
        assertThat(Pace.format(1.5)).isEqualTo("1.5s");
        assertThat(Pace.format(0)).isEqualTo("0s");
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 10_000; i++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-8, 9));
            assertThat(Pace.parse(Pace.format(value))).hasValue(value);
        }
    }
}
