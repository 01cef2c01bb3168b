package orrery.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Osculating elements, against skyfield's and in closed form. */
class ElementsTest {
    private static final double GM = 132712440041.93938;

    @Test
    void elementsOfEllipsesAndHyperbolasAreSkyfields() {
        List<double[]> rows = Numbers.read("elements.csv");
        assertThat(rows).hasSize(120);
        int hyperbolas = 0;
        for (double[] row : rows) {
            Elements found = Elements.of(row, GM, 0);
            assertThat(found.semiMajor()).isCloseTo(row[6], within(1e-10 * Math.abs(row[6])));
            assertThat(found.eccentricity()).isCloseTo(row[7], within(1e-11));
            angle(found.inclination(), row[8]);
            angle(found.node(), row[9]);
            angle(found.periapsisArgument(), row[10]);
            angle(found.trueAnomaly(), row[11]);
            angle(found.meanAnomaly(), row[12]);
            assertThat(found.periapsis()).isCloseTo(row[13], within(1e-9 * row[13]));
            hyperbolas += found.isEllipse() ? 0 : 1;
        }
        assertThat(hyperbolas).isBetween(10, 60);
    }

    private static void angle(double radians, double degrees) {
        assertThat(Math.IEEEremainder(Math.toDegrees(radians) - degrees, 360)).isEqualTo(0, within(2e-8));
    }

    @Test
    void aBodyAtItsFarEndPassesTheNearOneHalfAPeriodLater() {
        // In the plane of the equator, at apoapsis: v below that of the circle.
        double r = 2e8;
        double v = 0.8 * Math.sqrt(GM / r);
        Elements found = Elements.of(new double[] {r, 0, 0, 0, v, 0}, GM, 1000);
        assertThat(found.isEllipse()).isTrue();
        assertThat(found.apoapsis()).isCloseTo(r, within(1e-3));
        assertThat(found.nextPeriapsis()).isCloseTo(1000 + found.period() / 2, within(1e-3));
        assertThat(found.inclination()).isCloseTo(Math.toRadians(84381.448 / 3600), within(1e-12));
        assertThat(found.periapsis() + found.apoapsis()).isCloseTo(2 * found.semiMajor(), within(1e-3));
    }

    @Test
    void aBodyThatLeavesForGoodHasNoNextPeriapsis() {
        double r = 2e8;
        double v = 2 * Math.sqrt(GM / r);
        Elements leaving = Elements.of(new double[] {r, 0, 0, 0.1 * v, v, 0}, GM, 0);
        assertThat(leaving.period()).isInfinite();
        assertThat(leaving.nextPeriapsis()).isNaN();
        Elements coming = Elements.of(new double[] {r, 0, 0, -0.1 * v, v, 0}, GM, 0);
        assertThat(coming.nextPeriapsis()).isPositive();
    }
}
