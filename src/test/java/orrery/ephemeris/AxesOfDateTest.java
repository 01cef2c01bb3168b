package orrery.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Precession and nutation of IAU 2006/2000A against ERFA. */
class AxesOfDateTest {
    /** A microarcsecond, in radians. */
    private static final double MICRO = Math.PI / 648_000e6;

    private static final double CENTURY = 36_525 * 86_400.0;

    private static List<double[]> golden() {
        List<double[]> rows = Numbers.read("axes_of_date.csv");
        assertThat(rows).as("rows compared").hasSize(401);
        return rows;
    }

    @Test
    void theAxesOfDateAreErfasWithinAMicroarcsecond() {
        AxesOfDate axes = new AxesOfDate();
        double[] matrix = new double[9];
        double most = 0;
        for (double[] row : golden()) {
            axes.trueEquator(row[0], matrix);
            for (int i = 0; i < 9; i++) {
                most = Math.max(most, Math.abs(matrix[i] - row[3 + i]));
            }
        }
        assertThat(most).isLessThan(MICRO);
    }

    @Test
    void theNutationIsErfasWithinATenthOfAMicroarcsecond() {
        Nutation nutation = new Nutation();
        for (double[] row : golden()) {
            nutation.at(row[0] / CENTURY);
            assertThat(nutation.longitude).as("longitude at %s", row[0]).isCloseTo(row[1], within(MICRO / 10));
            assertThat(nutation.obliquity).as("obliquity at %s", row[0]).isCloseTo(row[2], within(MICRO / 10));
        }
    }

    @Test
    void itsRatesAreThoseOfTheNutationItself() {
        Nutation nutation = new Nutation();
        Nutation later = new Nutation();
        double step = 60 / CENTURY;
        for (double[] row : golden().subList(0, 50)) {
            double t = row[0] / CENTURY;
            nutation.at(t - step);
            later.at(t + step);
            double longitude = (later.longitude - nutation.longitude) / (2 * step);
            double obliquity = (later.obliquity - nutation.obliquity) / (2 * step);
            nutation.at(t);
            // A thousandth of an arcsecond a century.
            assertThat(nutation.longitudeRate).isCloseTo(longitude, within(5e-9));
            assertThat(nutation.obliquityRate).isCloseTo(obliquity, within(5e-9));
        }
    }
}
