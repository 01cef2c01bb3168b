package orrery.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
        NONE
    }

    private final Snapshot snapshot;

    SnapshotCommand(Snapshot snapshot) {
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
            description = "Open tab: body, audit, telemetry, kernels or none (default: ${DEFAULT-VALUE}).")
    private Tab tab = Tab.BODY;

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
        snapshot.write(new Snapshot.Request(
                out,
                width,
                height,
                et,
                theme == Theme.LIGHT,
                Kernels.spks(kernels, spec),
                tab.name().toLowerCase(java.util.Locale.ROOT)));
        spec.commandLine().getOut().println(out.toAbsolutePath());
        spec.commandLine().getOut().flush();
        return ExitCodes.DONE;
    }
}
