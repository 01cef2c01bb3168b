package orrery.ui.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KernelTextTest {
    @Test
    void anglesAreSaidInTheUnitThatSuitsThem() {
        assertThat(KernelText.mas(0)).isEqualTo("0 mas");
        assertThat(KernelText.mas(2.8774)).isEqualTo("2.88 mas");
        assertThat(KernelText.mas(999.4)).isEqualTo("999 mas");
        assertThat(KernelText.mas(1270.4)).isEqualTo("1,270 mas");
        assertThat(KernelText.mas(0.0123)).isEqualTo("0.0123 mas");
        assertThat(KernelText.mas(0.00123)).isEqualTo("1.23 µas");
        assertThat(KernelText.mas(1.23e-6)).isEqualTo("1.23 nas");
        assertThat(KernelText.mas(1.23e-11)).isEqualTo("1.2e-05 nas");
        assertThat(KernelText.mas(1.234e6)).isEqualTo("1.234e+06 mas");
        assertThat(KernelText.mas(Double.NaN)).isEqualTo("–");
    }

    @Test
    void distancesAreSaidInTheUnitThatSuitsThem() {
        assertThat(KernelText.km(0)).isEqualTo("0 km");
        assertThat(KernelText.km(2.9143)).isEqualTo("2.914 km");
        assertThat(KernelText.km(0.0123)).isEqualTo("12.3 m");
        assertThat(KernelText.km(1.23e-6)).isEqualTo("1.23 mm");
        assertThat(KernelText.km(-1.23e-9)).isEqualTo("-1.23 µm");
        assertThat(KernelText.km(1.23e-12)).isEqualTo("1.23 nm");
        assertThat(KernelText.km(12_345)).isEqualTo("12,345 km");
    }
}
