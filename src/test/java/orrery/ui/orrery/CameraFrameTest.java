package orrery.ui.orrery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

/** Rotating frames, and viewpoints that stay at a body: checked by where known points are drawn. */
class CameraFrameTest {
    private static final Viewport VIEWPORT = Viewport.open(800, 800);

    /** The Sun at rest, body 1 on a circle of 1e8 km tilted by 0.4, body 2 farther out on another. */
    private static CameraRig.Whereabouts sky(double angle) {
        return new CameraRig.Whereabouts() {
            @Override
            public boolean of(int body, double[] out) {
                double r = body == 10 ? 0 : body * 1e8;
                double a = body == 1 ? angle : 0.3 * angle + 1;
                out[0] = r * Math.cos(a);
                out[1] = r * Math.sin(a) * Math.cos(0.4);
                out[2] = r * Math.sin(a) * Math.sin(0.4);
                return body == 10 || body == 1 || body == 2;
            }

            @Override
            public boolean velocity(int body, double[] out) {
                double v = body == 10 ? 0 : 30;
                double a = body == 1 ? angle : 0.3 * angle + 1;
                out[0] = -v * Math.sin(a);
                out[1] = v * Math.cos(a) * Math.cos(0.4);
                out[2] = v * Math.cos(a) * Math.sin(0.4);
                return true;
            }
        };
    }

    private static double[] seen(Camera camera, CameraRig.Whereabouts sky, int body) {
        double[] focus = new double[3];
        double[] at = new double[3];
        double[] seen = new double[3];
        sky.of(camera.focus(), focus);
        sky.of(body, at);
        new Projection(camera, VIEWPORT, focus[0], focus[1], focus[2]).project(at[0], at[1], at[2], seen);
        return seen;
    }

    @Test
    void turningWithAPairTheLineBetweenThemStandsStillAndItsPlaneStaysLevel() {
        CameraRig rig = new CameraRig();
        rig.set(Camera.first().distance(6e8));
        rig.frame(CameraFrame.pair(10, 1), sky(0));
        double[] first = seen(rig.camera(), sky(0), 1);
        for (double angle = 0.1; angle < 12; angle += 0.37) {
            rig.aim(sky(angle));
            double[] now = seen(rig.camera(), sky(angle), 1);
            assertThat(now[0]).isCloseTo(first[0], offset(1e-6));
            assertThat(now[1]).isCloseTo(first[1], offset(1e-6));
            // Both circles lie in one plane: looked at from within it, the other body is on the same level too.
            Camera level = rig.camera().direction(rig.camera().yaw(), 0);
            assertThat(seen(level, sky(angle), 2)[1]).isCloseTo(400, offset(1e-6));
        }
    }

    @Test
    void aPivotBesideThePairTurnsWithIt() {
        CameraRig rig = new CameraRig();
        rig.set(Camera.first().distance(6e8));
        rig.frame(CameraFrame.pair(10, 1), sky(0));
        double[] at = new double[3];
        sky(0).of(1, at);
        rig.set(rig.camera().moved(at[0], at[1], at[2]));
        rig.aim(sky(2));
        double[] seen = seen(rig.camera(), sky(2), 1);
        assertThat(seen[0]).isCloseTo(400, offset(1e-5));
        assertThat(seen[1]).isCloseTo(400, offset(1e-5));
    }

