package orrery.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class JulianDateTest {

    @Test
    void j2000IsTheJulianDate2451545() {
        assertThat(JulianDate.ofEt(0)).isEqualTo(2451545.0);
        assertThat(JulianDate.toEt(2451545.5)).isEqualTo(43_200);
        assertThat(JulianDate.modifiedOfEt(0)).isEqualTo(51_544.5);
        assertThat(JulianDate.ofEt(Dates.parse("1858-11-17"))).isEqualTo(JulianDate.MODIFIED_OFFSET);
        assertThat(JulianDate.ofEt(Dates.parse("-4713-11-24T12:00:00"))).isZero();
    }

    @Test
    void aFractionReadApartLosesNothing() {
        double oneDouble = JulianDate.toEt(2461367.123456789);
        double apart = Dates.parse("JD 2461367.123456789");
        assertThat(apart).isCloseTo((2461367 - 2451545) * 86400.0 + 0.123456789 * 86400, within(1.2e-7));
        assertThat(oneDouble).isCloseTo(apart, within(41e-6));
    }

    @Test
    void theSameDayInEveryScale() {
        for (TimeScale scale : TimeScale.values()) {
            assertThat(Dates.parse("JD 2461367.0 " + scale)).isEqualTo(Dates.parse("2026-11-22T12:00:00 " + scale));
            assertThat(Dates.parse("MJD 61366.5 " + scale)).isEqualTo(Dates.parse("2026-11-22T12:00:00 " + scale));
        }
    }
}
