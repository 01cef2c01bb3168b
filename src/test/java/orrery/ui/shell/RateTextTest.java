package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import orrery.ephemeris.Coverage;
import orrery.math.Constants;
import orrery.service.SkyClock;
import orrery.ui.fx.Numerals;

class RateTextTest {
    @Test
    void ratesAreSaidInTheUnitThatSuitsThem() {
        assertThat(RateText.words(1, Fxml.WORDS)).isEqualTo("Real time");
        assertThat(RateText.words(Constants.DAY, Fxml.WORDS)).isEqualTo("1 day / s");
        assertThat(RateText.words(30 * Constants.DAY, Fxml.WORDS)).isEqualTo("30 days / s");
        assertThat(RateText.words(-10 * SkyClock.MINUTE, Fxml.WORDS)).isEqualTo("\u221210 min / s");
        assertThat(RateText.words(1e4 * Constants.DAY, Fxml.WORDS)).isEqualTo("10,000 days / s");
        assertThat(RateText.factor(Constants.DAY, Fxml.WORDS)).isEqualTo("\u00d786,400");
        assertThat(RateText.factor(-Constants.DAY, Fxml.WORDS)).isEqualTo("\u00d7\u221286,400");
    }

    @Test
    void aRateIsAlsoSaidAsAFactorAndInDaysAndNoLineIsLongerThanItsRoom() {
        assertThat(RateText.both(1e4 * Constants.DAY, Fxml.WORDS)).isEqualTo("\u00d7864,000,000");
        assertThat(RateText.both(SkyClock.HOUR, Fxml.WORDS)).isEqualTo("\u00d73,600 \u00b7 0.0417 d / s");
        SkyClock clock = new SkyClock(new Coverage.Span(-1, 1), 0, -1);
        for (double step : new double[] {10, 2}) {
            clock.faster(1e-12);
            for (int i = 0; i < 60; i++) {
                clock.faster(step);
                String words = RateText.words(clock.rate(), Fxml.WORDS);
                fits(words, 15);
                fits(RateText.both(clock.rate(), Fxml.WORDS), 11);
                fits(Fxml.WORDS.get("rate.behind", words), 11);
            }
        }
    }

    private static void fits(String line, double size) {
        assertThat(Numerals.width(line, Numerals.font(size))).as(line).isLessThanOrEqualTo(160);
    }

    @Test
    void figuresOfTheStatusLineKeepThreeDigits() {
        assertThat(StatusLine.short3(999)).isEqualTo("999");
        assertThat(StatusLine.short3(1234)).isEqualTo("1.23\u2009k");
        assertThat(StatusLine.short3(99_960)).isEqualTo("100\u2009k");
        assertThat(StatusLine.short3(1_200_000)).isEqualTo("1.20\u2009M");
    }
}
