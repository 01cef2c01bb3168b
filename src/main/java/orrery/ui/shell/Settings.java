package orrery.ui.shell;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import orrery.host.SystemFolders;

/**
 * What the reader has chosen, kept from one start to the next in the system's own place for it. The file may be deleted, or
 * be anything at all: what cannot be read there is as at the first start, and nothing is said about it.
 *
 * <p>Immutable values by name; {@link #save} writes a new file beside the old one and then takes its place, so that a crash
 * leaves one or the other.
 */
final class Settings {
    private static final String FILE = "settings.properties";
    private static final long LARGEST = 100_000;

    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** With nothing chosen. */
    static Settings none() {
        return new Settings(Map.of());
    }

    static Settings of(Map<String, String> values) {
        return new Settings(values);
    }

    /**
     * Where the file lies: what the property {@code orrery.settings} names, else where the system keeps such things ({@link
     * SystemFolders#configuration}).
     */
    static Path place() {
        return place(System.getProperty("orrery.settings", ""), System.getenv());
    }

    static Path place(String chosen, Map<String, String> environment) {
        return chosen.isBlank() ? SystemFolders.configuration(environment).resolve(FILE) : Path.of(chosen);
    }

    /** Reads a file; none where there is none, or nothing sound in it. */
    static Settings read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return none();
            }
            Properties properties = new Properties();
            try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(in);
            }
            Map<String, String> values = new java.util.HashMap<>();
            properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
            return new Settings(values);
        } catch (IOException | IllegalArgumentException e) {
            return none();
        }
    }

    /**
     * Writes a file, whole or not at all.
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
        Path fresh = Files.createTempFile(folder, "settings", ".tmp");
        try {
            try (Writer out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
                properties.store(out, "Orrery: what was chosen in the window. Safe to delete.");
            }
            try {
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** A value, read by something that throws where it makes no sense; then the other stands. */
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
