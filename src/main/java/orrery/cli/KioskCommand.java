package orrery.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "kiosk",
        aliases = "--kiosk",
        mixinStandardHelpOptions = true,
        description = {
            "Shows a tour on a wall: full screen, repeating, with large captions.",
            "Visitors can turn and zoom; when nobody has touched it for a while, it flies back to the tour. All"
                    + " keys are locked except Ctrl+Alt+Shift+Q, which ends it."
        })
final class KioskCommand implements Callable<Integer> {
    private static final double LEAST_IDLE = 2;
    private static final double MOST_IDLE = 3600;

    private final TourService tours;

    KioskCommand(TourService tours) {
        this.tours = tours;
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "TOUR",
            defaultValue = "planets",
            description = "A tour file, or the name of an included tour (default: ${DEFAULT-VALUE}).")
    private String tour = "planets";

    @Option(
            names = {"-k", "--kernel"},
            paramLabel = "FILE",
            description = "SPK, binary PCK, text kernel or meta-kernel; may be given several times, the last wins"
                    + " (default: the shipped SPK).")
    private List<Path> kernels = new ArrayList<>();

    @Option(names = "--panels", description = "Let visitors use the panels, the time bar and all keys.")
    private boolean panels;

    @Option(
            names = "--lang",
            defaultValue = "",
            paramLabel = "TAG",
            description = "Language of the captions, such as de (default: the system's).")
    private String language = "";

    @Option(names = "--light", description = "Use the light theme.")
    private boolean light;

    @Option(
            names = "--idle",
            defaultValue = "60",
            paramLabel = "SECONDS",
            description = "Idle time after which the tour resumes (default: ${DEFAULT-VALUE}).")
    private double idle = 60;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (!(idle >= LEAST_IDLE && idle <= MOST_IDLE)) {
            throw new UsageException("--idle " + idle + ": give 2 to 3600 seconds.");
        }
        tours.wall(new TourService.Wall(tour, KernelOptions.shown(kernels, spec), panels, language, light, idle));
        return ExitCodes.DONE;
    }
}
