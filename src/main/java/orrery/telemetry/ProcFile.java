package orrery.telemetry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import orrery.host.HostSystem;

/**
 * A file under {@code /proc} that is read repeatedly: kept open, read completely into one buffer that grows when
 * necessary, scanned in place. Once warm it allocates nothing. For use by one thread.
 */
final class ProcFile implements AutoCloseable {
    private final FileChannel channel;
    private ByteBuffer bytes = ByteBuffer.allocateDirect(1 << 16);
    private int length;
    private int at;

    private ProcFile(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens a file by its path below {@code /proc}, or says that this system has no such file. */
    static Measurement<ProcFile> open(String path) {
        try {
            return Measurement.of(new ProcFile(FileChannel.open(HostSystem.proc(path), StandardOpenOption.READ)));
        } catch (IOException | RuntimeException e) {
            return Measurement.notAvailable(HostSystem.name() + " has no readable /proc/" + path);
        }
    }

    /** Reads its current contents, and moves to the beginning. @return its length in bytes */
    int read() throws IOException {
        length = 0;
        at = 0;
        while (true) {
            if (length == bytes.capacity()) {
                ByteBuffer larger = ByteBuffer.allocateDirect(2 * bytes.capacity());
                bytes.position(0).limit(length);
                larger.put(bytes);
                bytes = larger;
            }
            bytes.limit(bytes.capacity()).position(length);
            int read = channel.read(bytes, length);
            if (read <= 0) {
                return length;
            }
            length += read;
        }
    }

    /** Whether there is a line at the cursor. */
    boolean hasLine() {
        return at < length;
    }

    /** Moves to the beginning of the next line. */
    void nextLine() {
        while (at < length && bytes.get(at++) != '\n') {
            // skip
        }
    }

    /** Whether the line continues with these ASCII bytes; if so, moves past them. */
    boolean take(byte[] key) {
        if (at + key.length > length) {
            return false;
        }
        for (int i = 0; i < key.length; i++) {
            if (bytes.get(at + i) != key[i]) {
                return false;
            }
        }
        at += key.length;
        return true;
    }

    /** The byte at the cursor, or 0 at the end. */
    byte peek() {
        return at < length ? bytes.get(at) : 0;
    }

    /** Moves one byte ahead. */
    void skip() {
        at++;
    }

    /** Skips blanks, then reads a decimal number; 0 if there is none. */
    long decimal() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
        long value = 0;
        for (byte b = peek(); b >= '0' && b <= '9'; b = peek()) {
            value = value * 10 + (b - '0');
            at++;
        }
        return value;
    }

    /** Reads a hexadecimal number (lower case) at the cursor; 0 if there is none. */
    long hex() {
        long value = 0;
        while (true) {
            byte b = peek();
            if (b >= '0' && b <= '9') {
                value = (value << 4) + (b - '0');
            } else if (b >= 'a' && b <= 'f') {
                value = (value << 4) + (b - 'a' + 10);
            } else {
                return value;
            }
            at++;
        }
    }

    /** The number of lines, from the beginning. */
    int lines() {
        int lines = 0;
        for (int i = 0; i < length; i++) {
            if (bytes.get(i) == '\n') {
                lines++;
            }
        }
        return lines;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It was only read; there is nothing to lose.
        }
    }
}
