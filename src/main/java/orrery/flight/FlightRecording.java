package orrery.flight;

import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import jdk.jfr.Configuration;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/**
 * A recording of what the program does from now on: its own events, sampled queries among them, and what the JDK's default
 * settings record besides (collections, safepoints, locks, samples of stacks). One thread makes, keeps and closes it.
 */
public final class FlightRecording implements AutoCloseable {
    private final Recording recording;

    private FlightRecording(Recording recording) {
        this.recording = recording;
    }

    /** Whether this virtual machine can record at all. */
    public static boolean isAvailable() {
        return FlightRecorder.isAvailable();
    }

    /**
     * Starts one.
     *
     * @param name what tools call it
     * @throws IOException if this virtual machine does not record; the message says why
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
     * Ends it and writes what it holds.
     *
     * @param file replaced if it is there
     * @throws IOException if it cannot be written
     */
    public void keep(Path file) throws IOException {
        recording.stop();
        recording.dump(file);
    }

    /** Forgets it, ended or not; idempotent. */
    @Override
    public void close() {
        recording.close();
    }
}
