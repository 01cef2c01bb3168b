package orrery.stand;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The output of a process, drained as it comes so that the process never blocks; keeps the last lines, and the first
 * one printed by a crashing virtual machine. Thread-safe.
 */
final class PrintedTail implements AutoCloseable {
    private static final int LINES = 40;
    private static final int LONGEST = 400;
    private static final long WAIT_MILLIS = 2_000;

    private final Deque<String> lines = new ArrayDeque<>();
    private final Thread taker;
    private final Process process;

    private PrintedTail(Process process) {
        this.process = process;
        this.taker = Thread.ofPlatform().daemon().name("orrery-stand-printed").start(this::take);
    }

    static PrintedTail of(Process process) {
        return new PrintedTail(process);
    }

    private void take() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            StringBuilder line = new StringBuilder();
            // Not readLine: a reader may print endlessly without a line break.
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (c == '\n') {
                    keep(line.toString());
                    line.setLength(0);
                } else if (line.length() < LONGEST) {
                    line.append((char) c);
                }
            }
            keep(line.toString());
        } catch (IOException _) {
            // The process was killed: its output so far is all there is.
        }
    }

    private synchronized void keep(String line) {
        if (line.isBlank()) {
            return;
        }
        if (lines.size() == LINES) {
            lines.removeFirst();
        }
        lines.addLast(line.strip());
    }

    /** The last lines. */
    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** The last line, for use in a message. */
    String quoted() {
        List<String> all = lines();
        return all.isEmpty() ? "" : "; it said \"" + all.getLast() + "\"";
    }

    /** Waits until everything has been drained; a grandchild that holds the pipe open is not waited for. */
    void await() throws InterruptedException {
        taker.join(WAIT_MILLIS);
    }

    @Override
    public void close() {
        taker.interrupt();
    }
}
