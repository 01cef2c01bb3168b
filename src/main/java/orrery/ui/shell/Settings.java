package orrery.ui.shell;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import orrery.files.PartFile;
import orrery.host.SystemFolders;

/**
 * The user's settings, kept between starts in the system's usual place. The file may be deleted, or contain anything:
 * unreadable values are silently replaced by their defaults.
 *
 * <p>Immutable values by name; {@link #save} writes a new file that then replaces the old one, so that a crash leaves
 * one or the other.
 */
final class Settings {
    private static final String FILE = "settings.properties";
    private static final long LARGEST = 100_000;

    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** Without any settings. */
    static Settings none() {
        return new Settings(Map.of());
    }

    static Settings of(Map<String, String> values) {
        return new Settings(values);
    }

    /**
     * Where the file lies: what the property {@code orrery.settings} names, else where the system keeps such things
     * ({@link SystemFolders#configuration}).
     */
    static Path place() {
        return place(System.getProperty("orrery.settings", ""), System.getenv());
    }

    static Path place(String chosen, Map<String, String> environment) {
        return chosen.isBlank() ? SystemFolders.configuration(environment).resolve(FILE) : Path.of(chosen);
    }

    /** Reads a file; no settings if it is missing or invalid. */
    static Settings read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return none();
            }
            Properties properties = new Properties();
            try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(in);
            }
            Map<String, String> values = new HashMap<>();
            properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
            return new Settings(values);
        } catch (IOException | IllegalArgumentException e) {
            return none();
        }
    }

    /**
     * Writes a file completely or not at all.
     *
     * @throws IOException if it cannot be written
     */
    void save(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException(file + " is no file");
        }
        Files.createDirectories(folder);
        Properties properties = new Properties();
        values.forEach(properties::setProperty);
        PartFile.write(
                target,
                to -> properties.store(
                        new OutputStreamWriter(to, StandardCharsets.UTF_8),
                        "Orrery: settings of the window. Safe to delete."));
    }

    /** A value, parsed by a function that throws if it is invalid; then the default is used. */
    <T> T get(String name, Function<String, T> read, T otherwise) {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return read.apply(value);
        } catch (RuntimeException e) {
            return otherwise;
        }
    }

    boolean flag(String name, boolean otherwise) {
        return get(name, Boolean::valueOf, otherwise);
    }

    double number(String name, double least, double most, double otherwise) {
        double value = get(name, Double::valueOf, otherwise);
        return value >= least && value <= most ? value : otherwise;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings settings && settings.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }
}
