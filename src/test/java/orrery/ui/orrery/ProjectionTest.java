package orrery.ui.orrery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ProjectionTest {
    private static final Viewport VIEWPORT = new Viewport(1000, 800, 300, 100, 1);

    @Test
    void thePivotStandsInTheMiddleOfTheOpenPart() {
        double[] seen = new double[3];
        new Projection(Camera.first(), VIEWPORT, 1e8, -2e8, 3e7).project(1e8, -2e8, 3e7, seen);
        assertThat(seen[0]).isEqualTo(350);
        assertThat(seen[1]).isEqualTo(350);
        assertThat(seen[2]).isEqualTo(Camera.first().distance());
    }

    @Test
    void aPointIsSeenWhereTheAnglesToItSay() {
        // An independent way: the angles between the point and the line of sight, in the ecliptic, by vectors.
        Random random = new Random(7);
        double eps = Math.toRadians(84381.448 / 3600);
        for (int i = 0; i < 1000; i++) {
            Camera camera = Camera.ecliptic(
                    10, random.nextDouble() * 6, random.nextDouble() * 3 - 1.5, 1e8 * (1 + random.nextDouble()));
            double x = random.nextGaussian() * 1e7;
            double y = random.nextGaussian() * 1e7;
            double z = random.nextGaussian() * 1e7;
            double[] seen = new double[3];
            new Projection(camera, VIEWPORT, 0, 0, 0).project(x, y, z, seen);
            double ye = Math.cos(eps) * y + Math.sin(eps) * z;
            double ze = -Math.sin(eps) * y + Math.cos(eps) * z;
            // Turn the world so that the camera is on the x axis.
            double x1 = Math.cos(camera.yaw()) * x + Math.sin(camera.yaw()) * ye;
            double y1 = -Math.sin(camera.yaw()) * x + Math.cos(camera.yaw()) * ye;
            double x2 = Math.cos(camera.pitch()) * x1 + Math.sin(camera.pitch()) * ze;
            double z2 = -Math.sin(camera.pitch()) * x1 + Math.cos(camera.pitch()) * ze;
            double depth = camera.distance() - x2;
            double focal = Math.min(700, 700 * 0.94) / (2 * Math.tan(Math.toRadians(20)));
            assertThat(seen[0]).isCloseTo(350 + focal * y1 / depth, offset(1e-6));
            assertThat(seen[1]).isCloseTo(350 - focal * z2 / depth, offset(1e-6));
        }
    }

    @Test
    void whatAPixelShowsIsProjectedToThatPixel() {
        Projection projection = new Projection(Camera.first(), VIEWPORT, 5e8, 0, 0);
        double[] point = new double[3];
        double[] seen = new double[3];
        projection.unproject(123.4, 567.8, 2e9, point);
        projection.project(5e8 + point[0], point[1], point[2], seen);
        assertThat(seen[0]).isCloseTo(123.4, offset(1e-6));
        assertThat(seen[1]).isCloseTo(567.8, offset(1e-6));
        assertThat(seen[2]).isCloseTo(2e9, offset(1.0));
    }

    @Test
    void zoomingKeepsWhatIsUnderTheCursorThereOverTwelveOrdersOfMagnitude() {
        CameraRig rig = new CameraRig();
        rig.set(Camera.first().distance(1e13));
        double[] start = new double[3];
        new Projection(rig.camera(), VIEWPORT, 0, 0, 0)
                .unproject(612, 233, rig.camera().distance(), start);
        double[] seen = new double[3];
        while (rig.camera().distance() > 10) {
            Projection projection = new Projection(rig.camera(), VIEWPORT, 0, 0, 0);
            rig.zoom(0.8, 612, 233, projection.distance(), projection);
        }
        assertThat(rig.camera().distance()).isLessThan(10);
        new Projection(rig.camera(), VIEWPORT, 0, 0, 0).project(start[0], start[1], start[2], seen);
        // The point itself is known to 1e13 km times 2^-53, a meter: a tenth of a pixel at ten km.
        assertThat(seen[0]).isCloseTo(612, offset(1.0));
        assertThat(seen[1]).isCloseTo(233, offset(1.0));
    }

    @Test
    void aFlightArrivesExactlyAndAHandOnTheCameraEndsIt() {
        CameraRig rig = new CameraRig();
        CameraRig.Whereabouts sky = (body, out) -> {
            out[0] = body * 1e6;
            out[1] = 0;
            out[2] = 0;
            return true;
        };
        Camera to = rig.camera().at(399).distance(50_000);
        rig.fly(to, sky);
        rig.advance(0.2);
        assertThat(rig.flying()).isTrue();
        assertThat(rig.camera().distance()).isBetween(50_000.0, Camera.first().distance());
        rig.advance(0.3);
        assertThat(rig.flying()).isFalse();
        assertThat(rig.camera().focus()).isEqualTo(399);
        assertThat(rig.camera().distance()).isEqualTo(50_000);
        rig.fly(Camera.first(), sky);
        rig.turn(0.1, 0);
        assertThat(rig.flying()).isFalse();
    }
}
