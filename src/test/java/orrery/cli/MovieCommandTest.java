package orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orrery.math.Constants;
import orrery.time.Dates;
import picocli.CommandLine;

/** What a command line requests of a film, and what it says about an impossible one. */
class MovieCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private final List<MovieRenderer.Request> asked = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... options) {
        Path film = folder.resolve("f.mp4");
        CommandLine command = OrreryCommand.commandLine(_ -> {}, (request, _) -> {
            asked.add(request);
            Files.writeString(film, "film");
            return new MovieRenderer.Film(folder.resolve("f.mp4.json"), 7, "a test");
        });
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err, true));
        List<String> line = new ArrayList<>(List.of("movie", "--out", film.toString()));
        line.addAll(List.of(options));
        return command.execute(line.toArray(String[]::new));
    }

    @Test
    void whatIsAskedForIsHandedOn() {
        assertThat(run(
                        "--size",
                        "640x360",
                        "--fps",
                        "24",
                        "--from",
                        "2026-01-01",
                        "--pace",
                        "-6h",
                        "--seconds",
                        "4",
                        "--orbit",
                        "180",
                        "--follow",
                        "mars",
                        "--theme",
                        "light",
                        "--encoder",
                        "jcodec",
                        "--link",
                        "orrery:view?a=1",
                        "--link",
                        "orrery:view?a=2"))
                .isZero();
        MovieRenderer.Request request = asked.getFirst();
        assertThat(request.size()).isEqualTo(new MovieRenderer.Size(640, 360));
        assertThat(request.rate()).isEqualTo(24);
        assertThat(request.time().from()).hasValue(Dates.parse("2026-01-01"));
        assertThat(request.time().to()).isEmpty();
        assertThat(request.time().pace()).hasValue(-Constants.DAY / 4);
        assertThat(request.time().seconds()).hasValue(4);
        assertThat(request.orbit()).isEqualTo(180);
        assertThat(request.light()).isTrue();
        assertThat(request.links()).hasSize(2);
        assertThat(request.encoder()).isEqualTo(MovieRenderer.Encoder.JCODEC);
        assertThat(out.toString()).contains("7 frames by a test", "f.mp4.json");
    }

    @Test
    void aTourIsHandedOnAndSaysViewsAndDatesAlone() {
        assertThat(run("--tour", "a.tour", "--lang", "de")).isEqualTo(ExitCodes.DONE);
        assertThat(asked.getFirst().tour()).contains(new MovieRenderer.TourChoice("a.tour", "de"));
        assertThat(run("--tour", "a.tour", "--seconds", "4")).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("--tour determines the views, dates and times");
    }

    @ParameterizedTest
    @CsvSource({
        "--size, 641x360, 'H.264 needs even numbers of pixels, such as 640x360.'",
        "--size, large, 'give width and height in pixels'",
        "--fps, 0, '1 to 120 frames per second'",
        "--pace, 3 weeks, 'give a number with s, min, h, d or y'",
        "--seconds, 0, 'must be longer than 0 s'",
        "--orbit, NaN, 'give degrees'",
    })
    void whatMakesNoSenseIsASentence(String option, String value, String sentence) {
        assertThat(run(option, value)).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains(sentence).doesNotContain("Exception");
        assertThat(asked).isEmpty();
    }
}
