package orrery.testing;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** CSPICE's rows that are part of the project, and the kernel that was queried; a README beside them describes them. */
public final class ParityFiles {
    private ParityFiles() {}

    /** The granules that the rows of the shipped kernel need, as they were when CSPICE was run. */
    public static Path kernel() {
        return file("granules.bsp");
    }

    /** The cells of a table's rows, whose header must be this. */
    public static List<String[]> rows(String table, String header) throws IOException {
        List<String> lines = Files.readAllLines(file(table));
        if (!lines.getFirst().equals(header)) {
            throw new AssertionError(table + " has the columns " + lines.getFirst());
        }
        return lines.stream().skip(1).map(line -> line.split(",")).toList();
    }

    private static Path file(String name) {
        URL url = Objects.requireNonNull(ParityFiles.class.getResource("/orrery/parity/" + name), name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
