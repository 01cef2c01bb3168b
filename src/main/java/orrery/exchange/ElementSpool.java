package orrery.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sets of elements in a temporary file, so that a catalogue of any length takes the memory of its satellites: rows in
 * the order of the text, each with the place of the row before it of the same satellite. First written, then read. For
 * use by one thread.
 */
final class ElementSpool {
    /** The place of the satellite's row before, and the elements. */
    private static final int ROW = 11;

    private static final int ROWS = 4096;
    /** Rows read at once: those before a row are often the same satellite's. */
    private static final int AROUND = 16;

    private static final int NONE = -1;

    /** A satellite: what its latest set says of it, and where its last row is. */
    static final class Satellite {
        private String name = "";
        private long line;
        private double latest = Double.NEGATIVE_INFINITY;
        private long last = NONE;

        /** {@return its name in the set with the latest epoch} */
        String name() {
            return name;
        }

        /** {@return the line of that set} */
        long line() {
            return line;
        }
    }

    private final Path file;
    private final SortedMap<Integer, Satellite> satellites = new TreeMap<>();
    private final ByteBuffer bytes = ByteBuffer.allocate(ROWS * ROW * Double.BYTES);
    private final DoubleBuffer words = bytes.asDoubleBuffer();
    private long count;
    private long first;
    private long loaded;

    /** @param file created with the first sets; belongs to the caller */
    ElementSpool(Path file) {
        this.file = file;
    }

    void add(ElementSet set) throws IOException {
        if (!words.hasRemaining()) {
            flush();
        }
        Satellite satellite = satellites.computeIfAbsent(set.number(), _ -> new Satellite());
        words.put((double) satellite.last)
                .put(set.et())
                .put(set.meanMotionDot())
                .put(set.meanMotionDdot())
                .put(set.bstar())
                .put(set.inclination())
                .put(set.node())
                .put(set.eccentricity())
                .put(set.perigee())
                .put(set.anomaly())
                .put(set.meanMotion());
        satellite.last = count++;
        if (set.et() >= satellite.latest) {
            satellite.latest = set.et();
            satellite.name = set.name();
            satellite.line = set.line();
        }
    }

    private void flush() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            bytes.clear().limit(words.position() * Double.BYTES);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        words.clear();
    }

    /** {@return the satellites by number, ascending} */
    SortedMap<Integer, Satellite> satellites() {
        return Collections.unmodifiableSortedMap(satellites);
    }

    /** Receives the sets of one satellite. */
    @FunctionalInterface
    interface Receiver {
        void take(int number, Satellite satellite, List<ElementSet> sets) throws IOException;
    }

    /** Reads the sets by satellite, ascending by number; those of one are in the order of the text. */
    void each(Receiver receiver) throws IOException {
        flush();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (var entry : satellites.entrySet()) {
                List<ElementSet> sets = new ArrayList<>();
                for (long row = entry.getValue().last; row >= 0; row = (long) words.get(at(row, channel))) {
                    sets.add(set(at(row, channel), entry.getKey(), entry.getValue()));
                }
                receiver.take(entry.getKey(), entry.getValue(), sets.reversed());
            }
        }
    }

    /** Ends its use. */
    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    private ElementSet set(int at, int number, Satellite satellite) {
        return new ElementSet(
                number,
                satellite.name,
                words.get(at + 1),
                words.get(at + 2),
                words.get(at + 3),
                words.get(at + 4),
                words.get(at + 5),
                words.get(at + 6),
                words.get(at + 7),
                words.get(at + 8),
                words.get(at + 9),
                words.get(at + 10),
                satellite.line);
    }

    /** Where a row is in memory, with some before it. */
    private int at(long row, FileChannel channel) throws IOException {
        if (row < first || row >= first + loaded) {
            first = Math.max(0, row + 1 - AROUND);
            loaded = row + 1 - first;
            bytes.clear().limit((int) loaded * ROW * Double.BYTES);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, first * ROW * Double.BYTES + bytes.position()) < 0) {
                    throw new IOException("the temporary files of this import are gone; import again");
                }
            }
        }
        return (int) (row - first) * ROW;
    }
}
