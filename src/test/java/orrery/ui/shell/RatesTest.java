package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import orrery.service.SkyClock;

class RatesTest {
    @Test
    void ratesAreSaidInTheUnitThatSuitsThem() {
        assertThat(Rates.words(1, Fxml.WORDS)).isEqualTo("Real time");
        assertThat(Rates.words(SkyClock.DAY, Fxml.WORDS)).isEqualTo("1 day / s");
        assertThat(Rates.words(30 * SkyClock.DAY, Fxml.WORDS)).isEqualTo("30 days / s");
        assertThat(Rates.words(-10 * SkyClock.MINUTE, Fxml.WORDS)).isEqualTo("\u221210 min / s");
        assertThat(Rates.words(SkyClock.YEAR, Fxml.WORDS)).isEqualTo("1 yr / s");
        assertThat(Rates.factor(SkyClock.DAY, Fxml.WORDS)).isEqualTo("\u00d786,400");
        assertThat(Rates.factor(-SkyClock.DAY, Fxml.WORDS)).isEqualTo("\u00d7\u221286,400");
    }

    @Test
    void figuresOfTheStatusLineKeepThreeDigits() {
        assertThat(StatusLine.short3(999)).isEqualTo("999");
        assertThat(StatusLine.short3(1234)).isEqualTo("1.23\u2009k");
        assertThat(StatusLine.short3(99_960)).isEqualTo("100\u2009k");
        assertThat(StatusLine.short3(1_200_000)).isEqualTo("1.20\u2009M");
    }
}
