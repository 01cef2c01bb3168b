package orrery.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import orrery.spk.KernelException;

/**
 * Answers a CSV file of queries, a row a query: the header says which kind they are, and each answer is the row again and
 * numbers after it, printed so that they read back to the same bits; as CSV, or as JSON lines, an object a row with the
 * same names in the same order.
 */
final class CsvQueries {
    private final String source;
    private final boolean keepGoing;
    private final boolean json;
    private final PrintWriter out;
    private final PrintWriter err;

    /**
     * @param source a path, or {@code -} for standard input
     * @param keepGoing leave the values of a row that fails empty, and go on
     * @param json answer in JSON lines
     */
    CsvQueries(String source, boolean keepGoing, boolean json, PrintWriter out, PrintWriter err) {
        this.source = source;
        this.keepGoing = keepGoing;
        this.json = json;
        this.out = out;
        this.err = err;
    }

    /** One kind of queries. */
    interface Kind {
        /** The answer's first line. */
        String header();

        /** The answer's leading cells, as far as they can be told without an answer. */
        default String lead(String[] cells) {
            return String.join(",", cells);
        }

        /** How many numbers an answer has. */
        int size();

        /** The numbers, NaN for a cell that stays empty; the array is this kind's own, good until the next call. */
        double[] answer(String[] cells);
    }

    /**
     * Answers every row.
     *
     * @param kinds what is understood, by the header without blanks
     * @return the exit status
     */
    int answer(Map<String, Supplier<Kind>> kinds) throws IOException {
        try (QueryLines in = QueryLines.of(source)) {
            String header = switch (in.next()) {
                case QueryLines.Line.Text(String text) ->
                    text.replace("\ufeff", "").replace(" ", "").strip();
                case QueryLines.Line.Undecodable(String why) ->
                    throw new UsageException(in.source() + ", line 1: " + why);
                case null -> "";
            };
            Supplier<Kind> kind = kinds.get(header);
            if (kind == null) {
                throw new UsageException(in.source() + ": the first line must be "
                        + kinds.keySet().stream().map(h -> "\"" + h + "\"").collect(Collectors.joining(" or "))
                        + "; it is \"" + header + "\".");
            }
            Kind chosen = kind.get();
            if (!json) {
                out.println(chosen.header());
            }
            return answer(in, chosen, header.split(",", -1).length);
        }
    }

    private int answer(QueryLines in, Kind kind, int width) throws IOException {
        String[] names = kind.header().split(",", -1);
        long failed = 0;
        QueryLines.Line line;
        while ((line = in.next()) != null) {
            if (line instanceof QueryLines.Line.Text(String blank) && blank.isBlank()) {
                continue;
            }
            String[] cells = cells(line);
            String answer;
            try {
                if (line instanceof QueryLines.Line.Undecodable(String why)) {
                    throw new UsageException(why);
                }
                if (cells.length != width) {
                    throw new UsageException("it has " + cells.length + " cells where the header has " + width + ".");
                }
                double[] numbers = kind.answer(cells);
                answer = json
                        ? JsonRow.answered(names, kind.lead(cells), numbers)
                        : row(kind.lead(cells), numbers, kind.size());
            } catch (KernelException | UsageException | IllegalArgumentException e) {
                out.flush();
                err.println(in.source() + ", line " + in.number() + ": " + e.getMessage());
                if (!keepGoing) {
                    return e instanceof KernelException ? ExitCodes.KERNEL : ExitCodes.USAGE;
                }
                failed++;
                String lead = kind.lead(fitted(cells, width));
                answer = json
                        ? JsonRow.failed(names, lead, String.valueOf(e.getMessage()))
                        : lead + ",".repeat(kind.size());
            }
            out.println(answer);
        }
        out.flush();
        if (failed > 0) {
            err.println(in.source() + ": " + failed + " of " + (in.number() - 1) + " rows have no answer.");
        }
        return ExitCodes.DONE;
    }

    private static String row(String lead, double[] numbers, int size) {
        StringBuilder text = new StringBuilder(256).append(lead);
        for (int i = 0; i < size; i++) {
            text.append(',');
            if (!Double.isNaN(numbers[i])) {
                text.append(numbers[i]);
            }
        }
        return text.toString();
    }

    private static String[] cells(QueryLines.Line line) {
        return line instanceof QueryLines.Line.Text(String text)
                ? Arrays.stream(text.split(",", -1)).map(String::strip).toArray(String[]::new)
                : new String[] {""};
    }

    /** So many that what follows them stands in its columns. */
    private static String[] fitted(String[] cells, int width) {
        String[] fitted = Arrays.copyOf(cells, width);
        Arrays.fill(fitted, Math.min(cells.length, width), width, "");
        return fitted;
    }

    /** The epoch of a cell. */
    static double epoch(String cell) {
        try {
            return PlainNumber.parse(cell);
        } catch (NumberFormatException _) {
            throw new UsageException("et \"" + cell + "\" is not a number of TDB seconds past J2000.");
        }
    }
}
