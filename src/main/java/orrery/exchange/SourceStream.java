package orrery.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import orrery.files.Digest;
import orrery.spk.Progress;

/**
 * A file read once, from beginning to end, with its SHA-256 computed, its progress reported and cancellation observed
 * on the way. For use by one thread.
 */
final class SourceStream extends FilterInputStream {
    private static final int CHUNK = 1 << 16;

    private final Path file;
    private final long size;
    private final Progress progress;
    private final MessageDigest digest = Digest.sha256();
    private long read;

    private SourceStream(Path file, InputStream in, long size, Progress progress) {
        super(in);
        this.file = file;
        this.size = size;
        this.progress = progress;
    }

    /**
     * Opens a file.
     *
     * @throws BadInputException if it does not exist, or is a folder
     */
    static SourceStream of(Path file, Progress progress) throws IOException {
        if (Files.isDirectory(file)) {
            throw BadInputException.of(file, "it is a folder", "give the files in it");
        }
        try {
            return new SourceStream(file, Files.newInputStream(file), Files.size(file), progress);
        } catch (NoSuchFileException _) {
            throw BadInputException.of(file, "there is no such file", "check the path");
        }
    }

    Path file() {
        return file;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, Math.min(length, CHUNK));
        if (count > 0) {
            digest.update(bytes, from, count);
            read += count;
            progress.at(Math.min(1, (double) read / Math.max(1, size)));
            progress.check("The import was cancelled.");
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(CHUNK, count)], 0, (int) Math.min(CHUNK, count)));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Reads the rest and returns the SHA-256 of the whole file, in hexadecimal digits. */
    String sha256ToTheEnd() throws IOException {
        byte[] bytes = new byte[CHUNK];
        while (read(bytes, 0, bytes.length) >= 0) {
            // Only the digest is needed.
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
