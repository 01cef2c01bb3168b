package orrery.ui.orrery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Angles as they stand on screen. */
class AnglesTest {
    @Test
    void hoursAndArcsCarryIntoTheNextPlaceAndNeverShowSixty() {
        assertThat(Angles.hours(Math.toRadians(15 * (5 + 59 / 60.0 + 59.997 / 3600))))
                .isEqualTo("06h 00m 00.00s");
        assertThat(Angles.hours(Math.toRadians(359.999999))).isEqualTo("00h 00m 00.00s");
        assertThat(Angles.hours(Math.toRadians(83.6331))).isEqualTo("05h 34m 31.94s");
        assertThat(Angles.arc(Math.toRadians(-(5 + 59 / 60.0 + 59.96 / 3600))))
                .isEqualTo("\u221206\u00b0 00\u2032 00.0\u2033");
        assertThat(Angles.arc(Math.toRadians(-1e-6))).isEqualTo("+00\u00b0 00\u2032 00.0\u2033");
        assertThat(Angles.arc(Math.toRadians(22.0145))).isEqualTo("+22\u00b0 00\u2032 52.2\u2033");
    }

    @Test
    void smallAnglesTakeTheUnitThatSuits() {
        assertThat(Angles.small(Math.toRadians(0.5))).isEqualTo("30\u2032 00.0\u2033");
        assertThat(Angles.small(Math.toRadians(44.72 / 3600))).isEqualTo("44.72\u2033");
        assertThat(Angles.small(Math.toRadians(0.05 / 3600))).isEqualTo("0.0500\u2033");
        assertThat(Angles.small(Math.toRadians(73.079))).isEqualTo("73.0790\u00b0");
        assertThat(Angles.signed(Math.toRadians(-0.7372), 4)).isEqualTo("\u22120.7372");
    }
}
