package orrery.ui.tour;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

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
     * @throws TourFormatException if it is not a tour
     */
    public static Tour find(String nameOrFile) throws IOException {
        return NAMES.contains(nameOrFile) ? read(nameOrFile) : TourFile.read(Path.of(nameOrFile));
    }
}
