package orrery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs command lines one after the other in one process, as {@link Main} would run each: the training of an AOT cache,
 * which remembers what one process did. Must be part of the program, since a cache is of one class path.
 */
public final class Rehearsal {
    private Rehearsal() {}

    /**
     * Runs them, whatever their status.
     *
     * @param args a file with one command line per line; words are separated by spaces, without quoting
     */
    public static void main(String[] args) throws IOException {
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            if (!line.isBlank()) {
                Main.run(line.strip().split(" +"));
            }
        }
        System.exit(0);
    }
}
