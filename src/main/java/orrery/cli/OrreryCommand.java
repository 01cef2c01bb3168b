package orrery.cli;

import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import orrery.ephemeris.TextFacts;
import orrery.files.ProgramEnd;
import orrery.spk.KernelException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code orrery}: all its functions are in subcommands. */
@Command(
        name = "orrery",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        description = {
            "Draws the solar system from JPL SPK kernels, and proves its kernel reader while it draws.",
            "Without a command it opens the window: orrery, orrery FILE..., orrery LINK, orrery TOUR."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:anything else",
            "2:usage",
            "3:a problem with a kernel, reported in one line",
            "4:audit: a claim was refuted",
            "5:audit: a claim could not be decided",
            "130:cancelled"
        })
public final class OrreryCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    OrreryCommand() {}

    /** Opens the window and returns when it is closed. */
    @FunctionalInterface
    public interface Opening {
        /**
         * Opens the window.
         *
         * @throws IOException if the substitute for a window cannot be written on a machine without display
         * @throws SnapshotRenderer.NotStartedException if the process lacks what a window needs
         * @throws KernelException if a requested kernel cannot be opened and there is no window to report it in
         */
        void open() throws IOException;
    }

    /**
     * Runs one command line.
     *
     * @param snapshot how to draw the window off-screen
     * @param movie how to draw a film
     * @param tours creates the access to tours on demand
     * @param window what to run if no command is given: arguments that name kernels or links are for the window
     * @return the exit status
     */
    public static int run(
            String[] args,
            SnapshotRenderer snapshot,
            MovieRenderer movie,
            Supplier<TourService> tours,
            Opening window) {
        formats();
        if (args.length > 0 && isCommand(args[0])) {
            return run(commandLine(new Commands(snapshot, movie, tours), Commands.wanted(args)), args, window);
        }
        try {
            return open(window);
        } catch (IOException | RuntimeException | Error e) {
            return report(e, commandLine(new Commands(snapshot, movie, tours), List.of()));
        }
    }

    static int run(CommandLine line, String[] args, Opening window) {
        formats();
        int code;
        try {
            // Names and leap seconds belong to the kernels of one command.
            TextFacts.forget();
            code = args.length > 0 && isCommand(args[0]) ? line.execute(args) : open(window);
            line.getOut().flush();
        } catch (IOException | RuntimeException | Error e) {
            code = report(e, running(line));
        }
        // If the output was lost, the command did not succeed.
        return line.getErr().checkError() && code == ExitCodes.DONE ? ExitCodes.OTHER : code;
    }

    /** Makes numbers print the same wherever the program runs, independent of the country. */
    private static void formats() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    }

    /** The command that ran, as far as the words were understood. */
    private static CommandLine running(CommandLine line) {
        CommandLine.ParseResult parsed = line.getParseResult();
        return parsed != null && parsed.hasSubcommand()
                ? parsed.subcommand().commandSpec().commandLine()
                : line;
    }

    private static int open(Opening window) throws IOException {
        window.open();
        return ExitCodes.DONE;
    }

    /**
     * Whether a first argument is for the command line: an option, a command, or a word that may be a misspelled one.
     * An argument that names a file (it has a dot or a separator, or exists) or is a link is for the window.
     */
    static boolean isCommand(String first) {
        boolean file = first.indexOf('.') >= 0
                || first.indexOf(':') >= 0
                || first.indexOf(File.separatorChar) >= 0
                || new File(first).exists();
        return first.startsWith("-") || Commands.NAMES.contains(first) || !file;
    }

    /** All commands, for output made from their descriptions, such as man pages. Not for running. */
    public static CommandLine described() {
        return commandLine(_ -> {
            throw new IOException("Nothing can be drawn here.");
        });
    }

    /** The commands without the means to draw films. */
    static CommandLine commandLine(SnapshotRenderer snapshot) {
        return commandLine(snapshot, (request, _) -> {
            throw new IOException(request.out() + ": films cannot be drawn here");
        });
    }

    /** The commands without tours. */
    static CommandLine commandLine(SnapshotRenderer snapshot, MovieRenderer movie) {
        return commandLine(snapshot, movie, new NoTours());
    }

    static CommandLine commandLine(SnapshotRenderer snapshot, MovieRenderer movie, TourService tours) {
        return commandLine(new Commands(snapshot, movie, () -> tours), Commands.NAMES);
    }

    private static CommandLine commandLine(Commands commands, List<String> names) {
        CommandLine line = new CommandLine(new OrreryCommand());
        commands.addTo(line, names);
        // No method reference: only help needs the class.
        line.setHelpFactory((spec, scheme) -> new HelpText(spec, scheme));
        line.setOut(Output.standard());
        line.setErr(VisibleWriter.messages(new OutputStreamWriter(System.err, StandardCharsets.UTF_8)));
        line.setParameterExceptionHandler((e, _) -> misused(e));
        line.setExecutionExceptionHandler((e, command, _) -> report(e, command));
        line.setExecutionStrategy(OrreryCommand::executed);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(Double.class, OrreryCommand::number);
        line.registerConverter(double.class, OrreryCommand::number);
        line.registerConverter(Path.class, OrreryCommand::path);
        return line;
    }

    private static double number(String text) {
        try {
            return PlainNumber.parse(text);
        } catch (NumberFormatException e) {
            throw new CommandLine.TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new CommandLine.TypeConversionException(Failure.namesNoFile(e));
        }
    }

    /** Help is printed outside any command; its failures are reported in the same way. */
    private static int executed(CommandLine.ParseResult parsed) {
        try {
            for (CommandLine command : parsed.asCommandLineList()) {
                if (command.isUsageHelpRequested()) {
                    return help(command);
                }
            }
            return new CommandLine.RunLast().execute(parsed);
        } catch (OutputLostException e) {
            throw new CommandLine.ExecutionException(
                    parsed.commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static int help(CommandLine command) {
        if (CommandLine.Help.Ansi.AUTO.enabled()) {
            try (PrintWriter out = Output.ownWords()) {
                command.usage(out);
            }
        } else {
            command.usage(command.getOut());
            command.getOut().flush();
        }
        return command.getCommandSpec().exitCodeOnUsageHelp();
    }

    /**
     * Reports what is wrong with the typed words, similar names, and the help, without colors, which would need
     * terminal controls.
     */
    private static int misused(ParameterException e) {
        CommandLine line = e.getCommandLine();
        line.getErr().println(MisuseText.of(e));
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, line.getErr())) {
            CommandLine.Help help = line.getHelpFactory()
                    .create(line.getCommandSpec(), CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
            line.getErr().print(help.synopsisHeading() + help.synopsis(help.synopsisHeadingLength()));
            line.getErr().println(line.getCommandSpec().qualifiedName() + " --help shows more.");
        }
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** An error is one line in plain words; a stack trace is printed for defects only, and only on request. */
    private static int report(Throwable thrown, CommandLine line) {
        try {
            line.getOut().flush();
        } catch (OutputLostException _) {
            // Either this is the failure being reported, or an earlier one matters more.
        }
        Failure failure = Failure.of(thrown, line.getCommandSpec().qualifiedName());
        if (ProgramEnd.hasBegun()) {
            // The user who ended the program knows.
            return failure.status();
        }
        if (failure.defect() && System.getenv("ORRERY_TRACE") != null) {
            thrown.printStackTrace(line.getErr());
        }
        line.getErr().println(failure.line());
        return failure.status();
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "A command is needed. Without arguments, orrery opens the window.");
    }
}