    @Test
    void fromABodyThePivotIsInTheMiddleAndAnglesAreThoseThatTheBodySees() {
        CameraRig rig = new CameraRig();
        rig.set(Camera.first().distance(5e7));
        rig.frame(CameraFrame.from(1), sky(0.5));
        Camera camera = rig.camera();
        double[] one = new double[3];
        double[] two = new double[3];
        sky(0.5).of(1, one);
        sky(0.5).of(2, two);
        assertThat(camera.eyeDistance()).isCloseTo(1e8, offset(1.0));
        double[] middle = seen(camera, sky(0.5), 10);
        assertThat(middle[0]).isCloseTo(400, offset(1e-6));
        // The tangent of the angle between the Sun and body 2 at body 1, by vectors.
        double dot = 0;
        double a2 = 0;
        double b2 = 0;
        for (int k = 0; k < 3; k++) {
            dot += -one[k] * (two[k] - one[k]);
            a2 += one[k] * one[k];
            b2 += (two[k] - one[k]) * (two[k] - one[k]);
        }
        double cos = dot / Math.sqrt(a2 * b2);
        double tangent = Math.sqrt(1 - cos * cos) / cos;
        double[] seen = seen(camera, sky(0.5), 2);
        // Half the distance asked for: the lens is twice as long.
        double focal = VIEWPORT.focal() * 1e8 / 5e7;
        assertThat(Math.hypot(seen[0] - 400, seen[1] - 400)).isCloseTo(Math.abs(focal * tangent), offset(1e-5));
        rig.aim(sky(1.9));
        assertThat(seen(rig.camera(), sky(1.9), 10)[0]).isCloseTo(400, offset(1e-6));
    }

    @Test
    void anotherFrameKeepsTheDirectionOfView() {
        CameraRig rig = new CameraRig();
        rig.set(Camera.first());
        double[] before = new double[3];
        double[] after = new double[3];
        rig.camera().toEye(before);
        rig.frame(CameraFrame.EQUATOR, sky(1));
        rig.camera().toEye(after);
        assertThat(after).containsExactly(before, offset(1e-12));
        rig.frame(CameraFrame.pair(10, 2), sky(1));
        rig.camera().toEye(after);
        assertThat(after).containsExactly(before, offset(1e-12));
    }

    @Test
    void aHandThatTurnsAnEyeAtABodySetsItFree() {
        CameraRig rig = new CameraRig();
        rig.frame(CameraFrame.from(1), sky(0));
        rig.turn(0.1, 0);
        assertThat(rig.camera().frame()).isEqualTo(CameraFrame.ECLIPTIC);
        assertThat(rig.camera().eye()).isZero();
    }

    /**
     * From a body the view has a lens: the target grows as it comes nearer, and the field of view stays until the user
     * zooms.
     */
    @Test
    void aLensKeepsItsFieldWhileBodiesMoveAndZoomingChangesIt() {
        CameraRig rig = new CameraRig();
        rig.frame(CameraFrame.from(1, 12), sky(0));
        for (double time : new double[] {0, 1, 2}) {
            rig.aim(sky(time));
            assertThat(rig.camera().field()).isCloseTo(12, offset(1e-9));
        }
        rig.set(rig.camera().distance(rig.camera().distance() / 2));
        rig.aim(sky(1));
        double tangent = Math.tan(Math.toRadians(6)) / 2;
        assertThat(rig.camera().field()).isCloseTo(2 * Math.toDegrees(Math.atan(tangent)), offset(1e-9));
        assertThat(rig.camera().frame().a()).isEqualTo(1);
        assertThat(CameraFrame.from(1, 500).field()).isEqualTo(CameraFrame.WIDEST);
    }

    @Test
    void aFlightFromOneCloseUpToAnotherNeverLosesBothBodies() {
        CameraRig.Whereabouts sky = sky(0.7);
        for (double near : new double[] {3e4, 2e6}) {
            Camera from = Camera.ecliptic(1, -1.19, 0.4, 3e4);
            Camera to = Camera.ecliptic(2, -1.19, 0.3, near);
            for (double fraction = 0; fraction <= 1; fraction += 0.005) {
                Camera camera = CameraRig.between(from, to, fraction, sky);
                assertThat(inPicture(camera, sky, 1) || inPicture(camera, sky, 2))
                        .as("at %.3f to %.0f km", fraction, near)
                        .isTrue();
            }
        }
    }

    private static boolean inPicture(Camera camera, CameraRig.Whereabouts sky, int body) {
        double[] at = seen(camera, sky, body);
        return at[2] > 0 && at[0] >= 0 && at[0] <= 800 && at[1] >= 0 && at[1] <= 800;
    }
}
