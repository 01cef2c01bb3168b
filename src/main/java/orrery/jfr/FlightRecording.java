package orrery.jfr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import orrery.files.PartFile;

/**
 * A recording of the program from now on: its own events, including sampled queries, and those of the JDK's default
 * settings (collections, safepoints, locks, stack samples). One thread creates, writes and closes it.
 */
public final class FlightRecording implements AutoCloseable {
    private final Recording recording;

    private FlightRecording(Recording recording) {
        this.recording = recording;
    }

    /**
     * Starts a recording.
     *
     * @param name its name in tools
     * @throws IOException if this virtual machine cannot record; the message says why
     */
    public static FlightRecording start(String name) throws IOException {
        FlightEvents.install();
        try {
            Recording recording = new Recording(Configuration.getConfiguration("default"));
            recording.setName(name);
            recording.enable(QueryEvent.class);
            recording.setToDisk(true);
            recording.start();
            return new FlightRecording(recording);
        } catch (ParseException | IllegalStateException | SecurityException e) {
            throw new IOException("the flight recorder does not start: " + e.getMessage(), e);
        }
    }

    /**
     * Ends it and writes its contents, completely or not at all; to a device or a pipe directly.
     *
     * @param file replaced if it exists
     * @throws IOException if it cannot be written
     */
    public void keep(Path file) throws IOException {
        recording.stop();
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            recording.dump(file);
            return;
        }
        try (PartFile part = PartFile.of(file, recording.getSize())) {
            recording.dump(part.path());
            part.force();
            part.settle();
        }
    }

    /** Discards it, ended or not; idempotent. */
    @Override
    public void close() {
        recording.close();
    }
}
