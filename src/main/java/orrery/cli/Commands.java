package orrery.cli;

import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * The commands by name. Each is built only on demand, because reading the annotations of all of them takes longer than
 * most of them run. Immutable.
 */
final class Commands {
    /** In the order of the help. */
    static final List<String> NAMES = List.of(
            "brief",
            "comment",
            "state",
            "frame",
            "diff",
            "excerpt",
            "merge",
            "convert",
            "refit",
            "import",
            "export",
            "catalogue",
            "fetch",
            "forge",
            "audit",
            "telemetry",
            "bench",
            "events",
            "almanac",
            "leftovers",
            Commands.COMPLETION,
            "snapshot",
            "movie",
            "tour",
            "kiosk");

    private static final String COMPLETION = "completion";

    private final SnapshotRenderer snapshot;
    private final MovieRenderer movie;
    private final Supplier<TourService> tours;

    Commands(SnapshotRenderer snapshot, MovieRenderer movie, Supplier<TourService> tours) {
        this.snapshot = snapshot;
        this.movie = movie;
        this.tours = tours;
    }

    /**
     * The commands a command line may need: the one its first word names; none for the version; else all of them, for
     * the help, for misspelled commands, and for the completion script.
     */
    static List<String> wanted(String... args) {
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            return List.of();
        }
        return args.length > 0 && NAMES.contains(args[0]) && !args[0].equals(COMPLETION) ? List.of(args[0]) : NAMES;
    }

    /** Adds these commands to a command line. */
    void addTo(CommandLine line, List<String> names) {
        names.forEach(name -> line.addSubcommand(command(name)));
    }

    // A switch, not a map, so that the classes of other commands are not even loaded.
    private Object command(String name) {
        return switch (name) {
            case "brief" -> new BriefCommand();
            case "comment" -> new CommentCommand();
            case "state" -> new StateCommand();
            case "frame" -> new FrameCommand();
            case "diff" -> new DiffCommand();
            case "excerpt" -> new ExcerptCommand();
            case "merge" -> new MergeCommand();
            case "convert" -> new ConvertCommand();
            case "refit" -> new RefitCommand();
            case "import" -> new ImportCommand();
            case "export" -> new ExportCommand();
            case "catalogue" -> new CatalogueCommand();
            case "fetch" -> new FetchCommand();
            case "forge" -> new ForgeCommand();
            case "audit" -> new AuditCommand();
            case "telemetry" -> new TelemetryCommand();
            case "bench" -> new BenchCommand();
            case "events" -> new EventsCommand();
            case "almanac" -> new AlmanacCommand();
            case "leftovers" -> new LeftoversCommand();
            case COMPLETION -> new CompletionCommand();
            case "snapshot" -> new SnapshotCommand(snapshot);
            case "movie" -> new MovieCommand(movie);
            case "tour" -> new TourCommand(tours.get());
            case "kiosk" -> new KioskCommand(tours.get());
            default -> throw new IllegalArgumentException(name + " is no command");
        };
    }
}
