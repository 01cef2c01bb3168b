package orrery.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/** SHA-256 (FIPS 180-4) of files and of 64-bit words: 64 hexadecimal digits. Stateless. */
public final class Digest {
    private static final int CHUNK = 1 << 20;

    private Digest() {}

    /**
     * Computes the SHA-256 of a file, reading it in pieces.
     *
     * @param file the file
     * @param progress called with the fraction read, from 0 to 1
     * @param cancelled checked once per piece
     * @return 64 lower-case hexadecimal digits
     * @throws IOException if it cannot be read
     * @throws CancellationException if cancelled
     */
    public static String of(Path file, DoubleConsumer progress, BooleanSupplier cancelled) throws IOException {
        MessageDigest digest = sha256();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            long read = 0;
            ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
            while (channel.read(buffer) >= 0) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException("Hashing was cancelled.");
                }
                read += buffer.position();
                digest.update(buffer.flip());
                buffer.clear();
                progress.accept(size == 0 ? 1 : (double) read / size);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Computes the SHA-256 of a file.
     *
     * @param file the file
     * @return 64 lower-case hexadecimal digits
     * @throws IOException if it cannot be read
     */
    public static String of(Path file) throws IOException {
        return of(file, _ -> {}, () -> false);
    }

    /**
     * Computes the SHA-256 of words in the given order, each with its highest byte first.
     *
     * @param words the words
     * @return 64 lower-case hexadecimal digits
     */
    public static String of(long[] words) {
        MessageDigest digest = sha256();
        ByteBuffer chunk = ByteBuffer.allocate(8 * 1024);
        for (long word : words) {
            chunk.putLong(word);
            if (!chunk.hasRemaining()) {
                digest.update(chunk.flip());
                chunk.clear();
            }
        }
        digest.update(chunk.flip());
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Computes the SHA-256 of bytes.
     *
     * @param bytes the bytes
     * @return 64 lower-case hexadecimal digits
     */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** {@return a SHA-256 to be fed piece by piece; for one thread} */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
