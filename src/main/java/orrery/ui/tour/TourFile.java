package orrery.ui.tour;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import orrery.files.PartFile;
import orrery.time.Pace;

/**
 * Tours as text files (described in {@code src/site/markdown/tours.md}). Written files read back to an equal tour;
 * input may be any bytes at all, and yields a tour or a {@link TourFormatException}, in bounded memory.
 */
public final class TourFile {
    /** The first line of every tour file. */
    static final String FIRST_LINE = "orrery tour 1";

    static final String VIEW = "[view]";

    /** The suffix of tour files. */
    public static final String SUFFIX = ".tour";

    private TourFile() {}

    /** Whether a name looks like that of a tour file. */
    public static boolean isTour(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(SUFFIX);
    }

    /**
     * Reads a tour.
     *
     * @throws IOException if the file cannot be read
     * @throws TourFormatException if it is not a tour
     */
    public static Tour read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, String.valueOf(file.getFileName()));
        }
    }

    /**
     * Reads a tour.
     *
     * @param in its bytes; the caller must close it
     * @param name name of the file, for errors
     * @throws IOException if the bytes cannot be read
     * @throws TourFormatException if it is not a tour; no other exception, whatever the bytes
     */
    public static Tour read(InputStream in, String name) throws IOException {
        return new TourParser(new TourLines(in, name)).parse();
    }

    /**
     * Writes a tour completely or not at all.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Tour tour, Path file) throws IOException {
        byte[] bytes = format(tour).getBytes(StandardCharsets.UTF_8);
        PartFile.write(file, to -> to.write(bytes));
    }

    /** The text of a tour. */
    public static String format(Tour tour) {
        StringBuilder out = new StringBuilder(FIRST_LINE).append('\n');
        put(out, "title", tour.title());
        for (TourStop stop : tour.stops()) {
            out.append('\n').append(VIEW).append('\n');
            put(out, "link", stop.view().format());
            if (stop.present()) {
                put(out, "date", "now");
            }
            put(out, "caption", stop.caption());
            put(out, "stay", seconds(stop.stay()));
            if (stop.rate() != 0) {
                put(out, "rate", Pace.format(stop.rate()));
            }
            put(out, "fly", stop.fly() == 0 ? "cut" : seconds(stop.fly()));
            if (stop.turn() != 0) {
                put(out, "turn", plain(stop.turn()));
            }
            if (!stop.panel().isEmpty()) {
                put(out, "panel", stop.panel());
            }
        }
        return out.toString();
    }

    private static String seconds(double value) {
        return plain(value) + "s";
    }

    /** A number without a decimal point if it is whole. */
    static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static void put(StringBuilder out, String key, TourText text) {
        for (Map.Entry<String, String> one : text.sorted().entrySet()) {
            put(out, one.getKey().isEmpty() ? key : key + "." + one.getKey(), one.getValue());
        }
    }

    private static void put(StringBuilder out, String key, String value) {
        out.append(key).append(": ").append(value.replaceAll("\\s+", " ")).append('\n');
    }
}
