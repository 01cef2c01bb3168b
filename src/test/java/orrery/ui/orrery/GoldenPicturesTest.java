package orrery.ui.orrery;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orrery.binding.KernelRegistry;
import orrery.math.Constants;
import orrery.service.SkyFrame;
import orrery.service.SkyPaths;
import orrery.service.SkyService;
import orrery.time.Dates;
import orrery.ui.fx.Raster;
import orrery.ui.fx.Theme;

/**
 * Pictures of the shipped kernel as they were when somebody checked them: each view, scale and theme, and each body
 * worth a flight. Painted without JavaFX, so without fonts, which differ from machine to machine.
 *
 * <p>The tolerance: the mean difference of a channel is at most 0.4 of 255, and at most 1 in 200 pixels differs by more
 * than 24 in some channel. A sine that differs in its last bit moves the edge of a line by less; a missing line, a
 * planet shifted by a pixel, or a changed color gives more. {@code -Dorrery.golden=write} draws them again.
 */
class GoldenPicturesTest {
    private static final int SIZE = 256;
    private static final double MEAN = 0.4;
    private static final int FAR = 24;
    private static final double FAR_SHARE = 1.0 / 200;
    private static final Path BASE = Path.of(System.getProperty("orrery.basedir", "."));
    private static final Path GOLDEN = BASE.resolve("src/test/resources/orrery/ui/orrery/golden");

    private static final SkyService SERVICE = new SkyService(new KernelRegistry(), 1);
    private static final double ET = Dates.parse("2026-11-22T00:00");

    record Shot(String name, Camera camera, SkyStyle style) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void open() {
        SERVICE.open(List.of(BASE.resolve("kernels/orrery_1900_2100.bsp"))).join();
    }

    @AfterAll
    static void close() {
        SERVICE.close();
    }

    static Stream<Shot> shots() {
        List<Shot> shots = new ArrayList<>();
        for (Theme theme : Theme.values()) {
            for (ScaleMode scale : ScaleMode.values()) {
                for (ViewSide view : ViewSide.values()) {
                    int chosen = view == ViewSide.EARTH ? 5 : 399;
                    shots.add(new Shot(
                            name(view.name(), scale.name(), theme.name()),
                            view.of(Camera.first(), chosen),
                            SkyStyle.first(theme).scale(scale).selected(chosen).milkyWay(false)));
                }
                // As at the first start, from so far that the planets are in it.
                shots.add(new Shot(
                        name("perspective", scale.name(), theme.name()),
                        Camera.first().distance((scale == ScaleMode.TRUE ? 17.2 : 30) * Constants.AU),
                        SkyStyle.first(theme).scale(scale).milkyWay(false)));
            }
        }
        for (int body : new int[] {399, 6}) {
            shots.add(new Shot(
                    name("near", BodyLook.name(body), "light"),
                    Approach.near(Camera.first(), body),
                    SkyStyle.first(Theme.LIGHT).selected(body).milkyWay(false)));
        }
        for (int body : new int[] {10, 199, 2, 399, 301, 4, 5, 6, 7, 8, 9}) {
            shots.add(new Shot(
                    name("near", BodyLook.name(body), "dark"),
                    Approach.near(Camera.first(), body),
                    SkyStyle.first(Theme.DARK).selected(body).milkyWay(false)));
        }
        for (Theme theme : Theme.values()) {
            // To the middle of the Galaxy, which lies 6 degrees south of the ecliptic at longitude 267.
            shots.add(new Shot(
                    name("milky-way", theme.name()),
                    Camera.first()
                            .direction(Math.toRadians(87), Math.toRadians(6))
                            .distance(40 * Constants.AU),
                    SkyStyle.first(theme)));
        }
        for (Theme theme : Theme.values()) {
            shots.add(new Shot(
                    name("moon-from-earth", theme.name()),
                    ViewSide.EARTH.of(Approach.near(Camera.first(), 301), 301),
                    SkyStyle.first(theme).selected(301).milkyWay(false)));
        }
        shots.add(new Shot(
                "relative-earth-dark",
                ViewSide.TOP.of(Camera.first().at(399).distance(5 * Constants.AU), 399),
                SkyStyle.first(Theme.DARK).center(399).milkyWay(false)));
        shots.add(new Shot(
                "osculating-grid-light",
                Camera.first().distance(6 * Constants.AU),
                SkyStyle.first(Theme.LIGHT)
                        .paths(PathKind.BOTH)
                        .grid(SkyGridKind.BOTH)
                        .milkyWay(false)));
        return shots.stream();
    }

