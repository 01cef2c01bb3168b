package orrery.ui.orrery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelRegistry;
import orrery.service.GhostWish;
import orrery.service.PathWish;
import orrery.service.SkyFrame;
import orrery.service.SkyPath;
import orrery.service.SkyPaths;
import orrery.service.SkyService;
import orrery.testing.CrowdKernel;
import orrery.testing.SmallSky;
import orrery.ui.fx.Palette;
import orrery.ui.fx.Raster;
import orrery.ui.fx.Theme;

/** Things are painted where the projection puts them. */
class SkyPainterTest {
    private static final int SIZE = 600;
    private static final double EPOCH = 3.3 * SmallSky.YEAR;

    @TempDir
    private static Path folder;

    private Picture paint(SkyStyle style, Camera camera) throws Exception {
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            service.open(List.of(SmallSky.write(folder.resolve("small.bsp")))).join();
            SkyFrame frame = service.compute(EPOCH);
            return new SkyPainter()
                    .paint(
                            new Raster(SIZE, SIZE),
                            frame,
                            service.computePaths(EPOCH),
                            camera,
                            Viewport.open(SIZE, SIZE),
                            style);
        }
    }

    @Test
    void aBodyIsPaintedWhereTheProjectionOfItsStateSays() throws Exception {
        SkyStyle bare = SkyStyle.first(Theme.DARK)
                .paths(PathKind.NONE)
                .trail(0)
                .rings(false)
                .stars(false)
                .milkyWay(false)
                .selected(10);
        Picture picture = paint(bare, Camera.first().distance(6 * SmallSky.AU));
        double[] place = SmallSky.place(1.5 * SmallSky.AU, 1.9 * SmallSky.YEAR, EPOCH);
        double[] seen = new double[3];
        picture.projection().project(place[0], place[1], place[2], seen);
        DrawnBody mars = Objects.requireNonNull(picture.spot(4));
        assertThat(mars.x()).isCloseTo(seen[0], offset(1e-3));
        assertThat(mars.y()).isCloseTo(seen[1], offset(1e-3));
        // The middle of what differs from the empty sky near it is the body's place, within a pixel.
        int space = Palette.argb(Palette.DARK.space());
        double sumX = 0;
        double sumY = 0;
        int count = 0;
        for (int y = (int) seen[1] - 8; y <= seen[1] + 8; y++) {
            for (int x = (int) seen[0] - 8; x <= seen[0] + 8; x++) {
                if (picture.raster().pixels()[y * SIZE + x] != space) {
                    sumX += x + 0.5;
                    sumY += y + 0.5;
                    count++;
                }
            }
        }
        assertThat(count).isGreaterThan(15);
        assertThat(sumX / count).isCloseTo(seen[0], offset(0.6));
        assertThat(sumY / count).isCloseTo(seen[1], offset(0.6));
    }

    @Test
    void thePathOfABodyGoesThroughItEvenFromNearBy() throws Exception {
        SkyStyle bare = SkyStyle.first(Theme.DARK)
                .rings(false)
                .stars(false)
                .milkyWay(false)
                .markers(false)
                .selected(10);
        Picture picture = paint(bare, Camera.first().at(4).distance(3e6));
        int space = Palette.argb(Palette.DARK.space());
        int lit = 0;
        // On a circle round the body, the line must be met twice or once (its end), never not at all.
        for (int i = 0; i < 720; i++) {
            int x = (int) (SIZE / 2.0 + 60 * Math.cos(i * Math.PI / 360));
            int y = (int) (SIZE / 2.0 + 60 * Math.sin(i * Math.PI / 360));
            lit += picture.raster().pixels()[y * SIZE + x] != space ? 1 : 0;
        }
        assertThat(lit).isBetween(2, 60);
    }

    @Test
    void aMoonIsNotPaintedUntilItCanBeToldFromItsPlanet() throws Exception {
        SkyStyle style = SkyStyle.first(Theme.DARK);
        assertThat(Objects.requireNonNull(paint(style, Camera.first()).spot(301))
                        .strength())
                .isZero();
        assertThat(Objects.requireNonNull(paint(style, Camera.first().at(399).distance(3e6))
                                .spot(301))
                        .strength())
                .isEqualTo(1);
    }

    /**
     * Half of the Moon's path lies beside the Earth's disc for any position of the Moon; only the part behind the disc
     * is hidden.
     */
    @Test
    void theWayOfAMoonBehindItsPlanetLosesOnlyWhatIsHidden() throws Exception {
        SkyStyle bare = SkyStyle.first(Theme.DARK)
                .rings(false)
                .stars(false)
                .milkyWay(false)
                .selected(301);
        Camera behind = facing(true);
        Picture hidden = paint(bare, behind);
        assertThat(Objects.requireNonNull(hidden.spot(301)).strength()).isZero();
        Picture seen = paint(bare, facing(false));
        assertThat(Objects.requireNonNull(seen.spot(301)).strength()).isEqualTo(1);
        assertThat(lit(hidden)).isGreaterThan(lit(seen) / 2).isGreaterThan(300);
    }

    /** From where the Moon stands right behind the Earth, or farthest beside it. */
    private static Camera facing(boolean behind) {
        double[] earth = SmallSky.place(SmallSky.AU, SmallSky.YEAR, EPOCH);
        double[] moon = SmallSky.place(380_000, 27.3 * 86_400, EPOCH);
        Camera best = Camera.first();
        double least = Double.MAX_VALUE;
        double[] seen = new double[3];
        for (double yaw = 0; yaw < 360; yaw += 2) {
            for (double pitch = -80; pitch <= 80; pitch += 2) {
                Camera camera =
                        Camera.first().at(399).distance(1.5e6).direction(Math.toRadians(yaw), Math.toRadians(pitch));
                new Projection(camera, Viewport.open(SIZE, SIZE), earth[0], earth[1], earth[2])
                        .project(earth[0] + moon[0], earth[1] + moon[1], earth[2] + moon[2], seen);
                double aside = Math.hypot(seen[0] - SIZE / 2.0, seen[1] - SIZE / 2.0);
                double score = behind ? (seen[2] > 1.5e6 ? aside : Double.MAX_VALUE) : -aside;
                if (score < least) {
                    least = score;
                    best = camera;
                }
            }
        }
        return best;
    }

    /** How many pixels are not empty space. */
    private static int lit(Picture picture) {
        int space = Palette.argb(Palette.DARK.space());
        int count = 0;
        for (int pixel : picture.raster().pixels()) {
            count += pixel == space ? 0 : 1;
        }
        return count;
    }

    @Test
    void theMoonStandsInTheSkyOfTheEarth() throws Exception {
        Path kernel = SmallSky.write(folder.resolve("small.bsp"));
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            service.open(List.of(kernel)).join();
            DrawnPositions places = new DrawnPositions(service.compute(EPOCH), ScaleMode.TRUE);
            Camera camera = CameraRig.aimed(ViewSide.EARTH.of(Approach.near(Camera.first(), 301), 301), places::of);
            DrawnBody moon = Objects.requireNonNull(
                    paint(SkyStyle.first(Theme.LIGHT).selected(301), camera).spot(301));
            assertThat(moon.strength()).isEqualTo(1);
            assertThat(moon.x()).isCloseTo(SIZE / 2.0, offset(0.5));
        }
    }

    @Test
    void theSameInputsGiveTheSamePixels() throws Exception {
        SkyStyle style = SkyStyle.first(Theme.LIGHT);
        assertThat(paint(style, Camera.first()).raster().pixels())
                .isEqualTo(paint(style, Camera.first()).raster().pixels());
    }

    @Test
    void theSideTowardsTheSunIsTheBrightOne() throws Exception {
        SkyStyle bare = SkyStyle.first(Theme.DARK)
                .paths(PathKind.NONE)
                .trail(0)
                .rings(false)
                .stars(false)
                .milkyWay(false)
                .selected(10);
        double quarter = 2 * Math.PI * EPOCH / SmallSky.YEAR + Math.PI / 2;
        Picture picture = paint(bare, Camera.first().at(399).distance(40_000).direction(quarter, 0));
        DrawnBody earth = Objects.requireNonNull(picture.spot(399));
        assertThat(earth.trueSize()).isTrue();
        double[] place = SmallSky.place(SmallSky.AU, SmallSky.YEAR, EPOCH);
        double[] sun = new double[3];
        picture.projection().direction(-place[0], -place[1], -place[2], sun);
        double length = Math.hypot(sun[0], sun[1]);
        double reach = earth.radius() * 0.8;
        int lit = brightness(picture, earth.x() + reach * sun[0] / length, earth.y() - reach * sun[1] / length);
        int dark = brightness(picture, earth.x() - reach * sun[0] / length, earth.y() + reach * sun[1] / length);
        assertThat(lit).isGreaterThan(2 * dark);
    }

    private static int brightness(Picture picture, double x, double y) {
        int argb = picture.raster().pixels()[((int) y) * SIZE + ((int) x)];
        return ((argb >> 16) & 255) + ((argb >> 8) & 255) + (argb & 255);
    }

    @Test
    void aBodyWithoutDataNowFadesOutAndComesBack() throws Exception {
        Path file = SmallSky.write(
                folder.resolve("short.bsp"), 0, 10 * SmallSky.YEAR, 2 * SmallSky.YEAR, 4 * SmallSky.YEAR);
        double day = 86400;
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            service.open(List.of(file)).join();
            DrawnBody inside =
                    Objects.requireNonNull(at(service, 3 * SmallSky.YEAR).spot(4));
            assertThat(inside.gone()).isFalse();
            assertThat(inside.strength()).isEqualTo(1);
            DrawnBody after = Objects.requireNonNull(
                    at(service, 4 * SmallSky.YEAR + 10 * day).spot(4));
            assertThat(after.gone()).isTrue();
            // A twentieth of the two years held is 36.5 days.
            assertThat(after.strength()).isCloseTo(1 - 10 / 36.525, offset(1e-9));
            DrawnBody before = Objects.requireNonNull(
                    at(service, 2 * SmallSky.YEAR - 20 * day).spot(4));
            assertThat(before.strength()).isCloseTo(1 - 20 / 36.525, offset(1e-9));
            assertThat(at(service, 6 * SmallSky.YEAR).spot(4)).isNull();
            SkyFrame frame = service.compute(4 * SmallSky.YEAR + 10 * day);
            int mars = frame.catalogue().indexOf(4);
            assertThat(new Absence().of(frame.catalogue().bodies().get(mars), frame.et()))
                    .isEqualTo("ended 2004-01-01");
        }
    }

    private static Picture at(SkyService service, double et) {
        return new SkyPainter()
                .paint(
                        new Raster(SIZE, SIZE),
                        service.compute(et),
                        service.computePaths(et),
                        Camera.first().distance(6 * SmallSky.AU),
                        Viewport.open(SIZE, SIZE),
                        SkyStyle.first(Theme.DARK));
    }

    @Test
    void aPathReadsTheDateAndTheStateAtEachOfItsPoints() throws Exception {
        SkyStyle style = SkyStyle.first(Theme.DARK);
        Picture picture = paint(style, Camera.first().distance(6 * SmallSky.AU));
        for (double days : new double[] {-200, -45, 60, 140}) {
            double then = EPOCH + days * 86400;
            double[] place = SmallSky.place(1.5 * SmallSky.AU, 1.9 * SmallSky.YEAR, then);
            double[] seen = new double[3];
            picture.projection().project(place[0], place[1], place[2], seen);
            PathReader.Reading reading =
                    Objects.requireNonNull(new PathReader().at(picture, seen[0] + 1, seen[1] - 1, 7));
            assertThat(reading.body()).isEqualTo(4);
            assertThat(reading.center()).isEqualTo(10);
            // A pixel is some 0.0075 au here, and a day's way 0.014 au.
            assertThat(reading.et()).isCloseTo(then, offset(2 * 86400.0));
            double[] there = SmallSky.place(1.5 * SmallSky.AU, 1.9 * SmallSky.YEAR, reading.et());
            assertThat(reading.position().x()).isCloseTo(there[0], offset(1000.0));
            assertThat(reading.distance())
                    .isCloseTo(
                            Math.sqrt(there[0] * there[0] + there[1] * there[1] + there[2] * there[2]), offset(1000.0));
            assertThat(reading.speed()).isBetween(22.0, 24.0);
        }
        assertThat(new PathReader().at(picture, 3, 3, 7)).isNull();
    }

    @Test
    void aCrowdIsDrawnAsDotsWhereItsBodiesAreAndTheChosenOneAsAMark() throws Exception {
        int first = CrowdKernel.FIRST;
        int chosen = first + 350;
        Path crowd = CrowdKernel.write(folder.resolve("crowd.bsp"), EPOCH, 400);
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            service.open(List.of(SmallSky.write(folder.resolve("beside.bsp")), crowd))
                    .join();
            SkyStyle style = SkyStyle.first(Theme.DARK)
                    .rings(false)
                    .stars(false)
                    .milkyWay(false)
                    .selected(chosen);
            SkyFrame frame = service.compute(EPOCH);
            Camera camera = Camera.first().distance(12 * SmallSky.AU);
            SkyPaths paths = service.computePaths(EPOCH, SkyModel.wish(style, camera));
            Raster raster = new Raster(SIZE, SIZE);
            Picture picture = new SkyPainter().paint(raster, frame, paths, camera, Viewport.open(SIZE, SIZE), style);
            int space = Palette.argb(Palette.DARK.space());
            int dots = 0;
            for (DrawnBody spot : picture.spots()) {
                if (spot.id() >= first && spot.id() != chosen) {
                    assertThat(spot.dot()).isEqualTo(spot.id() >= first + 40);
                    dots += spot.dot() ? 1 : 0;
                    assertThat(raster.pixels()[((int) spot.y()) * SIZE + (int) spot.x()])
                            .isNotEqualTo(space);
                }
            }
            assertThat(dots).isEqualTo(359);
            DrawnBody mark = Objects.requireNonNull(picture.spot(chosen));
            assertThat(mark.form()).isEqualTo(DrawnBody.Form.MARK);
            assertThat(paths.of(chosen)).isNotNull();
        }
    }

    @Test
    void whereBothPathsOfABodyAreDrawnEachIsReadAndSaysHowFarOffTheOtherIs() throws Exception {
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            service.open(List.of(SmallSky.write(folder.resolve("both.bsp")))).join();
            SkyPaths paths =
                    service.computePaths(EPOCH, new PathWish(true, PathWish.NONE, PathWish.NONE, PathWish.NONE));
            SkyStyle both = SkyStyle.first(Theme.DARK).paths(PathKind.BOTH);
            Picture picture = read(service, paths, both);
            // Mars goes its circle a little too slowly for one: its ellipse leaves it.
            double then = EPOCH + 200 * 86400;
            SkyPath own = Objects.requireNonNull(paths.of(4));
            SkyPath ellipse = Objects.requireNonNull(paths.ellipse(4));
            for (SkyPath path : List.of(own, ellipse)) {
                double[] place = on(path, then);
                double[] seen = new double[3];
                picture.projection().project(place[0], place[1], place[2], seen);
                PathReader.Reading reading = Objects.requireNonNull(new PathReader().at(picture, seen[0], seen[1], 7));
                assertThat(reading.body()).isEqualTo(4);
                assertThat(reading.osculating()).isEqualTo(path.equals(ellipse));
                assertThat(reading.et()).isCloseTo(then, offset(3600.0));
                double[] there = on(path, reading.et());
                double[] other = on(path.equals(own) ? ellipse : own, reading.et());
                assertThat(reading.position().x()).isCloseTo(there[0], offset(1.0));
                assertThat(reading.position().y()).isCloseTo(there[1], offset(1.0));
                assertThat(reading.apart())
                        .isCloseTo(
                                Math.sqrt(Math.pow(there[0] - other[0], 2)
                                        + Math.pow(there[1] - other[1], 2)
                                        + Math.pow(there[2] - other[2], 2)),
                                offset(1.0))
                        .isGreaterThan(1e6);
            }
            // Of what is not drawn nothing is read: without the kernel's paths only the tail is there.
            Picture tail = read(service, paths, both.paths(PathKind.NONE));
            double[] seen = new double[3];
            for (double days : new double[] {200, -20}) {
                double[] place = on(own, EPOCH + days * 86400);
                tail.projection().project(place[0], place[1], place[2], seen);
                PathReader.Reading reading = new PathReader().at(tail, seen[0], seen[1], 7);
                if (days > 0) {
                    assertThat(reading).isNull();
                } else {
                    assertThat(Objects.requireNonNull(reading).osculating()).isFalse();
                }
            }
        }
    }

    private static Picture read(SkyService service, SkyPaths paths, SkyStyle style) {
        return new SkyPainter()
                .paint(
                        new Raster(SIZE, SIZE),
                        service.compute(EPOCH),
                        paths,
                        Camera.first().direction(1, 1.4).distance(5 * SmallSky.AU),
                        Viewport.open(SIZE, SIZE),
                        style);
    }

    private static double[] on(SkyPath path, double et) {
        double position = (et - path.start()) / path.step();
        double[] out = new double[3];
        path.between((int) position, position - (int) position, out);
        return out;
    }

    @Test
    void relativeToTheEarthTheSunGoesRoundAndTheEarthStands() throws Exception {
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            service.open(List.of(SmallSky.write(folder.resolve("center.bsp")))).join();
            double et = 5 * SmallSky.YEAR;
            SkyPaths paths = service.computePaths(et, new PathWish(true, 399, PathWish.NONE, PathWish.NONE));
            SkyPath sun = Objects.requireNonNull(paths.relative(10));
            double[] earth = SmallSky.place(SmallSky.AU, SmallSky.YEAR, sun.et(37));
            assertThat(sun.component(37, 0)).isCloseTo(-earth[0], offset(1.0));
            assertThat(sun.end()).isGreaterThan(et);
            assertThat(paths.relative(399)).isNull();
            assertThat(paths.ellipse(4)).isNotNull();
            // Along axes that turn with Sun and Earth, the Earth does not move.
            SkyPaths turning = service.computePaths(et, new PathWish(false, 10, 399, PathWish.NONE));
            SkyPath still = Objects.requireNonNull(turning.relative(399));
            for (int knot = 0; knot < still.size(); knot += 50) {
                assertThat(still.component(knot, 1)).isCloseTo(0, offset(1.0));
                assertThat(still.component(knot, 2)).isCloseTo(0, offset(1.0));
                assertThat(still.component(knot, 0)).isGreaterThan(0.99 * SmallSky.AU);
            }
        }
    }

    @Test
    void aGhostIsPaintedWhereItsExaggeratedOffsetPutsItAndTheBadgeSaysSo() throws Exception {
        SkyStyle bare = SkyStyle.first(Theme.DARK)
                .paths(PathKind.NONE)
                .trail(0)
                .rings(false)
                .stars(false)
                .milkyWay(false)
                .selected(4);
        Path small = SmallSky.write(folder.resolve("small.bsp"));
        Path other = SmallSky.shifted(folder.resolve("other.bsp"), SmallSky.START, SmallSky.END, 100);
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            service.open(List.of(small)).join();
            service.ghost(new GhostWish(small, other, 10, List.of(4))).join();
            SkyFrame frame = service.compute(EPOCH);
            Picture picture = new SkyPainter()
                    .paint(
                            new Raster(SIZE, SIZE),
                            frame,
                            service.computePaths(EPOCH),
                            Camera.first().distance(6 * SmallSky.AU),
                            Viewport.open(SIZE, SIZE),
                            bare);
            double[] place = SmallSky.place(1.5 * SmallSky.AU + 200_000 * 100, 1.9 * SmallSky.YEAR, EPOCH);
            double[] seen = new double[3];
            picture.projection().project(place[0], place[1], place[2], seen);
            int space = Palette.argb(Palette.DARK.space());
            int[] pixels = picture.raster().pixels();
            int column = (int) seen[0];
            int row = (int) seen[1];
            assertThat(pixels[row * SIZE + column]).as("hollow").isEqualTo(space);
            assertThat(pixels[row * SIZE + column + 5]).as("its ring").isNotEqualTo(space);
            assertThat(pixels[(row + 5) * SIZE + column]).as("its ring").isNotEqualTo(space);
            assertThat(picture.ticks()).extracting(Picture.Tick::text).contains("ghost");
            assertThat(new GhostText().of(picture))
                    .contains("other.bsp", "small.bsp", "the Sun", "\u00d7 200,000", "Mars: 100 km apart now");
        }
    }
}
