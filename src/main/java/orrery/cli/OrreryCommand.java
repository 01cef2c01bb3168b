package orrery.cli;

import java.io.File;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import orrery.ephemeris.UnknownNameException;
import orrery.spk.KernelException;
import orrery.time.DateFormatException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code orrery}: everything it does is in its subcommands. */
@Command(
        name = "orrery",
        mixinStandardHelpOptions = true,
        version = "orrery 1.0",
        description = {
            "Draws the solar system from JPL SPK kernels, and proves its kernel reader while it draws.",
            "Without a command it opens the window: orrery, orrery FILE..., orrery LINK."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:anything else",
            "2:usage",
            "3:a problem with a kernel, said in one line",
            "4:audit: a claim was refuted",
            "5:audit: a claim could not be decided",
            "130:cancelled"
        },
        subcommands = {
            BriefCommand.class,
            CommentCommand.class,
            StateCommand.class,
            DiffCommand.class,
            ExcerptCommand.class,
            MergeCommand.class,
            ConvertCommand.class,
            CatalogueCommand.class,
            FetchCommand.class,
            ForgeCommand.class,
            AuditCommand.class,
            TelemetryCommand.class,
            BenchCommand.class,
            EventsCommand.class,
            CompletionCommand.class
        })
public final class OrreryCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private static final Set<String> COMMANDS =
            commandLine(_ -> {}).getSubcommands().keySet();

    OrreryCommand() {}

    /**
     * Runs one command line.
     *
     * @param snapshot how to draw the window off-screen
     * @return the exit status
     */
    public static int run(String[] args, Snapshot snapshot) {
        return commandLine(snapshot).execute(args);
    }

    /**
     * Whether a first argument is for the command line: an option, a command, or a word that may be one misspelt. What
     * names a file (it has a dot or a separator, or is there) or is a link asks for the window.
     */
    public static boolean isCommand(String first) {
        boolean file = first.indexOf('.') >= 0
                || first.indexOf(':') >= 0
                || first.indexOf(File.separatorChar) >= 0
                || new File(first).exists();
        return first.startsWith("-") || COMMANDS.contains(first) || !file;
    }

    static CommandLine commandLine(Snapshot snapshot) {
        CommandLine line = new CommandLine(new OrreryCommand());
        line.addSubcommand(new SnapshotCommand(snapshot));
        line.setOut(new PrintWriter(System.out, false, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler(said());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    /** An error is one line in plain words; a stack trace is for defects only, and only on request. */
    private static IExecutionExceptionHandler said() {
        return (e, line, _) -> {
            line.getOut().flush();
            String command = line.getCommandSpec().qualifiedName();
            return switch (e) {
                case KernelException _ -> fail(line, ExitCodes.KERNEL, e.getMessage());
                case CancellationException _ -> fail(line, ExitCodes.CANCELLED, "Cancelled.");
                case UsageException _, DateFormatException _, UnknownNameException _ ->
                    fail(line, ExitCodes.USAGE, e.getMessage());
                case FileSystemException f ->
                    fail(
                            line,
                            ExitCodes.OTHER,
                            command + ": " + f.getFile() + ": "
                                    + (f.getReason() == null ? "cannot be used" : f.getReason()) + ".");
                default -> {
                    if (System.getenv("ORRERY_TRACE") != null) {
                        e.printStackTrace(line.getErr());
                    }
                    yield fail(
                            line,
                            ExitCodes.OTHER,
                            command + ": " + e + " (a defect: set ORRERY_TRACE=1 to see where).");
                }
            };
        };
    }

    private static int fail(CommandLine line, int code, @Nullable String message) {
        line.getErr().println(message);
        return code;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is needed. Without any, orrery opens the window.");
    }
}
