package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import orrery.testing.Eventually;
import orrery.testing.Screen;
import orrery.testing.SmallSky;
import orrery.testing.TestWindow;
import orrery.ui.orrery.Camera;
import orrery.ui.telemetry.ExportTarget;
import orrery.ui.tour.Tour;
import orrery.ui.tour.TourTimeline;

/** A film recorded from the window: complete, cancelled, and refused with the reason. */
@ExtendWith(ApplicationExtension.class)
class FilmSheetTest {
    private static final double EPOCH = 3.3 * SmallSky.YEAR;

    @TempDir
    private static Path folder;

    private final Path films = folder.resolve("films");
    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private TestWindow shown;

    private record ToFile(Path file) implements ExportTarget {
        @Override
        public Optional<Path> choose(@Nullable Window owner, String suggestedName) {
            return Optional.of(file);
        }

        @Override
        public void picture(Path to, WritableImage image) throws IOException {
            throw new IOException("no picture is asked for here");
        }
    }

    @Start
    void start(Stage stage) throws Exception {
        Files.createDirectories(films);
        Path kernel = SmallSky.write(folder.resolve("small_sky.bsp"));
        shown = TestWindow.show(stage, EPOCH, _ -> List.of(), new ToFile(films.resolve("a.mp4")), kernel);
    }

    @Stop
    void stop() throws IOException {
        shown.close();
        try (Stream<Path> left = Files.list(films)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
    }

    private void fill(String seconds, String width) {
        // Kernels are opened in the background; before that there is nothing to film.
        Screen.some("a sky", () -> shown.model().catalogue().get());
        shown.act("share.film");
        Screen.type("#film-seconds", seconds);
        Screen.type("#film-rate", "4");
        Screen.type("#film-width", width);
        Screen.type("#film-height", "90");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(films)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aFilmOfTheViewIsWrittenWithItsRecordAndSaid() throws IOException {
        fill("1", "160");
        Screen.press("#film-save");
        assertThat(Screen.says("#message", "a.mp4: 4 frames")).startsWith("Saved");
        assertThat(files()).containsExactly("a.mp4", "a.mp4.json");
    }

    /** From the Tours tab: two views of a second each, at four frames a second. */
    @Test
    void aTourIsFilmedFromItsTab() throws IOException {
        Screen.some("a sky", () -> shown.model().catalogue().get());
        Screen.run(() -> shown.window.tab("tours"));
        for (int focus : new int[] {10, 399}) {
            Screen.run(() -> shown.model().rig().set(Camera.first().at(focus)));
            Screen.press("#tour-add");
        }
        Tour tour = Screen.value(
                        "a tour of two views",
                        () -> shown.window.tours().panel().tour(),
                        now -> now.isPresent() && now.get().stops().size() == 2)
                .orElseThrow();
        double length = new TourTimeline(tour, false).length();
        Screen.press("#tour-film");
        Screen.says("#film-dates", Math.round(length) + " s");
        Screen.type("#film-rate", "1");
        Screen.type("#film-width", "160");
        Screen.type("#film-height", "90");
        Screen.press("#film-save");
        assertThat(Screen.says("#message", "a.mp4: " + Math.round(length) + " frames"))
                .startsWith("Saved");
        assertThat(files()).containsExactly("a.mp4", "a.mp4.json");
    }

    @Test
    void whatATourLacksIsToldBeforeItIsFilmed() throws IOException {
        Screen.some("a sky", () -> shown.model().catalogue().get());
        Path file = folder.resolve("lacking.tour");
        Files.writeString(file, """
                orrery tour 1
                title: Lacking

                [view]
                link: orrery:view?date=2400-01-01&focus=10&km=1e9&chosen=10
                """);
        Screen.run(() -> {
            shown.window.tab("tours");
            shown.window.tours().panel().open(file, false);
        });
        Screen.value(
                "the tour",
                () -> shown.window.tours().panel().tour(),
                now -> now.isPresent() && now.get().stops().size() == 1);
        Screen.press("#tour-film");
        assertThat(Screen.says("#film-lacks", "View 1")).contains("2400-01-01");
    }

    @Test
    void aFilmCalledOffLeavesNothing() throws IOException {
        fill("3600", "160");
        Screen.press("#film-save");
        Eventually.so("a film to be begun", () -> !files().isEmpty());
        Screen.press("#film-cancel");
        Screen.says("#message", "cancelled");
        assertThat(files()).isEmpty();
    }

    @Test
    void numbersThatMakeNoFilmAreSaidAndNothingIsBegun() throws IOException {
        fill("0", "160");
        Screen.press("#film-save");
        Screen.says("#film-trouble", "0.1 to 3600 seconds");
        fill("1", "161");
        Screen.press("#film-save");
        Screen.says("#film-trouble", "even numbers");
        assertThat(files()).isEmpty();
    }

    @Test
    void theMarksOfTheTimeBarAreTheFilmsDates() {
        Screen.run(() -> shown.model().clock().loop(SmallSky.YEAR, 2 * SmallSky.YEAR));
        fill("2", "160");
        Screen.says("#film-dates", "Between the two marks");
    }
}
