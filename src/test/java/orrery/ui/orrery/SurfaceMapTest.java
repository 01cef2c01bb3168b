package orrery.ui.orrery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.SubPoints;
import orrery.service.BodyFacts;
import orrery.service.PathWish;
import orrery.service.SkyFrame;
import orrery.service.SkyService;
import orrery.time.Dates;
import orrery.ui.fx.Raster;
import orrery.ui.fx.Theme;

/** Maps of surfaces: each feature at its longitude and latitude, on the map, on the globe and in the picture. */
class SurfaceMapTest {
    private static final Path BASE = Path.of(System.getProperty("orrery.basedir", "."));
    private static final int SIZE = 1000;
    private static final SkyService SERVICE = new SkyService(new KernelRegistry(), 1);
    private static SkyFrame frame;

    @BeforeAll
    static void open() {
        SERVICE.open(List.of(BASE.resolve("kernels/orrery_1900_2100.bsp"))).join();
        frame = SERVICE.compute(Dates.parse("2026-11-22T12:00"));
    }

    @AfterAll
    static void close() {
        SERVICE.close();
    }

    private static double[] place(double longitude, double latitude) {
        double cos = Math.cos(Math.toRadians(latitude));
        return new double[] {
            cos * Math.cos(Math.toRadians(longitude)),
            cos * Math.sin(Math.toRadians(longitude)),
            Math.sin(Math.toRadians(latitude))
        };
    }

    private static double light(int rgb) {
        return (((rgb >> 16) & 255) + ((rgb >> 8) & 255) + (rgb & 255)) / 3.0;
    }

    /** The mean over the corners of a square of two degrees. */
    private static double light(Globe globe, int level, double longitude, double latitude) {
        double sum = 0;
        for (int corner = 0; corner < 4; corner++) {
            double[] at = place(longitude + (corner & 1) * 2 - 1, latitude + (corner & 2) - 1);
            sum += light(globe.at(level, at[0], at[1], at[2]));
        }
        return sum / 4;
    }

    /** Longitudes east and planetocentric latitudes of the IAU's Gazetteer of Planetary Nomenclature. */
    @ParameterizedTest
    @CsvSource({
        "399, Sahara, 15, 22, Gulf of Guinea, 0, 0",
        "399, Australia, 128, -25, Indian Ocean, 90, -25",
        "399, Arabia, 46, 22, Arabian Sea, 63, 16",
        "399, Patagonia, -69, -45, Pacific, -85, -45",
        "301, highlands east of it, 70, 8, Mare Crisium, 59, 17",
        "301, Tycho, -11, -43, Mare Humorum, -39, -24",
        "301, far side, 170, 10, Mare Moscoviense, 147.5, 27.5",
        "499, Arabia Terra, 25, 22, Syrtis Major, 69, 9",
        "499, Hellas, 70, -43, Mare Tyrrhenum, 95, -15",
        "499, Tharsis, -110, 0, Mare Erythraeum, -30, -25",
        "503, Tros, -27, 11, Galileo Regio, -137, 36",
        "604, Creusa, -76, 49, trailing side, 100, 0",
        "605, Inktomi, -112, -14, trailing side, 130, 0",
        "603, Odysseus, -129, 33, trailing side, 80, 0",
    })
    void whatIsBrightIsBrighterThanWhatIsDark(
            int body, String bright, double lon, double lat, String dark, double lon2, double lat2) {
        Globe globe = Globe.of(BodyLook.of(body));
        for (int level = 0; level < 3; level++) {
            assertThat(light(globe, level, lon, lat))
                    .as("%s against %s, level %d", bright, dark, level)
                    .isGreaterThan(light(globe, level, lon2, lat2) + 15);
        }
    }

    @Test
    void theEarthShowsGreenwichToTheSunAtNoonAndTheMoonItsNearSideToTheEarth() {
        double[] noon = beneath(399, 10);
        // The Sun is ahead by the equation of time, 13.8 minutes; TDB is ahead of UT by 69 seconds.
        assertThat(noon[0]).isCloseTo(-13.8 / 4 + 69 / 240.0, offset(0.2));
        assertThat(noon[1]).isCloseTo(-20.1, offset(0.3));
        double[] near = beneath(301, 399);
        assertThat(near[0]).as("libration in longitude").isCloseTo(0, offset(8.2));
        assertThat(near[1]).as("libration in latitude").isCloseTo(0, offset(7.0));
        // As the Body tab has it, but for light time.
        SubPoints.Point told = SERVICE.computeFacts(301, frame.et())
                .surface()
                .flatMap(BodyFacts.Surface::earth)
                .orElseThrow();
        assertThat(near[0]).isCloseTo(Math.toDegrees(told.longitude()), offset(0.02));
        assertThat(near[1]).isCloseTo(Math.toDegrees(told.latitude()), offset(0.02));
    }

