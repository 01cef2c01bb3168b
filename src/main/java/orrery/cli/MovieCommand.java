package orrery.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import orrery.math.Counted;
import orrery.time.Dates;
import orrery.time.Pace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "movie",
        mixinStandardHelpOptions = true,
        description = {
            "Draws a film of the sky off-screen, as MP4 (H.264); needs no display.",
            "Each frame depends only on its number: a film drawn twice has the same pictures. A record beside"
                    + " the film (FILE.json) gives the date, link and SHA-256 of every frame."
        })
final class MovieCommand implements Callable<Integer> {
    private static final int LEAST = 64;
    private static final int MOST = 4096;
    private static final int MOST_RATE = 120;

    private final MovieRenderer movie;

    MovieCommand(MovieRenderer movie) {
        this.movie = movie;
    }

    @Option(names = "--out", required = true, paramLabel = "MP4", description = "Film to write.")
    private Path out = Path.of("");

    @Option(
            names = "--frames",
            paramLabel = "DIR",
            description = "Also write each frame as a PNG into this folder, which must be empty or not exist.")
    private @Nullable Path frames;

    @Option(
            names = "--size",
            defaultValue = "1920x1080",
            paramLabel = "WxH",
            description = "Width x height in pixels, each even, 64 to 4096 (default: ${DEFAULT-VALUE}).")
    private String size = "";

    @Option(
            names = "--fps",
            paramLabel = "N",
            defaultValue = "30",
            description = "Frames per second, 1 to 120 (default: ${DEFAULT-VALUE}).")
    private int rate = 30;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "First date (default: that of the first link, or now).")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last date (default: that of the last link).")
    private @Nullable String to;

    @Option(
            names = "--pace",
            paramLabel = "TIME",
            description = "Sky time per second of film, such as 6h, 10d or 1y (default: 10d).")
    private @Nullable String pace;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "Length of the film in seconds (default: 10, or as --to and" + " --pace imply).")
    private @Nullable Double seconds;

    @Option(
            names = "--link",
            paramLabel = "URI",
            description = "A view as an orrery: link. With several, the camera flies from each to the next.")
    private List<String> links = new ArrayList<>();

    @Option(
            names = "--tour",
            paramLabel = "TOUR",
            description = "Film a tour with its captions: a tour file, or the name of an included tour.")
    private @Nullable String tour;

    @Option(
            names = "--lang",
            defaultValue = "",
            paramLabel = "TAG",
            description = "Language of the tour's captions, such as de (default: the system's).")
    private String language = "";

    @Option(
            names = "--orbit",
            paramLabel = "DEGREES",
            description = "Degrees the camera turns around what it looks at during the film.")
    private double orbit;

    @Mixin
    private LookOptions look = new LookOptions();

    @Option(names = "--bare", description = "The sky alone, without names and date.")
    private boolean bare;

    @Option(
            names = "--encoder",
            paramLabel = "NAME",
            defaultValue = "auto",
            description = "ffmpeg (must be on the PATH), jcodec (built in, slower), or auto: ffmpeg if available"
                    + " (default: ${DEFAULT-VALUE}).")
    private MovieRenderer.Encoder encoder = MovieRenderer.Encoder.AUTO;

    @Option(names = "--json", description = "Print an object that describes what was made.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PixelSize pixels = PixelSize.parse(size, LEAST, MOST);
        if (pixels.width() % 2 != 0 || pixels.height() % 2 != 0) {
            throw new UsageException("--size " + size + ": H.264 needs even numbers of pixels, such as "
                    + (pixels.width() & ~1) + "x" + (pixels.height() & ~1) + ".");
        }
        if (rate < 1 || rate > MOST_RATE) {
            throw new UsageException("--fps " + rate + ": 1 to " + MOST_RATE + " frames per second are possible.");
        }
        boolean described =
                from != null || to != null || pace != null || seconds != null || !links.isEmpty() || orbit != 0;
        if (tour != null && described) {
            throw new UsageException("--tour determines the views, dates and times. Leave out --from, --to, --pace,"
                    + " --seconds, --link and --orbit, or change the tour.");
        }
        if (!Double.isFinite(orbit)) {
            throw new UsageException("--orbit " + orbit + ": give degrees, such as 360.");
        }
        List<Path> shown = look.kernels(spec);
        OutputOptions.refuse(out, shown);
        MovieRenderer.Request request = new MovieRenderer.Request(
                out,
                Optional.ofNullable(frames),
                new MovieRenderer.Size(pixels.width(), pixels.height()),
                rate,
                new MovieRenderer.Time(date(from), date(to), pace(), seconds()),
                List.copyOf(links),
                Optional.ofNullable(tour).map(name -> new MovieRenderer.TourChoice(name, language)),
                orbit,
                look.light(),
                shown,
                look.look(Optional.empty(), bare),
                encoder);
        long begin = System.nanoTime();
        MovieRenderer.Film film;
        try (ProgressLine bar = new ProgressLine("drawing")) {
            film = movie.write(request, bar);
        } catch (IOException e) {
            throw NotWrittenException.of(out, e);
        }
        tell(film, (System.nanoTime() - begin) * 1e-9);
        LeftoversCommand.hint(out, spec.commandLine().getErr());
        return ExitCodes.DONE;
    }

    private void tell(MovieRenderer.Film film, double took) {
        long bytes = bytes();
        ObjectNode made = Json.object()
                .put("file", out.toString())
                .put("record", film.record().toString())
                .put("bytes", bytes)
                .put("frames", film.frames())
                .put("encoder", film.encoder())
                .put("seconds", took);
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? Json.text(made)
                                : String.format(
                                        Locale.ROOT,
                                        "%s, %,d bytes, %s by %s in %.1f s (%.1f per second); %s describes each",
                                        out,
                                        bytes,
                                        Counted.of(film.frames(), "frame"),
                                        film.encoder(),
                                        took,
                                        film.frames() / took,
                                        film.record().getFileName()));
        spec.commandLine().getOut().flush();
    }

    private long bytes() {
        try {
            return Files.size(out);
        } catch (IOException e) {
            throw NotWrittenException.of(out, e);
        }
    }

    private static OptionalDouble date(@Nullable String text) {
        return text == null ? OptionalDouble.empty() : OptionalDouble.of(Dates.parse(text));
    }

    private OptionalDouble seconds() {
        if (seconds == null) {
            return OptionalDouble.empty();
        }
        if (!(seconds > 0) || seconds.isInfinite()) {
            throw new UsageException("--seconds " + seconds + ": a film must be longer than 0 s.");
        }
        return OptionalDouble.of(seconds);
    }

    private OptionalDouble pace() {
        if (pace == null) {
            return OptionalDouble.empty();
        }
        OptionalDouble value = Pace.parse(pace);
        if (value.isEmpty()) {
            throw new UsageException(
                    "--pace " + pace + ": give a number with s, min, h, d or y, such as 6h; negative runs backward.");
        }
        return value;
    }
}
