package orrery.ui.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jcodec.api.FrameGrab;
import org.jcodec.common.io.FileChannelWrapper;
import org.jcodec.common.model.Picture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import orrery.binding.KernelRegistry;
import orrery.library.WriteFailure;
import orrery.service.SkyService;
import orrery.spk.Progress;
import orrery.testing.SmallSky;
import orrery.ui.fx.Theme;
import orrery.ui.orrery.Camera;
import orrery.ui.orrery.ScaleMode;
import orrery.ui.orrery.SkyStyle;
import orrery.ui.orrery.ViewLink;

/** Films as files: the same in two runs, with a record of every frame, complete or absent. */
@ExtendWith(ApplicationExtension.class)
class FilmFilesTest {
    private static final int WIDTH = 162;
    private static final int HEIGHT = 90;

    @TempDir
    private Path folder = Path.of("");

    private final SkyService service = new SkyService(new KernelRegistry(), 1);
    private Path film = Path.of("");

    @BeforeEach
    void open() throws IOException {
        film = folder.resolve("film.mp4");
        service.open(List.of(SmallSky.write(folder.resolve("sky.bsp")))).join();
    }

    @AfterEach
    void close() {
        service.close();
    }

    private static FilmPath path(double seconds) {
        ViewLink from = view(SmallSky.YEAR, Camera.first());
        ViewLink to = view(1.5 * SmallSky.YEAR, Camera.first().at(399).distance(4e6));
        return new FilmPath(List.of(from, to), SkyStyle.first(Theme.DARK).milkyWay(false), seconds, 8, 0.5);
    }

    private static ViewLink view(double et, Camera camera) {
        return new ViewLink(et, camera, ScaleMode.TRUE, SkyStyle.NO_CENTER, 399, List.of());
    }

    private static FilmRun.Options options(boolean bare) {
        return new FilmRun.Options(WIDTH, HEIGHT, bare, List.of(), Optional.empty());
    }

    private FilmRecord write(Optional<Path> frames, boolean bare, Progress progress) throws IOException {
        return new FilmFiles(film, frames, FilmFiles.Choice.JCODEC)
                .write(
                        service,
                        path(2.5),
                        options(bare),
                        List.of(new ViewLink.Kernel("sky.bsp", "ab".repeat(32))),
                        progress);
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theSameFilmTwiceHasTheSameFramesWithNamesAndWithout() throws IOException {
        for (boolean bare : new boolean[] {true, false}) {
            FilmRecord first = write(Optional.empty(), bare, Progress.NONE);
            byte[] bytes = Files.readAllBytes(film);
            FilmRecord second = write(Optional.empty(), bare, Progress.NONE);
            assertThat(second.frames()).hasSize(20).isEqualTo(first.frames());
            assertThat(Files.size(film)).isEqualTo(bytes.length);
            // The sky moves: no frame equals the one before.
            assertThat(first.frames().stream().map(FilmRecord.Frame::sha256).distinct())
                    .hasSize(20);
        }
    }

    @Test
    void theFilmHoldsTheFramesAndTheRecordTellsOfEach() throws Exception {
        Path frames = folder.resolve("frames");
        FilmRecord record = write(Optional.of(frames), false, Progress.NONE);
        assertThat(left()).containsExactly("film.mp4", "film.mp4.json", "frames", "sky.bsp");
        JsonNode told =
                new ObjectMapper().readTree(folder.resolve("film.mp4.json").toFile());
        assertThat(told.get("kernels").get(0).get("sha256").asText()).isEqualTo("ab".repeat(32));
        assertThat(told.get("frames")).hasSize(20);
        ViewLink last = ViewLink.parse(told.get("frames").get(19).get("link").asText());
        assertThat(last.et()).isEqualTo(1.5 * SmallSky.YEAR);
        assertThat(last.camera().focus()).isEqualTo(399);
        assertThat(record.frames().get(19).et()).isEqualTo(last.et());
        try (FileChannelWrapper in = new FileChannelWrapper(FileChannel.open(film))) {
            FrameGrab grab = FrameGrab.createFrameGrab(in);
            for (int i = 0; i < 20; i++) {
                BufferedImage drawn = ImageIO.read(
                        frames.resolve("frame-%06d.png".formatted(i)).toFile());
                assertThat(meanLumaDifference(grab.getNativeFrame(), drawn))
                        .as("frame " + i)
                        .isLessThan(2);
            }
            assertThat(grab.getNativeFrame()).isNull();
        }
    }

    private static double meanLumaDifference(Picture decoded, BufferedImage drawn) {
        assertThat(decoded.getCroppedWidth()).isEqualTo(WIDTH);
        assertThat(decoded.getCroppedHeight()).isEqualTo(HEIGHT);
        int[] pixels = drawn.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
        int stride = decoded.getWidth();
        byte[][] planes = new byte[3][stride * (HEIGHT + 16)];
        VideoPlanes.write(pixels, WIDTH, HEIGHT, stride, HEIGHT, planes);
        double sum = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                sum += Math.abs(planes[0][y * stride + x] - decoded.getPlaneData(0)[y * stride + x]);
            }
        }
        return sum / (WIDTH * HEIGHT);
    }

    @Test
    void aCancelledFilmLeavesNothingBehindAndAnOldOneAsItWas() throws IOException {
        Files.writeString(film, "the film of yesterday");
        List<Double> told = Collections.synchronizedList(new ArrayList<>());
        Progress progress = new Progress() {
            @Override
            public void at(double fraction) {
                told.add(fraction);
            }

            @Override
            public boolean isCancelled() {
                return !told.isEmpty();
            }
        };
        assertThatThrownBy(() -> write(Optional.of(folder.resolve("frames")), false, progress))
                .isInstanceOf(CancellationException.class);
        assertThat(left()).containsExactly("film.mp4", "sky.bsp");
        assertThat(film).hasContent("the film of yesterday");
    }

    @Test
    void aFolderWithFilesInItIsNotWrittenInto() throws IOException {
        Path frames = Files.createDirectory(folder.resolve("frames"));
        Files.writeString(frames.resolve("holiday.png"), "mine");
        assertThatThrownBy(() -> write(Optional.of(frames), true, Progress.NONE))
                .isInstanceOfSatisfying(
                        FileSystemException.class,
                        e -> assertThat(WriteFailure.message(film, e))
                                .isEqualTo(frames + ": that folder is not empty. Choose an empty folder, or another"
                                        + " name."));
        assertThat(left()).containsExactly("frames", "sky.bsp");
    }
}
