package orrery.ui.tour;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tours included in the program, by name. */
public final class ShippedTours {
    private static final String FOLDER = "/orrery/assets/tours/";

    /** Their names: the planets for children, and how the program proves itself. */
    public static final List<String> NAMES = List.of("planets", "proof");

    private ShippedTours() {}

    /** Reads a tour by its name. */
    public static Tour read(String name) {
        String file = name + TourFile.SUFFIX;
        try (InputStream in = ShippedTours.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no tour " + name);
            }
            return TourFile.read(in, file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /**
     * An included tour by name, or one from a file.
     *
     * @throws IOException if the file cannot be read
     * @throws TourFormatException if it is not there, or not a tour
     */
    public static Tour find(String nameOrFile) throws IOException {
        if (NAMES.contains(nameOrFile)) {
            return read(nameOrFile);
        }
        String included = "the name of an included tour: " + String.join(" or ", NAMES) + ".";
        if (nameOrFile.isBlank()) {
            throw new TourFormatException("No tour is named. Give a tour file, or " + included);
        }
        Path file = Path.of(nameOrFile);
        if (Files.isDirectory(file)) {
            throw new TourFormatException(nameOrFile + " is a folder. "
                    + firstTour(file)
                            .map(inside -> "Give a tour in it, such as " + inside + ", or ")
                            .orElse("Give a tour file, or ")
                    + included);
        }
        if (Files.notExists(file)) {
            throw new TourFormatException(nameOrFile + ": there is no such file. Give a tour file, or " + included);
        }
        return TourFile.read(file);
    }

    private static Optional<Path> firstTour(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> TourFile.isTour(String.valueOf(file.getFileName())))
                    .sorted()
                    .findFirst();
        } catch (AccessDeniedException _) {
            return Optional.empty();
        }
    }
}
