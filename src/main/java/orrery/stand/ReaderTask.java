package orrery.stand;

import java.nio.file.Path;
import java.util.List;

/**
 * What the threads of a {@link ReaderProcess} do.
 *
 * @param discipline how its threads share the reader
 * @param threads number of querying threads
 * @param together whether all run the same query at the same time
 * @param kernels the kernels to open
 * @param queries what they ask
 * @param answers the expected answers; an empty path if nothing is compared
 */
public record ReaderTask(
        Discipline discipline, int threads, boolean together, List<Path> kernels, StandQueries queries, Path answers) {
    /** Each thread begins elsewhere in the queries, and the answers are not compared. */
    public ReaderTask(Discipline discipline, int threads, List<Path> kernels, StandQueries queries) {
        this(discipline, threads, false, kernels, queries, Path.of(""));
    }

    public ReaderTask {
        kernels = List.copyOf(kernels);
    }
}
