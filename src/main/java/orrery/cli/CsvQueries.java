package orrery.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import orrery.spk.KernelException;

/**
 * Answers a CSV file of queries, shared among all cores and printed in order, a row a query: the header says which kind they are, and each answer is the row again and
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

    /** One kind of queries. For one thread each. */
    interface Kind {
        /** The answer's first line. */
        String header();

        /** The answer's leading cells, as far as they can be told without an answer. */
        default String lead(String[] cells) {
            return String.join(",", cells);
        }

        /** The same, at the end of a text. */
        default void lead(String[] cells, StringBuilder to) {
            for (int i = 0; i < cells.length; i++) {
                if (i > 0) {
                    to.append(',');
                }
                to.append(cells[i]);
            }
        }

        /** How many numbers an answer has. */
        int size();

        /** The numbers, NaN for a cell that stays empty; the array is this kind's own, good until the next call. */
        double[] answer(String[] cells);
    }

    /**
     * Answers every row.
     *
     * @param kinds what is understood, by the header without blanks; a new one is taken for each thread
     * @return the exit status
     */
    int answer(Map<String, Supplier<Kind>> kinds) throws IOException {
        try (QueryBlocks in = QueryBlocks.of(source)) {
            QueryBlock first = in.next();
            String header = switch (first == null ? null : first.next()) {
                case QueryBlock.Line.Text(String text) ->
                    text.replace("\ufeff", "").replace(" ", "").strip();
                case QueryBlock.Line.Undecodable(String why) ->
                    throw new UsageException(in.source() + ", line 1: " + why);
                case null -> "";
            };
            Supplier<Kind> kind = kinds.get(header);
            if (kind == null) {
                throw new UsageException(in.source() + ": the first line must be "
                        + kinds.keySet().stream().map(h -> "\"" + h + "\"").collect(Collectors.joining(" or "))
                        + "; it is \"" + header + "\".");
            }
            Kind one = kind.get();
            if (!json) {
                out.println(one.header());
            }
            int width = header.split(",", -1).length;
            try (QueryPipeline work =
                    new QueryPipeline(in, first, () -> new QueryRows(kind.get(), width, keepGoing, json))) {
                return print(in.source(), work);
            }
        }
    }

    private int print(String name, QueryPipeline work) throws IOException {
        long failed = 0;
        long last = 1;
        QueryRows.Answers answers;
        while ((answers = work.next()) != null) {
            String text = answers.text();
            int printed = 0;
            for (QueryRows.Failed failure : answers.failures()) {
                out.write(text, printed, failure.at() - printed);
                printed = failure.at();
                out.flush();
                err.println(
                        name + ", line " + failure.line() + ": " + failure.why().getMessage());
                if (!keepGoing) {
                    return failure.why() instanceof KernelException ? ExitCodes.KERNEL : ExitCodes.USAGE;
                }
                failed++;
            }
            out.write(text, printed, text.length() - printed);
            // Whoever asks through a pipe may wait for these before asking more.
            out.flush();
            if (answers.end() instanceof RuntimeException e) {
                throw e;
            }
            if (answers.end() instanceof Error e) {
                throw e;
            }
            last = answers.last();
        }
        if (failed > 0) {
            err.println(name + ": " + failed + " of " + (last - 1) + " rows have no answer.");
        }
        return ExitCodes.DONE;
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
