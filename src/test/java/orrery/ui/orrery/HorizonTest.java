package orrery.ui.orrery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.EarthOrientation;
import orrery.ephemeris.Horizon;
import orrery.ephemeris.Site;
import orrery.ephemeris.SiteView;
import orrery.service.SkyFrame;
import orrery.service.SkyService;
import orrery.spk.NaifIds;
import orrery.testing.SoundKernels;
import orrery.time.Dates;
import orrery.ui.fx.Palette;
import orrery.ui.fx.Raster;
import orrery.ui.fx.Theme;

/** Standing on the ground: where the horizon is, what is above it, and how the user looks around. */
class HorizonTest {
    private static final Path SHIPPED = SoundKernels.shipped();
    private static final double EPOCH = Dates.parse("2026-05-20T18:00 UTC");
    private static final int SIZE = 400;

    // Made before all tests.
    @SuppressWarnings("NullAway.Init")
    private static SkyService service;

    @BeforeAll
    static void open() {
        service = new SkyService(new KernelRegistry(), 1);
        service.open(List.of(SHIPPED)).join();
    }

    @AfterAll
    static void close() {
        service.close();
    }

    private static Camera standing(SkyFrame frame, int from, Ground ground, int at) {
        Camera camera = Camera.first().at(at).in(CameraFrame.from(from, 60).on(Optional.of(ground)), Axes.ECLIPTIC, 1);
        return CameraRig.aimed(camera, SkyModel.whereabouts(frame, ScaleMode.TRUE));
    }

    /**
     * Within the effect of refraction and light time, which are left out, and the accuracy of pck00011's orientation.
     */
    @Test
    void bodiesStandWhereThePlaceHasThem() {
        SkyFrame frame = service.compute(EPOCH);
        Site berlin = Site.parse("Berlin");
        try (KernelHandle handle = new KernelRegistry().open(SHIPPED);
                KernelPool pool = KernelPool.of(handle)) {
            SiteView view = new SiteView(pool, berlin, EarthOrientation.KNOWN);
            for (int body : new int[] {NaifIds.MOON, NaifIds.SUN, NaifIds.VENUS, NaifIds.JUPITER_BARYCENTER}) {
                Camera camera = standing(frame, NaifIds.EARTH, new Ground(berlin.longitude(), berlin.latitude()), body);
                Horizon there = view.horizon(body, EPOCH);
                assertThat(-Math.toDegrees(camera.pitch())).isCloseTo(Math.toDegrees(there.altitude()), within(0.2));
                // The eye stands opposite to where one looks; its longitude runs from north through west.
                double azimuth = 180 - Math.toDegrees(camera.yaw());
                assertThat(Math.IEEEremainder(azimuth - Math.toDegrees(there.azimuth()), 360))
                        .isCloseTo(0, within(0.3));
            }
        }
    }

    private static Picture paint(Camera camera, SkyFrame frame, Theme theme) {
        SkyStyle style = SkyStyle.first(theme)
                .paths(PathKind.NONE)
                .trail(0)
                .rings(false)
                .stars(false)
                .milkyWay(false);
        return new SkyPainter()
                .paint(
                        new Raster(SIZE, SIZE),
                        frame,
                        service.computePaths(frame.et()),
                        camera,
                        Viewport.open(SIZE, SIZE),
                        style);
    }

