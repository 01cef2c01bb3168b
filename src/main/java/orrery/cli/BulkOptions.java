package orrery.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that answer a file of queries. */
final class BulkOptions {
    @Option(names = "--queries", paramLabel = "CSV", description = "Answer every row of a file; - is standard input.")
    private @Nullable String queries;

    @Option(
            names = "--keep-going",
            description = "With --queries: leave the values of a failing row empty and continue.")
    private boolean keepGoing;

    /** The queries, if any are given. */
    @Nullable
    CsvQueries queries(boolean json, PrintWriter out, PrintWriter err) {
        return queries == null ? null : new CsvQueries(queries, keepGoing, json, out, err);
    }
}
