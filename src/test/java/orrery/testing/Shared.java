package orrery.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Real kernels, broken ones and SPICE's answers, which may lie beside the project and are not part of it. */
public final class Shared {
    private static final Path ROOT = Path.of(System.getProperty("orrery.basedir", "."))
            .resolve("../shared")
            .normalize();

    private Shared() {}

    /** A file below {@code ../shared}; if it is absent the calling test is skipped with a message. */
    public static Path file(String name) {
        Path file = ROOT.resolve(name);
        assumeTrue(Files.exists(file), () -> "skipped: " + file + " is absent");
        return file;
    }

    /** The files of such a folder, sorted; none if it is absent, for tests that also use files of the project. */
    public static List<Path> filesIfAny(String folder) throws IOException {
        return Files.exists(ROOT.resolve(folder)) ? files(folder, "") : List.of();
    }

    public static Path real(String kernel) {
        return file("kernels/real/" + kernel + ".bsp");
    }

    /** The files of a folder below {@code ../shared} whose names begin like this, sorted. */
    public static List<Path> files(String folder, String prefix) throws IOException {
        try (Stream<Path> list = Files.list(file(folder))) {
            return list.filter(p -> p.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }
}
