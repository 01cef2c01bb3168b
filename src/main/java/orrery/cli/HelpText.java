package orrery.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The help of a command, each paragraph wrapped between words. Picocli alone would also break after any comma, colon or
 * hyphen, and so print a list of columns or a path in pieces. The first paragraph of a description is its summary in
 * the list of commands.
 */
final class HelpText extends Help {
    private static final int COMMAND_INDENT = 2;

    HelpText(CommandSpec spec, ColorScheme scheme) {
        super(spec, scheme);
    }

    @Override
    public String description(Object... arguments) {
        return paragraphs(commandSpec().usageMessage().description());
    }

    @Override
    public String footer(Object... arguments) {
        return paragraphs(commandSpec().usageMessage().footer());
    }

    private int width() {
        return commandSpec().usageMessage().width();
    }

    private String paragraphs(String... texts) {
        StringBuilder lines = new StringBuilder();
        for (String text : texts) {
            wrapped(text, width()).forEach(line -> lines.append(line).append(System.lineSeparator()));
        }
        return lines.toString();
    }

    @Override
    public String commandList(Map<String, Help> commands) {
        int names = commands.values().stream()
                .mapToInt(help -> names(help).length())
                .max()
                .orElse(0);
        StringBuilder lines = new StringBuilder();
        for (Help help : commands.values()) {
            String[] description = help.commandSpec().usageMessage().description();
            String name = names(help);
            for (String line : wrapped(description[0], width() - names - 2 * COMMAND_INDENT)) {
                lines.append(" ".repeat(COMMAND_INDENT))
                        .append(colorScheme().commandText(name))
                        .append(" ".repeat(names - name.length() + COMMAND_INDENT))
                        .append(line)
                        .append(System.lineSeparator());
                name = "";
            }
        }
        return lines.toString();
    }

    private static String names(Help help) {
        return String.join(", ", help.commandSpec().names());
    }

    @Override
    public Layout createDefaultLayout(
            List<OptionSpec> options, List<PositionalParamSpec> positionals, ColorScheme scheme) {
        Layout usual = super.createDefaultLayout(options, positionals, scheme);
        Column[] columns = usual.textTable().columns();
        Column last = columns[columns.length - 1];
        int room = last.width - last.indent;
        return new Layout(scheme, usual.textTable(), usual.optionRenderer(), usual.parameterRenderer()) {
            @Override
            public void layout(ArgSpec argument, Text[][] rows) {
                super.layout(
                        argument,
                        Arrays.stream(rows)
                                .flatMap(row -> rows(row, room, scheme).stream())
                                .toArray(Text[][]::new));
            }
        };
    }

    /** A row whose last cell may be too long, as rows that fit. */
    private static List<Text[]> rows(Text[] row, int room, ColorScheme scheme) {
        List<Text[]> rows = new ArrayList<>();
        Text empty = scheme.text("");
        for (String line : wrapped(row[row.length - 1].plainString(), room)) {
            Text[] part = rows.isEmpty() ? row.clone() : new Text[row.length];
            if (!rows.isEmpty()) {
                Arrays.fill(part, empty);
            }
            part[part.length - 1] = scheme.text(line);
            rows.add(part);
        }
        return rows;
    }

    /** A paragraph as lines of this width at most; only a longer word makes a longer line. */
    static List<String> wrapped(String paragraph, int width) {
        if (paragraph.length() <= width) {
            return List.of(paragraph);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.strip().split(" +")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
