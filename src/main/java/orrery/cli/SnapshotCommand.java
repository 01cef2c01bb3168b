package orrery.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import orrery.ephemeris.Bodies;
import orrery.math.Constants;
import orrery.time.Dates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "snapshot",
        mixinStandardHelpOptions = true,
        description = "Renders the window off-screen to a PNG; needs no display.")
final class SnapshotCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{2,5})[xX](\\d{2,5})");
    private static final Pattern LENGTH =
            Pattern.compile("([0-9]*\\.?[0-9]+(?:[eE][+-]?[0-9]+)?) *(au|km|)", Pattern.CASE_INSENSITIVE);

    private static final int LEAST = 64;
    private static final int MOST = 8192;

    private enum Theme {
        DARK,
        LIGHT
    }

    private enum Tab {
        BODY,
        AUDIT,
        TELEMETRY,
        KERNELS,
        TABLE,
        NONE
    }

    private enum View {
        TOP,
        SIDE,
        ISOMETRIC,
        EARTH
    }

    private enum Scale {
        TRUE,
        LOG,
        SCHEMATIC
    }

    private final SnapshotRenderer snapshot;

    SnapshotCommand(SnapshotRenderer snapshot) {
        this.snapshot = snapshot;
    }

    @Option(names = "--out", required = true, paramLabel = "PNG", description = "File to write.")
    private Path out = Path.of("");

    @Option(
            names = "--size",
            defaultValue = "1600x900",
            paramLabel = "WxH",
            description = "Pixels, 64 to 8192 each way (default: ${DEFAULT-VALUE}).")
    private String size = "";

    @Option(names = "--date", description = "ISO date or JD; TDB unless it ends in UTC, TT or Z (default: now).")
    private @Nullable String date;

    @Option(names = "--theme", defaultValue = "dark", description = "dark or light (default: ${DEFAULT-VALUE}).")
    private Theme theme = Theme.DARK;

    @Option(
            names = "--tab",
            defaultValue = "body",
            description = "Open tab: body, audit, telemetry, kernels, table or none (default: ${DEFAULT-VALUE}).")
    private Tab tab = Tab.BODY;

    @Option(
            names = "--view",
            description = "Look from: top, side, isometric or earth (from the Earth at the body followed).")
    private @Nullable View view;

    @Option(names = "--scale", description = "Distances: true, log or schematic (default: true).")
    private @Nullable Scale scale;

    @Option(names = "--follow", paramLabel = "BODY", description = "Be near a body: a name or a NAIF id.")
    private @Nullable String follow;

    @Option(
            names = "--center",
            paramLabel = "BODY",
            description = "Have a body in the middle, and draw all paths relative to it.")
    private @Nullable String center;

    @Option(names = "--distance", paramLabel = "LENGTH", description = "Look from so far away: km, or au as in 3au.")
    private @Nullable String distance;

    @Option(names = "--link", paramLabel = "URI", description = "Begin with the view of an orrery: link.")
    private @Nullable String link;

    @Option(names = "--bare", description = "The sky alone, without the window's parts.")
    private boolean bare;

    @Option(
            names = {"-k", "--kernel"},
            paramLabel = "FILE",
            description = "SPK kernel; may be given several times (default: the shipped one).")
    private List<Path> kernels = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Matcher pixels = SIZE.matcher(size);
        if (!pixels.matches()) {
            throw new UsageException("--size " + size + ": give width and height in pixels, such as 1600x900.");
        }
        int width = Integer.parseInt(pixels.group(1));
        int height = Integer.parseInt(pixels.group(2));
        if (Math.min(width, height) < LEAST || Math.max(width, height) > MOST) {
            throw new UsageException("--size " + size + ": each side can be " + LEAST + " to " + MOST + " pixels.");
        }
        OptionalDouble et = date == null ? OptionalDouble.empty() : OptionalDouble.of(Dates.parse(date));
        draw(new SnapshotRenderer.Request(
                out,
                width,
                height,
                et,
                theme == Theme.LIGHT,
                KernelOptions.spks(kernels, spec),
                word(tab),
                new SnapshotRenderer.Look(
                        Optional.ofNullable(view).map(SnapshotCommand::word),
                        Optional.ofNullable(scale).map(SnapshotCommand::word),
                        body(follow),
                        body(center),
                        kilometres(distance),
                        Optional.ofNullable(link),
                        bare)));
        spec.commandLine().getOut().println(out.toAbsolutePath());
        spec.commandLine().getOut().flush();
        return ExitCodes.DONE;
    }

    private void draw(SnapshotRenderer.Request request) {
        try {
            snapshot.write(request);
        } catch (IOException e) {
            throw NotWrittenException.of(out, e);
        }
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static OptionalInt body(@Nullable String name) {
        return name == null ? OptionalInt.empty() : OptionalInt.of(Bodies.resolve(name));
    }

    private static OptionalDouble kilometres(@Nullable String length) {
        if (length == null) {
            return OptionalDouble.empty();
        }
        Matcher matcher = LENGTH.matcher(length.strip());
        double value = matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
        if (!(value > 0)) {
            throw new UsageException("--distance " + length + ": give km, such as 40000, or au, such as 3au.");
        }
        return OptionalDouble.of(matcher.group(2).equalsIgnoreCase("au") ? value * Constants.AU : value);
    }
}
