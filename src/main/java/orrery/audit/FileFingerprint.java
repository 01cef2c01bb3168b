package orrery.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A kernel file as it stood at one time: enough to say whether it was touched.
 *
 * @param path its absolute path
 * @param size bytes
 * @param key device and inode as the system writes them, or empty
 * @param modified time of the last change, as the system writes it
 * @param sha256 of all its bytes, hexadecimal
 */
record FileFingerprint(Path path, long size, String key, String modified, String sha256) {
    private static final int CHUNK = 1 << 20;

    static FileFingerprint of(Path path, StopSignal stop) {
        Path absolute = path.toAbsolutePath();
        try {
            BasicFileAttributes attributes = Files.readAttributes(absolute, BasicFileAttributes.class);
            return new FileFingerprint(
                    absolute,
                    attributes.size(),
                    Optional.ofNullable(attributes.fileKey())
                            .map(Object::toString)
                            .orElse(""),
                    attributes.lastModifiedTime().toString(),
                    sha256(absolute, stop));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    private static String sha256(Path path, StopSignal stop) throws IOException {
        MessageDigest digest = hasher();
        ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            while (channel.read(chunk.clear()) >= 0) {
                digest.update(chunk.flip());
                stop.check();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 of answers in the order given, each component's 64 bits with the highest byte first. */
    static String digest(long[] bits) {
        MessageDigest digest = hasher();
        ByteBuffer chunk = ByteBuffer.allocate(8 * 1024);
        for (long word : bits) {
            chunk.putLong(word);
            if (!chunk.hasRemaining()) {
                digest.update(chunk.flip());
                chunk.clear();
            }
        }
        digest.update(chunk.flip());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest hasher() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
