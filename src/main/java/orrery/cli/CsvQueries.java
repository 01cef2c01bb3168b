package orrery.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import orrery.spk.KernelException;

/**
 * Answers a CSV file of queries on all cores and prints the answers in order, one row per query. The header determines
 * the kind of query; each answer is the row followed by numbers, printed so that they read back to the same bits, as
 * CSV or as JSON lines (one object per row with the same names in the same order).
 */
final class CsvQueries {
    private final String source;
    private final boolean keepGoing;
    private final boolean json;
    private final PrintWriter out;
    private final PrintWriter err;

    /**
     * @param source a path, or {@code -} for standard input
     * @param keepGoing whether to leave the values of a failing row empty and continue
     * @param json whether to answer in JSON lines
     */
    CsvQueries(String source, boolean keepGoing, boolean json, PrintWriter out, PrintWriter err) {
        this.source = source;
        this.keepGoing = keepGoing;
        this.json = json;
        this.out = out;
        this.err = err;
    }

    /** One kind of query. Each instance is for use by one thread. */
    interface Kind {
        /** The header of the answer. */
        String header();

        /** The leading cells of an answer, as far as they are known without the answer. */
        default String lead(String[] cells) {
            return String.join(",", cells);
        }

        /** Appends the same to a text. */
        default void lead(String[] cells, StringBuilder to) {
            for (int i = 0; i < cells.length; i++) {
                if (i > 0) {
                    to.append(',');
                }
                to.append(cells[i]);
            }
        }

        /** The number of numbers in an answer. */
        int size();

        /** The numbers, NaN for a cell that stays empty; the array is reused by the next call. */
        double[] answer(String[] cells);
    }

    /**
     * Answers every row.
     *
     * @param kinds known kinds, by header without blanks; each thread makes its own instance
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
            // A client that queries through a pipe may wait for these answers before it sends more.
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

    /** The epoch in a cell. */
    static double epoch(String cell) {
        try {
            return PlainNumber.parse(cell);
        } catch (NumberFormatException _) {
            throw new UsageException("et \"" + cell + "\" is not a number of TDB seconds past J2000.");
        }
    }
}
