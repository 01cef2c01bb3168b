import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import orrery.cli.OrreryCommand;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Writes one man page per command, from the same descriptions as its {@code --help}: man(7), compressed. picocli's own
 * generator makes AsciiDoc, which only a Ruby engine turns into such pages.
 */
final class ManPages {
    private static final List<String> ENVIRONMENT = List.of(
            "ORRERY_KERNELS", "Folder of the user's kernels, in which the program looks and to which it fetches.",
            "ORRERY_JAVA_OPTIONS", "More options for the virtual machine, such as \\-Xmx2g or \\-Xlog:aot.",
            "ORRERY_TRACE", "Where set, a defect of the program is told with its stack trace.");

    private static final List<String> FILES = List.of(
            "~/.config/orrery", "Choices made in the window. May be deleted.",
            "~/.local/share/orrery", "Sessions, digests of files, fetched kernels, ledgers of audits.");

    private final CommandSpec root;
    private final String date;

    private ManPages(CommandSpec root, Instant epoch) {
        this.root = root;
        date = epoch.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** Writes them all into a folder. */
    static void write(Path folder, Instant epoch) throws IOException {
        CommandSpec root = OrreryCommand.described().getCommandSpec();
        ManPages pages = new ManPages(root, epoch);
        Files.createDirectories(folder);
        pages.write(folder, root);
        for (CommandLine command : root.subcommands().values()) {
            pages.write(folder, command.getCommandSpec());
        }
    }

    private void write(Path folder, CommandSpec command) throws IOException {
        Path file = folder.resolve(name(command) + ".1.gz");
        pack(file, page(command));
    }

    /** As small as gzip makes it, as Debian requires, and without a date. */
    static void pack(Path file, String text) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                GZIPOutputStream packed = new GZIPOutputStream(out) {
                    {
                        def.setLevel(Deflater.BEST_COMPRESSION);
                    }
                }) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        // The head says by which level it was packed (RFC 1952, XFL).
        byte[] bytes = Files.readAllBytes(file);
        bytes[8] = 2;
        Files.write(file, bytes);
    }

    private static String name(CommandSpec command) {
        return command.qualifiedName("-");
    }

    private String page(CommandSpec command) {
        CommandLine line = command.commandLine();
        String[] description = plain(command.usageMessage().description());
        StringBuilder page = new StringBuilder(8192);
        page.append(".TH \"")
                .append(name(command).toUpperCase(Locale.ROOT))
                .append("\" 1 \"")
                .append(date);
        page.append("\" \"Orrery ").append(version()).append("\" \"User Commands\"\n");
        section(page, "NAME");
        String first = description.length == 0 ? "" : description[0];
        page.append(text(name(command)))
                .append(" \\- ")
                .append(text(brief(first)))
                .append('\n');
        section(page, "SYNOPSIS");
        String synopsis = line.getHelp().synopsis(0);
        page.append(".nf\n");
        synopsis.lines()
                .map(Ansi.OFF::string)
                .forEach(each -> page.append(text(each)).append('\n'));
        page.append(".fi\n");
        section(page, "DESCRIPTION");
        paragraph(page, description);
        options(page, command);
        if (!command.subcommands().isEmpty()) {
            section(page, "COMMANDS");
            command.subcommands().values().stream().distinct().forEach(sub -> {
                String[] words = plain(sub.getCommandSpec().usageMessage().description());
                item(page, text(name(sub.getCommandSpec())) + "(1)", words.length == 0 ? "" : words[0]);
            });
        }
        String[] footer = plain(command.usageMessage().footer());
        if (footer.length > 0) {
            section(page, "NOTES");
            page.append(".nf\n");
            Arrays.stream(footer)
                    .flatMap(String::lines)
                    .forEach(each -> page.append(guarded(text(each))).append('\n'));
            page.append(".fi\n");
        }
        section(page, "EXIT STATUS");
        for (Map.Entry<String, String> code : root.usageMessage().exitCodeList().entrySet()) {
            item(page, text(code.getKey()), code.getValue());
        }
        pairs(page, "ENVIRONMENT", ENVIRONMENT);
        pairs(page, "FILES", FILES);
        section(page, "SEE ALSO");
        page.append(
                command == root
                        ? root.subcommands().values().stream()
                                .distinct()
                                .map(sub -> ".BR " + text(name(sub.getCommandSpec())) + " (1)")
                                .collect(Collectors.joining(",\n"))
                        : ".BR orrery (1)");
        return page.append('\n').toString();
    }

    private static String version() {
        return System.getProperty("orrery.version", "");
    }

    private void options(StringBuilder page, CommandSpec command) {
        section(page, "OPTIONS");
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            if (!parameter.hidden()) {
                item(page, "\\fI" + text(parameter.paramLabel()) + "\\fR", words(parameter));
            }
        }
        for (OptionSpec option : command.options()) {
            if (!option.hidden()) {
                String names = Arrays.stream(option.names())
                        .map(name -> "\\fB" + text(name) + "\\fR")
                        .collect(Collectors.joining(", "));
                boolean hasValue = option.arity().max() > 0;
                item(page, names + (hasValue ? "=\\fI" + text(option.paramLabel()) + "\\fR" : ""), words(option));
            }
        }
    }

    private static String words(ArgSpec argument) {
        return String.join("\n", argument.description()).formatted();
    }

    private static void section(StringBuilder page, String title) {
        page.append(".SH ").append(title).append('\n');
    }

    private static void pairs(StringBuilder page, String title, List<String> pairs) {
        section(page, title);
        for (int i = 0; i < pairs.size(); i += 2) {
            page.append(".TP\n\\fB")
                    .append(text(pairs.get(i)))
                    .append("\\fR\n")
                    .append(pairs.get(i + 1))
                    .append('\n');
        }
    }

    private static void item(StringBuilder page, String head, String words) {
        page.append(".TP\n").append(head).append('\n');
        words.lines().forEach(each -> page.append(guarded(text(each))).append('\n'));
    }

    private static void paragraph(StringBuilder page, String[] lines) {
        Arrays.stream(lines)
                .flatMap(String::lines)
                .forEach(each -> page.append(each.isBlank() ? ".PP" : guarded(text(each)) + "\n.br")
                        .append('\n'));
    }

    /** What a list of man pages shows: a phrase without a period. */
    private static String brief(String sentence) {
        String words = sentence.strip();
        int end = words.indexOf(". ");
        words = end > 0 ? words.substring(0, end) : words;
        words = words.endsWith(".") || words.endsWith(":") ? words.substring(0, words.length() - 1) : words;
        return words.isEmpty() ? "" : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    private static String[] plain(String[] lines) {
        return Arrays.stream(lines)
                .map(each -> Ansi.OFF.string(each.formatted()))
                .toArray(String[]::new);
    }

    private static String text(String words) {
        return words.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq");
    }

    /** A period at the beginning of a line would be a request. */
    private static String guarded(String line) {
        return line.startsWith(".") ? "\\&" + line : line;
    }
}
