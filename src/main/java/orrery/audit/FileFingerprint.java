package orrery.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import orrery.files.Digest;

/**
 * The state of a kernel file at one time, enough to tell whether it was touched.
 *
 * @param path absolute path
 * @param size bytes
 * @param key device and inode as the system writes them, or empty
 * @param modified time of the last change, as the system writes it
 * @param sha256 hash of all its bytes, hexadecimal
 */
record FileFingerprint(Path path, long size, String key, String modified, String sha256) {
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
                    Digest.of(absolute, _ -> {}, () -> {
                        stop.check();
                        return false;
                    }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return String.valueOf(path.getFileName());
    }
}
