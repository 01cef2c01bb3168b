package orrery.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import orrery.binding.KernelRegistry;
import orrery.service.SkyCatalogue;
import orrery.service.SkyService;
import orrery.spk.Progress;
import orrery.testing.SmallSky;
import orrery.ui.film.FilmFiles;
import orrery.ui.film.FilmRecord;
import orrery.ui.film.FilmRun;
import orrery.ui.fx.Theme;
import orrery.ui.orrery.Camera;
import orrery.ui.orrery.ScaleMode;
import orrery.ui.orrery.SkyStyle;
import orrery.ui.orrery.ViewLink;

/** What is on the screen at each second of a tour, and in each frame of its film; and what a tour lacks. */
@ExtendWith(ApplicationExtension.class)
class TourTimelineTest {
    private static final SkyStyle STYLE = SkyStyle.first(Theme.DARK).milkyWay(false);

    @TempDir
    private Path folder = Path.of("");

    private static ViewLink view(double et, int focus) {
        return new ViewLink(
                et, Camera.first().at(focus).distance(1e6), ScaleMode.TRUE, SkyStyle.NO_CENTER, focus, List.of());
    }

    private static TourStop stop(double et, int focus, double stay, double rate, double fly, double turn) {
        return new TourStop(
                view(et, focus),
                false,
                new TourText(Map.of(TourText.OTHERS, "at " + focus)),
                stay,
                rate,
                fly,
                turn,
                "");
    }

    private static Tour tour() {
        return new Tour(
                TourText.NONE,
                List.of(stop(1000, 399, 4, 10, 2, 90), stop(5000, 301, 3, 0, 2, 0), stop(6000, 10, 5, -20, 0, 0)));
    }

    @Test
    void timeRunsAtEachViewsRateAndGlidesBetweenThem() {
        TourTimeline line = new TourTimeline(tour(), true);
        assertThat(line.length()).isEqualTo(4 + 2 + 3 + 0 + 5 + 2);
        assertThat(et(line, 0)).isEqualTo(1000);
        assertThat(et(line, 3)).isEqualTo(1030);
        assertThat(et(line, 5)).isEqualTo((1040 + 5000) / 2.0);
        assertThat(et(line, 6)).isEqualTo(5000);
        assertThat(et(line, 9)).as("a cut").isEqualTo(6000);
        assertThat(et(line, 14)).as("the last view's end").isEqualTo(5900);
        assertThat(et(line, 16)).as("round").isEqualTo(1000, within(1e-9));
        assertThat(et(line, -1)).isEqualTo(1000);
        assertThat(line.at(2, STYLE, Locale.ROOT).sky().turn()).isEqualTo(Math.PI / 4);
        assertThat(line.at(2, STYLE, Locale.ROOT).sky().caption()).isEqualTo("at 399");
        assertThat(line.at(5, STYLE, Locale.ROOT).sky().caption()).isEmpty();
        assertThat(line.at(5, STYLE, Locale.ROOT).sky().from().yaw())
                .isEqualTo(Camera.first().turned(Math.PI / 2, 0).yaw());
        assertThat(line.at(5, STYLE, Locale.ROOT).stop()).isEqualTo(1);
        assertThat(new TourTimeline(tour(), false).length()).isEqualTo(14);
    }

    private static double et(TourTimeline line, double seconds) {
        return line.at(seconds, STYLE, Locale.ROOT).sky().et();
    }

    @Test
    void aFilmBeginsWithTheFirstViewAndHasTheSameFramesTwice() throws IOException {
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            service.open(List.of(SmallSky.write(folder.resolve("sky.bsp")))).join();
            TourFilm film = new TourFilm(new TourTimeline(tour(), false), STYLE, 1, Locale.ROOT);
            assertThat(film.frames()).isEqualTo(14);
            FilmRecord first = write(service, film);
            FilmRecord second = write(service, film);
            assertThat(second.frames()).isEqualTo(first.frames());
            assertThat(first.frames().getFirst().et()).isEqualTo(1000);
            assertThat(first.frames().getFirst().link()).contains("focus=399");
            assertThat(first.frames().get(6).link()).contains("focus=301");
            assertThat(first.frames().stream().map(FilmRecord.Frame::sha256).distinct())
                    .as("frames that differ: all but those of a view in which nothing moves")
                    .hasSizeGreaterThan(9);
        }
    }

    private FilmRecord write(SkyService service, TourFilm film) throws IOException {
        return new FilmFiles(folder.resolve("f.mp4"), Optional.empty(), FilmFiles.Choice.JCODEC)
                .write(
                        service,
                        film,
                        new FilmRun.Options(162, 90, false, List.of(), Optional.empty()),
                        List.of(),
                        Progress.NONE);
    }

    @Test
    void whatAViewLacksIsToldWithTheCure() throws IOException {
        double year = SmallSky.YEAR;
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            SkyCatalogue catalogue = service.open(
                            List.of(SmallSky.write(folder.resolve("m.bsp"), 0, 10 * year, year, 2 * year)))
                    .join();
            TourStop sound = stop(1.2 * year, 4, 4, 0, 2, 0);
            TourStop named = sound.view(new ViewLink(
                    1.2 * year,
                    Camera.first(),
                    ScaleMode.TRUE,
                    SkyStyle.NO_CENTER,
                    10,
                    List.of(new ViewLink.Kernel("de440.bsp", "ab".repeat(32)))));
            Tour tour = new Tour(
                    TourText.NONE,
                    List.of(
                            sound,
                            stop(year / 2, 4, 4, 0, 2, 0),
                            stop(1.9 * year, 4, 10, 0.02 * year, 2, 0),
                            stop(0, -82, 4, 0, 2, 0),
                            named));
            List<TourCheck.Lack> lacks = TourCheck.of(tour, catalogue, List.of());
            assertThat(lacks).extracting(TourCheck.Lack::stop).containsExactly(1, 2, 3, 4);
            assertThat(lacks.get(0).what())
                    .isEqualTo(
                            "Mars (barycenter) (4) is not in the kernels on 2000-07-02T03:00 TDB; the nearest date is"
                                    + " 2000-12-31T18:00 TDB. Give a kernel that covers this date with -k, or"
                                    + " change the date, rate or stay.");
            assertThat(lacks.get(1).what()).contains("2002-02-06T12:36", "nearest date is 2002-01-01");
            assertThat(lacks.get(2).what())
                    .isEqualTo("The kernels do not contain Cassini (-82). Give a kernel that contains it with -k, or"
                            + " change the link.");
            assertThat(lacks.get(3).what()).contains("de440.bsp (SHA-256 abababababab...)", "with -k");
            assertThat(TourCheck.of(new Tour(TourText.NONE, List.of(sound)), catalogue, List.of()))
                    .isEmpty();
        }
    }
}
