package orrery.ui.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SaidTest {
    @Test
    void anglesAreSaidInTheUnitThatSuitsThem() {
        assertThat(Said.mas(0)).isEqualTo("0 mas");
        assertThat(Said.mas(2.8774)).isEqualTo("2.88 mas");
        assertThat(Said.mas(0.0123)).isEqualTo("0.0123 mas");
        assertThat(Said.mas(0.00123)).isEqualTo("1.23 µas");
        assertThat(Said.mas(1.23e-6)).isEqualTo("1.23 nas");
        assertThat(Said.mas(1.23e-11)).isEqualTo("1.2e-05 nas");
        assertThat(Said.mas(1.234e6)).isEqualTo("1.234e+06 mas");
        assertThat(Said.mas(Double.NaN)).isEqualTo("–");
    }

    @Test
    void distancesAreSaidInTheUnitThatSuitsThem() {
        assertThat(Said.km(0)).isEqualTo("0 km");
        assertThat(Said.km(2.9143)).isEqualTo("2.914 km");
        assertThat(Said.km(0.0123)).isEqualTo("12.3 m");
        assertThat(Said.km(1.23e-6)).isEqualTo("1.23 mm");
        assertThat(Said.km(-1.23e-9)).isEqualTo("-1.23 µm");
        assertThat(Said.km(1.23e-12)).isEqualTo("1.23 nm");
        assertThat(Said.km(12_345)).isEqualTo("12,345 km");
    }
}