    private static String name(String... parts) {
        return String.join("-", parts).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static Raster paint(Shot shot) {
        SkyFrame frame = SERVICE.compute(ET);
        DrawnPositions places = new DrawnPositions(frame, shot.style.scale());
        CameraRig.Whereabouts sky = places::of;
        Camera camera = CameraRig.aimed(Approach.sunny(shot.camera, nearOnly(shot, sky)), sky);
        SkyPaths paths = SERVICE.computePaths(ET, SkyModel.wish(shot.style, camera));
        Raster raster = new Raster(SIZE, SIZE);
        new SkyPainter().paint(raster, frame, paths, camera, Viewport.open(SIZE, SIZE), shot.style);
        return raster;
    }

    /** Flights go to where the Sun shines; views of the whole stay as they are. */
    private static CameraRig.Whereabouts nearOnly(Shot shot, CameraRig.Whereabouts sky) {
        return shot.name.startsWith("near") ? sky : (body, out) -> false;
    }

    @ParameterizedTest
    @MethodSource("shots")
    void thePictureIsTheOneThatWasLookedAt(Shot shot) throws IOException {
        int[] now = paint(shot).pixels();
        File file = GOLDEN.resolve(shot.name + ".png").toFile();
        if ("write".equals(System.getProperty("orrery.golden"))) {
            write(now, file);
        }
        int[] then = read(file);
        long sum = 0;
        int far = 0;
        for (int i = 0; i < now.length; i++) {
            int worst = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                int difference = Math.abs(((now[i] >> shift) & 255) - ((then[i] >> shift) & 255));
                sum += difference;
                worst = Math.max(worst, difference);
            }
            far += worst > FAR ? 1 : 0;
        }
        assertThat(sum / (3.0 * now.length)).as("mean difference").isLessThan(MEAN);
        assertThat(far / (double) now.length).as("share of pixels that differ").isLessThan(FAR_SHARE);
    }

    @Test
    void theToleranceSeesAPlanetThatIsMissingOrOutOfPlace() throws IOException {
        Shot top =
                shots().filter(s -> s.name.equals("top-true-dark")).findFirst().orElseThrow();
        int[] now = paint(new Shot("other", top.camera, top.style.selected(SkyStyle.NO_CENTER)))
                .pixels();
        int[] then = read(GOLDEN.resolve(top.name + ".png").toFile());
        int far = 0;
        for (int i = 0; i < now.length; i++) {
            int blue = Math.abs((now[i] & 255) - (then[i] & 255));
            int red = Math.abs(((now[i] >> 16) & 255) - ((then[i] >> 16) & 255));
            far += Math.max(blue, red) > FAR ? 1 : 0;
        }
        assertThat(far).as("pixels of one ring about the Earth").isGreaterThan(20);
    }

    private static void write(int[] pixels, File file) throws IOException {
        Files.createDirectories(GOLDEN);
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, SIZE, SIZE, pixels, 0, SIZE);
        ImageIO.write(image, "png", file);
    }

    private static int[] read(File file) throws IOException {
        BufferedImage image = ImageIO.read(file);
        assertThat(image.getWidth()).isEqualTo(SIZE);
        return image.getRGB(0, 0, SIZE, SIZE, null, 0, SIZE);
    }
}
