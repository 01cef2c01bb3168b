package orrery.stand;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * What a child process does with a reader.
 *
 * @param kind kind of job
 * @param discipline how its threads share the reader
 * @param threads number of querying threads
 * @param together whether all threads run the same queries at the same time; else each starts elsewhere
 * @param kernels the kernels to open
 * @param queries the file of {@link StandQueries}
 * @param answers the file of {@link StandAnswers}: written by {@link Kind#ANSWERS}, compared with by the others; empty
 * if nothing is compared
 * @param board the file of the {@link Board}
 */
record ReaderJob(
        Kind kind,
        Discipline discipline,
        int threads,
        boolean together,
        List<Path> kernels,
        Path queries,
        Path answers,
        Path board) {
    /** The kinds of jobs. */
    enum Kind {
        /** One thread runs all queries once, in order, and writes the answers. */
        ANSWERS,
        /** All threads query repeatedly until told to stop. */
        ASK,
        /**
         * As ASK, with a pause before the sessions are opened, after that, after each of two rounds of queries, and
         * after the end.
         */
        HOLD,
        /** Sessions are opened, queried and closed repeatedly, with a pause after the first and the last batch. */
        CYCLES
    }

    ReaderJob {
        kernels = List.copyOf(kernels);
    }

    void write(Path file, ReaderSpec spec) throws IOException {
        Properties all = new Properties();
        all.setProperty("reader", spec.toString());
        all.setProperty("kind", kind.name());
        all.setProperty("discipline", discipline.wireName());
        all.setProperty("threads", Integer.toString(threads));
        all.setProperty("together", Boolean.toString(together));
        for (int i = 0; i < kernels.size(); i++) {
            all.setProperty("kernel." + i, kernels.get(i).toString());
        }
        all.setProperty("queries", queries.toString());
        all.setProperty("answers", answers.toString());
        all.setProperty("board", board.toString());
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            all.store(out, null);
        }
    }

    static Properties properties(Path file) throws IOException {
        Properties all = new Properties();
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            all.load(in);
        }
        return all;
    }

    static ReaderJob of(Properties all) {
        List<Path> kernels = new ArrayList<>();
        for (String path = all.getProperty("kernel.0");
                path != null;
                path = all.getProperty("kernel." + kernels.size())) {
            kernels.add(Path.of(path));
        }
        return new ReaderJob(
                Kind.valueOf(all.getProperty("kind")),
                Discipline.named(all.getProperty("discipline")),
                Integer.parseInt(all.getProperty("threads")),
                Boolean.parseBoolean(all.getProperty("together")),
                kernels,
                Path.of(all.getProperty("queries")),
                Path.of(all.getProperty("answers")),
                Path.of(all.getProperty("board")));
    }
}
