package orrery.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import orrery.time.Dates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "snapshot",
        mixinStandardHelpOptions = true,
        description = "Renders the window off-screen to a PNG; needs no display.")
final class SnapshotCommand implements Callable<Integer> {
    private static final int LEAST = 64;
    private static final int MOST = 8192;

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
            description = "Width x height in pixels, 64 to 8192 each (default: ${DEFAULT-VALUE}).")
    private String size = "";

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "ISO date or JD; TDB unless it ends in UTC, Z, +02:00, TT, TAI or GPS (default: now).")
    private @Nullable String date;

    @Option(
            names = "--tab",
            paramLabel = "TAB",
            defaultValue = "body",
            description = "Open tab: body, audit, telemetry, kernels, table or none (default: ${DEFAULT-VALUE}).")
    private SnapshotRenderer.Tab tab = SnapshotRenderer.Tab.BODY;

    @Option(
            names = "--frame",
            defaultValue = "J2000",
            paramLabel = "FRAME",
            description = "Reference frame of the Body tab's position, such as IAU_MARS (default: ${DEFAULT-VALUE}).")
    private String frame = "J2000";

    @Mixin
    private LookOptions look = new LookOptions();

    @Option(names = "--link", paramLabel = "URI", description = "Start from the view of an orrery: link.")
    private @Nullable String link;

    @Option(names = "--bare", description = "Draw only the sky, without the rest of the window.")
    private boolean bare;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PixelSize pixels = PixelSize.parse(size, LEAST, MOST);
        List<Path> shown = look.kernels(spec);
        OutputOptions.refuse(out, shown);
        OptionalDouble et = date == null ? OptionalDouble.empty() : OptionalDouble.of(Dates.parse(date));
        draw(new SnapshotRenderer.Request(
                out,
                pixels.width(),
                pixels.height(),
                et,
                look.light(),
                shown,
                tab,
                frame,
                look.look(Optional.ofNullable(link), bare)));
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
}
