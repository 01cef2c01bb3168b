package orrery.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.spk.KernelException;

/** Answers the lines of blocks as text to be printed later. For use by one thread. */
final class QueryRows {
    private static final String LINE_END = System.lineSeparator();

    private final CsvQueries.Kind kind;
    private final int width;
    private final boolean keepGoing;
    private final boolean json;
    private final String[] names;
    private final StringBuilder text = new StringBuilder(1 << 18);

    /**
     * @param kind this thread's own instance
     * @param width number of cells in a query
     * @param keepGoing whether to leave the values of a failing row empty and continue
     * @param json whether to answer in JSON lines
     */
    QueryRows(CsvQueries.Kind kind, int width, boolean keepGoing, boolean json) {
        this.kind = kind;
        this.width = width;
        this.keepGoing = keepGoing;
        this.json = json;
        names = kind.header().split(",", -1);
    }

    /**
     * The answers to a block.
     *
     * @param text the answers, one per line
     * @param failures the rows without an answer, in order
     * @param last number of the last line
     * @param end the failure that ends the command after these answers, if it is not the fault of one query; else null
     */
    record Answers(
            String text,
            List<Failed> failures,
            long last,
            @Nullable Throwable end) {}

    /**
     * A row without an answer.
     *
     * @param at length of the text before the message about this row
     * @param line its number, from 1
     * @param why the reason
     */
    record Failed(int at, long line, RuntimeException why) {}

    /** Answers the lines; after a failure that ends the command, no more of them. */
    Answers answer(QueryBlock block) {
        text.setLength(0);
        List<Failed> failures = new ArrayList<>();
        Throwable end = null;
        try {
            QueryBlock.Line line;
            while ((line = block.next()) != null) {
                if (line instanceof QueryBlock.Line.Text(String blank) && blank.isBlank()) {
                    continue;
                }
                int before = text.length();
                String[] cells = cells(line);
                try {
                    answer(line, cells);
                } catch (KernelException | UsageException | IllegalArgumentException e) {
                    text.setLength(before);
                    failures.add(new Failed(before, block.number(), e));
                    if (!keepGoing) {
                        break;
                    }
                    fail(cells, String.valueOf(e.getMessage()));
                }
                text.append(LINE_END);
            }
        } catch (RuntimeException | Error e) {
            // Thrown in its turn, after the answers before it.
            end = e;
        }
        return new Answers(text.toString(), failures, block.number(), end);
    }

    private void answer(QueryBlock.Line line, String[] cells) {
        if (line instanceof QueryBlock.Line.Undecodable(String why)) {
            throw new UsageException(why);
        }
        if (cells.length != width) {
            throw new UsageException("it has " + cells.length + " cells where the header has " + width + ".");
        }
        double[] numbers = kind.answer(cells);
        if (json) {
            text.append(JsonRow.answered(names, kind.lead(cells), numbers));
            return;
        }
        kind.lead(cells, text);
        for (int i = 0; i < kind.size(); i++) {
            text.append(',');
            if (!Double.isNaN(numbers[i])) {
                text.append(numbers[i]);
            }
        }
    }

    private void fail(String[] cells, String why) {
        String[] fitted = Arrays.copyOf(cells, width);
        // Enough commas for the following cells to be in their columns.
        Arrays.fill(fitted, Math.min(cells.length, width), width, "");
        if (json) {
            text.append(JsonRow.failed(names, kind.lead(fitted), why));
        } else {
            text.append(kind.lead(fitted)).repeat(",", kind.size());
        }
    }

    private static String[] cells(QueryBlock.Line line) {
        if (!(line instanceof QueryBlock.Line.Text(String row))) {
            return new String[] {""};
        }
        String[] cells = row.split(",", -1);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i].strip();
        }
        return cells;
    }
}
