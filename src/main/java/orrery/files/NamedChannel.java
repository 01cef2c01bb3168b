package orrery.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A channel to a file being written, whose errors name the file and say how much of it was written: the system's error
 * for a full disk says neither.
 *
 * @param file the name to report
 * @param size final size in bytes, or -1
 */
record NamedChannel(FileChannel channel, Path file, long size) implements WritableByteChannel {
    @Override
    public int write(ByteBuffer from) throws IOException {
        try {
            return channel.write(from);
        } catch (IOException e) {
            throw named(e);
        }
    }

    /** Forces everything to disk. */
    void force() throws IOException {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw named(e);
        }
    }

    private IOException named(IOException e) {
        FileSystemException named = new FileSystemException(file.toString(), null, e.getMessage() + written());
        named.initCause(e);
        return named;
    }

    private String written() {
        try {
            return size < 0 ? "" : String.format(Locale.ROOT, " after %,d of %,d bytes", channel.position(), size);
        } catch (IOException _) {
            // The first failure is the one that is reported.
            return "";
        }
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