    /** Where on a body another stands in the zenith: degrees east and north, from the axes that the painter uses. */
    private static double[] beneath(int body, int other) {
        DrawnPositions places = new DrawnPositions(frame, ScaleMode.TRUE);
        double[] turn = new double[9];
        double[] from = new double[3];
        double[] to = new double[3];
        assertThat(places.turn(body, turn) && places.of(body, from) && places.of(other, to))
                .isTrue();
        double[] way = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                way[i] += turn[3 * i + k] * (to[k] - from[k]);
            }
        }
        return new double[] {
            Math.toDegrees(Math.atan2(way[1], way[0])), Math.toDegrees(Math.atan2(way[2], Math.hypot(way[0], way[1])))
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {399, 301, 4})
    void thePictureShowsTheMapAsTheBodyStands(int body) throws IOException {
        int seen = BodyLook.of(body).body().id();
        BufferedImage map =
                ImageIO.read(BASE.resolve("assets/maps/" + seen + ".jpg").toFile());
        Picture picture = near(body, Theme.DARK);
        assertThat(likeness(picture, body, map, 0, 1)).isGreaterThan(0.95);
        // And not shifted or mirrored.
        for (int shift : new int[] {-10, 10, 180}) {
            assertThat(likeness(picture, body, map, shift, 1))
                    .as("shift %d", shift)
                    .isLessThan(0.85);
        }
        assertThat(likeness(picture, body, map, 0, -1)).as("mirrored").isLessThan(0.7);
        assertThat(near(body, Theme.DARK).raster().pixels())
                .as("again")
                .isEqualTo(picture.raster().pixels());
    }

    private static Picture near(int body, Theme theme) {
        DrawnPositions places = new DrawnPositions(frame, ScaleMode.TRUE);
        Camera camera = CameraRig.aimed(Approach.sunny(Approach.near(Camera.first(), body), places::of), places::of);
        return new SkyPainter()
                .paint(
                        new Raster(SIZE, SIZE),
                        frame,
                        SERVICE.computePaths(frame.et(), PathWish.PLAIN),
                        camera,
                        Viewport.open(SIZE, SIZE),
                        SkyStyle.first(theme).milkyWay(false));
    }

    /** The correlation of the lit part of a disc, its shading removed, with the map, read by another decoder. */
    private static double likeness(Picture picture, int body, BufferedImage map, int shift, int sense) {
        DrawnPositions places = new DrawnPositions(frame, ScaleMode.TRUE);
        double[] turn = new double[9];
        double[] center = new double[3];
        double[] sun = new double[3];
        double[] way = new double[3];
        double[] at = new double[3];
        places.turn(body, turn);
        places.of(body, center);
        places.of(10, sun);
        DrawnBody spot = spot(picture, body);
        double distance = Math.sqrt(square(center, sun));
        int count = 0;
        double[] seen = new double[4000];
        double[] expected = new double[4000];
        for (int lat = -80; lat <= 80; lat += 5) {
            for (int lon = -180; lon < 180; lon += 5) {
                double[] own = place(lon, lat);
                double lit = 0;
                for (int k = 0; k < 3; k++) {
                    at[k] = turn[k] * own[0] + turn[3 + k] * own[1] + turn[6 + k] * own[2];
                    lit += at[k] * (sun[k] - center[k]) / distance;
                }
                picture.projection().direction(at[0], at[1], at[2], way);
                if (lit < 0.3 || way[2] < 0.5) {
                    continue;
                }
                // A disc is painted as from far away.
                int column = (int) (spot.x() + spot.radius() * way[0]);
                int row = (int) (spot.y() - spot.radius() * way[1]);
                int x = Math.floorMod((int) ((sense * lon + shift + 180) / 360.0 * map.getWidth()), map.getWidth());
                int y = (int) ((90 - lat) / 180.0 * map.getHeight());
                seen[count] = light(picture.raster().pixels()[row * SIZE + column]) / Math.pow(lit, 0.72);
                expected[count++] = light(map, x, y);
            }
        }
        assertThat(count).isGreaterThan(200);
        return correlation(Arrays.copyOf(seen, count), Arrays.copyOf(expected, count));
    }

    private static DrawnBody spot(Picture picture, int body) {
        return picture.spots().stream()
                .filter(drawn -> drawn.id() == body)
                .findFirst()
                .orElseThrow();
    }

    /** The mean of a square of five pixels. */
    private static double light(BufferedImage map, int x, int y) {
        double sum = 0;
        for (int i = -2; i <= 2; i++) {
            for (int k = -2; k <= 2; k++) {
                sum += light(map.getRGB(Math.floorMod(x + i, map.getWidth()), y + k));
            }
        }
        return sum / 25;
    }

    private static double square(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }

    @Test
    void aGrowingDiscKeepsItsColorsFromStepToStep() {
        Globe globe = Globe.of(BodyLook.of(399));
        for (double radius = 6; radius < 600; radius *= 1.002) {
            for (int lon = -180; lon < 180; lon += 20) {
                double[] at = place(lon, 20);
                int now = globe.at(globe.level(radius), at[0], at[1], at[2]);
                int next = globe.at(globe.level(radius * 1.002), at[0], at[1], at[2]);
                assertThat(light(next))
                        .as("radius %s, longitude %s", radius, lon)
                        .isCloseTo(light(now), offset(2.0));
            }
        }
    }

    @Test
    void theNightSideOfAGlobeHasNoLight() {
        for (Theme theme : Theme.values()) {
            Picture picture = near(399, theme);
            DrawnBody spot = spot(picture, 399);
            double[] way = new double[3];
            DrawnPositions places = new DrawnPositions(frame, ScaleMode.TRUE);
            double[] center = new double[3];
            double[] sun = new double[3];
            places.of(399, center);
            places.of(10, sun);
            picture.projection().direction(sun[0] - center[0], sun[1] - center[1], sun[2] - center[2], way);
            double length = Math.hypot(way[0], way[1]);
            // Across the disc from the Sun, nine tenths of the way to the limb.
            int x = (int) (spot.x() - 0.9 * spot.radius() * way[0] / length);
            int y = (int) (spot.y() + 0.9 * spot.radius() * way[1] / length);
            assertThat(picture.raster().pixels()[y * SIZE + x] & 0xFFFFFF)
                    .as("%s", theme)
                    .isZero();
        }
    }

    @Test
    void theDecoderHasTheColorsOfAnother() throws IOException {
        Path file = BASE.resolve("assets/maps/399.jpg");
        BufferedImage image = ImageIO.read(file.toFile());
        SurfaceMap map = SurfaceMap.decode(Files.readAllBytes(file), 1).orElseThrow();
        for (int lat = -58; lat <= 58; lat += 7) {
            for (int lon = -179; lon < 180; lon += 7) {
                int x = (int) ((lon + 180) / 360.0 * image.getWidth());
                int y = (int) ((90 - lat) / 180.0 * image.getHeight());
                double[] at = place((x + 0.5) / image.getWidth() * 360 - 180, 90 - (y + 0.5) / image.getHeight() * 180);
                int there = map.color(at[0], at[1], at[2]);
                for (int shift = 0; shift <= 16; shift += 8) {
                    assertThat((there >> shift) & 255)
                            .as("longitude %s, latitude %s", lon, lat)
                            .isCloseTo((image.getRGB(x, y) >> shift) & 255, offset(6));
                }
            }
        }
    }

    @Test
    void aMapThatIsMissingOrDamagedGivesWayToTheSynthesizedSkin() throws IOException {
        assertThat(SurfaceMap.of(BodyLook.of(199))).isEmpty();
        byte[] whole = Files.readAllBytes(BASE.resolve("assets/maps/503.jpg"));
        assertThat(SurfaceMap.decode(whole, 1)).isPresent();
        assertThat(SurfaceMap.decode(new byte[0], 1)).isEmpty();
        assertThat(SurfaceMap.decode(new byte[5000], 1)).isEmpty();
        assertThat(SurfaceMap.decode(Arrays.copyOf(whole, 200), 1)).isEmpty();
        byte[] other = Files.readAllBytes(BASE.resolve("assets/icons/orrery-64.png"));
        assertThat(SurfaceMap.decode(other, 1)).isEmpty();
    }

    @Test
    void mapsAreSmall() throws IOException {
        long sum = 0;
        try (var files = Files.list(BASE.resolve("assets/maps"))) {
            for (Path file : files.toList()) {
                long size = Files.size(file);
                assertThat(size).as(file.toString()).isLessThan(300_000);
                sum += size;
            }
        }
        assertThat(sum).isBetween(300_000L, 1_000_000L);
    }
}
