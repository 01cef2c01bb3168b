package orrery.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SearchTest {
    private static final double TOLERANCE = 1e-12;

    @Test
    void aZeroIsFoundWhicheverWayTheFunctionPassesIt() {
        assertThat(Search.zero(Math::cos, 1, Math.cos(1), 2, Math.cos(2), TOLERANCE))
                .isCloseTo(Math.PI / 2, within(1e-12));
        assertThat(Search.zero(Math::sin, 3, Math.sin(3), 4, Math.sin(4), TOLERANCE))
                .isCloseTo(Math.PI, within(1e-12));
        assertThat(Search.zero(t -> -Math.cos(t), 1, -Math.cos(1), 2, -Math.cos(2), TOLERANCE))
                .isCloseTo(Math.PI / 2, within(1e-12));
    }

    @Test
    void aZeroOnTheEndOfTheBracketIsThatEnd() {
        assertThat(Search.zero(t -> t - 2, 0, -2, 2, 0, TOLERANCE)).isEqualTo(2);
    }

    @Test
    void theLargestIsAsNearAsTheValuesTellItApart() {
        // A maximum is flat: beyond the root of a double's last bit all values are the same.
        assertThat(Search.largest(Math::sin, 1, 2.5, TOLERANCE)).isCloseTo(Math.PI / 2, within(1e-7));
        assertThat(Search.largest(t -> -Math.abs(t - 0.3), 0, 1, TOLERANCE)).isCloseTo(0.3, within(1e-11));
    }
}