    @Test
    void theGroundLiesBelowTheHorizonAndTheCompassStandsOnIt() {
        SkyFrame frame = service.compute(EPOCH);
        for (Theme theme : Theme.values()) {
            int space = Palette.argb(theme.palette().space());
            Camera camera = standing(frame, NaifIds.MOON, new Ground(70, 50), NaifIds.EARTH);
            double altitude = -Math.toDegrees(camera.pitch());
            assertThat(altitude).isBetween(2.0, 25.0);
            Picture picture = paint(camera, frame, theme);
            double[] seen = new double[3];
            camera.axes().toSky(-Math.cos(camera.yaw()), -Math.sin(camera.yaw()), 0, seen);
            assertThat(picture.projection().infinity(seen[0], seen[1], seen[2], seen))
                    .isTrue();
            // Level, and as far beneath the Earth as that stands high.
            int row = (int) Math.round(seen[1]);
            double drawn = Math.toDegrees(
                    Math.atan((row - SIZE / 2.0) / picture.projection().focal()));
            assertThat(drawn).isCloseTo(altitude, within(0.2));
            Skyline skyline =
                    Skyline.of(camera, picture.projection(), picture.viewport()).orElseThrow();
            assertThat(skyline.above(SIZE / 2.0, seen[1])).isCloseTo(0, within(0.01));
            // A name above is as bright as ever, one at the horizon too, and one far below is dim.
            assertThat(skyline.strength(3, seen[1] - 6, 1)).isEqualTo(1);
            assertThat(skyline.strength(3, seen[1] + 10, 1)).isCloseTo(0.75, within(0.01));
            assertThat(skyline.strength(3, seen[1] + 60, 1)).isEqualTo(0.35);
            int[] pixels = picture.raster().pixels();
            for (int column : new int[] {3, SIZE - 4}) {
                assertThat(pixels[(row - 6) * SIZE + column]).isEqualTo(space);
                assertThat(pixels[(row + 40) * SIZE + column]).isNotEqualTo(space);
            }
            assertThat(picture.ticks().stream().map(Picture.Tick::text))
                    .isNotEmpty()
                    .allMatch(List.of("N", "NE", "E", "SE", "S", "SW", "W", "NW")::contains);
        }
    }

    @Test
    void inTheMiddleOfABodyThereIsNoHorizon() {
        SkyFrame frame = service.compute(EPOCH);
        Camera camera = CameraRig.aimed(
                Camera.first().at(NaifIds.EARTH).in(CameraFrame.from(NaifIds.MOON, 60), Axes.ECLIPTIC, 1),
                SkyModel.whereabouts(frame, ScaleMode.TRUE));
        assertThat(camera.axes()).isEqualTo(Axes.ECLIPTIC);
        assertThat(paint(camera, frame, Theme.DARK).ticks()).isEmpty();
    }

    @Test
    void aHandLooksAroundAndTheEyeStays() {
        SkyFrame frame = service.compute(EPOCH);
        CameraRig.Whereabouts sky = SkyModel.whereabouts(frame, ScaleMode.TRUE);
        CameraRig rig = new CameraRig();
        rig.set(standing(frame, NaifIds.MOON, new Ground(70, 50), NaifIds.EARTH));
        Camera before = rig.camera();
        rig.turn(0.3, 0.2);
        rig.aim(sky);
        Camera after = rig.camera();
        double share = before.field() / Math.toDegrees(Viewport.FIELD);
        assertThat(after.yaw()).isCloseTo(before.yaw() - 0.3 * share, within(1e-6));
        assertThat(after.pitch()).isCloseTo(before.pitch() - 0.2 * share, within(1e-6));
        assertThat(after.eyeDistance()).isCloseTo(before.eyeDistance(), within(1.0));
        assertThat(after.frame()).isEqualTo(before.frame());
    }

    @Test
    void aPlaceBeneathADirectionHasItLowInItsSky() {
        double[] turn = {1, 0, 0, 0, 1, 0, 0, 0, 1};
        for (double[] way : new double[][] {{1, 0, 0.2}, {-3, 4, -1}, {0.1, 0, 5}}) {
            Ground ground = Ground.under(turn, way[0], way[1], way[2], 12);
            double[] there = new double[3];
            ground.axes(turn).fromSky(way[0], way[1], way[2], there);
            double high = Math.toDegrees(Math.atan2(there[2], Math.hypot(there[0], there[1])));
            assertThat(high).isCloseTo(12, within(1e-9));
            assertThat(Math.abs(ground.latitude())).isLessThanOrEqualTo(78);
        }
        assertThatThrownBy(() -> new Ground(0, 91)).isInstanceOf(IllegalArgumentException.class);
    }
}
