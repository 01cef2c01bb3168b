package orrery.ui.orrery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What globes are drawn from. */
class SurfaceTest {
    @Test
    void theEarthHasLandAndSeaWhereItHas() {
        LandMap land = LandMap.read();
        double[][] ashore = {
            {2, 47},
            {100, 60},
            {78, 22},
            {20, 5},
            {134, -24},
            {-100, 45},
            {-60, -10},
            {-40, 72},
            {0, -85},
            {47, -20},
            {104, 31}
        };
        double[][] afloat = {
            {-30, 30},
            {-150, 0},
            {80, -20},
            {5, 38},
            {34, 43.5},
            {50, 42},
            {-90, 25},
            {170, 30},
            {-20, -40},
            {0, 85},
            {-160, -40}
        };
        for (double[] place : ashore) {
            assertThat(land.at(place[0], place[1])).as("land at %s", place).isTrue();
        }
        for (double[] place : afloat) {
            assertThat(land.at(place[0], place[1])).as("sea at %s", place).isFalse();
        }
    }

    @Test
    void theColorOfLandChangesByDegreesAndNotAtAMeridian() {
        for (double lat = -56; lat < 74; lat += 2) {
            for (double lon = -180; lon < 180; lon += 0.25) {
                int here = Skins.ground(lat, lon, 0.1);
                int beside = Skins.ground(lat, lon + 0.25, 0.1);
                for (int shift = 0; shift <= 16; shift += 8) {
                    assertThat((beside >> shift) & 255)
                            .as("latitude %s, longitude %s", lat, lon)
                            .isCloseTo((here >> shift) & 255, offset(9));
                }
            }
        }
    }

    @Test
    void theMapOfAllDirectionsLeadsThereAndBack() {
        Random random = new Random(3);
        double[] at = new double[3];
        for (int i = 0; i < 2000; i++) {
            double u = random.nextDouble();
            double v = random.nextDouble();
            Octahedron.direction(u, v, at);
            assertThat(Octahedron.u(3 * at[0], 3 * at[1], 3 * at[2])).isCloseTo(u, offset(1e-12));
            assertThat(Octahedron.v(3 * at[0], 3 * at[1], 3 * at[2])).isCloseTo(v, offset(1e-12));
        }
    }

    @Test
    void aGlobeHasTheColorsOfItsSkinAtEveryFineness() {
        BodyLook mars = BodyLook.of(499);
        BodySkin skin = Skins.of(mars);
        Globe globe = Globe.of(mars);
        assertThat(globe.level(2000)).isZero();
        assertThat(globe.level(10)).isGreaterThan(globe.level(100));
        // The pale cap and the ochre below it can be distinguished on every map.
        for (int level = 0; level <= globe.level(1); level++) {
            assertThat(globe.at(level, 0, 0, 1) & 255).isGreaterThan(180);
            assertThat(globe.at(level, -1, 0, 0.2) & 255).isLessThan(140);
        }
        int close = globe.at(0, 0.6, -0.5, 0.3);
        double length = Math.sqrt(0.36 + 0.25 + 0.09);
        int exact = skin.color(0.6 / length, -0.5 / length, 0.3 / length);
        assertThat((close >> 16) & 255).isCloseTo((exact >> 16) & 255, offset(24));
    }

    @Test
    void aSpheroidIsCutWhereItsEquationSays() {
        Spheroid figure = new Spheroid();
        double tilt = 0.7;
        double[] pole = {Math.sin(0.3) * Math.cos(tilt), Math.cos(0.3) * Math.cos(tilt), Math.sin(tilt)};
        figure.begin(pole, 0.1);
        Random random = new Random(9);
        int hits = 0;
        for (int i = 0; i < 2000; i++) {
            double x = random.nextDouble() * 2.2 - 1.1;
            double y = random.nextDouble() * 2.2 - 1.1;
            if (figure.inside(x, y) <= 0) {
                continue;
            }
            hits++;
            figure.hit(x, y);
            double along = figure.x * pole[0] + figure.y * pole[1] + figure.z * pole[2];
            double square = figure.x * figure.x + figure.y * figure.y + figure.z * figure.z;
            assertThat(square - along * along + along * along / 0.81).isCloseTo(1, offset(1e-9));
            assertThat(figure.nz).as("the near side is the one that is seen").isGreaterThanOrEqualTo(0);
        }
        assertThat(hits).isGreaterThan(1000);
    }

    @Test
    void aPlanetsShadowFallsAwayFromTheSun() {
        Spheroid figure = new Spheroid();
        figure.begin(new double[] {0, 1, 0}, 0.1);
        double[] light = {1, 0, 0};
        assertThat(figure.shade(-2, 0, 0, light, 0.01)).isEqualTo(1);
        assertThat(figure.shade(2, 0, 0, light, 0.01)).isZero();
        assertThat(figure.shade(-2, 0, 1.5, light, 0.01)).isZero();
        assertThat(figure.shade(-2, 0, 1.0, light, 0.01)).isCloseTo(0.5, offset(1e-9));
    }
}
