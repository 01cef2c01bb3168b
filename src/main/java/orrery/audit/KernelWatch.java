package orrery.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import orrery.time.LeapSeconds;

/**
 * Watches whether the kernels under audit are still the same files, and whether the leap seconds are still the same if
 * their states depend on them: findings on what changes say nothing about the reader.
 *
 * <p>Immutable and thread-safe.
 *
 * @param files their state at the start
 * @param leaps {@link LeapSeconds#changes} at the start; empty if nothing depends on it
 */
record KernelWatch(List<Stood> files, OptionalLong leaps) {
    /** The state of a file. */
    record Stood(Path path, long size, String key, String modified) {
        static Stood of(Path path) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new Stood(
                    path,
                    attributes.size(),
                    Optional.ofNullable(attributes.fileKey())
                            .map(Object::toString)
                            .orElse(""),
                    attributes.lastModifiedTime().toString());
        }
    }

    KernelWatch {
        files = List.copyOf(files);
    }

    /** A watch over nothing. */
    static final KernelWatch NONE = new KernelWatch(List.of(), OptionalLong.empty());

    /**
     * A watch that starts now, over the files and the leap seconds.
     *
     * @throws UncheckedIOException if a file cannot be examined
     */
    static KernelWatch of(List<Path> kernels) {
        OptionalLong leaps = OptionalLong.of(LeapSeconds.changes());
        return new KernelWatch(
                kernels.stream()
                        .map(path -> {
                            try {
                                return Stood.of(path.toAbsolutePath());
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        })
                        .toList(),
                leaps);
    }

    /** The same watch over the files alone. */
    KernelWatch ofFiles() {
        return new KernelWatch(files, OptionalLong.empty());
    }

    /**
     * What has happened, as the beginning of a sentence; empty while all is unchanged. Reads no file contents.
     */
    Optional<String> change() {
        return files.stream().flatMap(file -> change(file).stream()).findFirst().or(this::leapChange);
    }

    private Optional<String> leapChange() {
        return leaps.isEmpty() || leaps.getAsLong() == LeapSeconds.changes()
                ? Optional.empty()
                : Optional.of("Other leap seconds, on which the states of two-line elements depend, were loaded"
                        + " (now: " + LeapSeconds.table().source() + ")");
    }

    /** The same, and whether the bytes still match the hash: reads the files completely. */
    Optional<String> changeOfBytes(List<FileFingerprint> prints, StopSignal stop) {
        Optional<String> seen = change();
        if (seen.isPresent()) {
            return seen;
        }
        for (FileFingerprint print : prints) {
            try {
                if (!FileFingerprint.of(print.path(), stop).sha256().equals(print.sha256())) {
                    return Optional.of(print.name() + " was overwritten");
                }
            } catch (UncheckedIOException e) {
                return Optional.of(print.name() + " can no longer be read");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> change(Stood before) {
        String name = String.valueOf(before.path.getFileName());
        try {
            Stood now = Stood.of(before.path);
            if (!now.key.equals(before.key)) {
                return Optional.of(name + " was replaced by another file");
            }
            if (now.size != before.size) {
                return Optional.of("%s was %s: it had %,d bytes and now has %,d"
                        .formatted(name, now.size < before.size ? "cut short" : "written to", before.size, now.size));
            }
            if (!now.modified.equals(before.modified)) {
                return Optional.of(name + " was written to");
            }
            Files.newByteChannel(before.path, StandardOpenOption.READ).close();
            return Optional.empty();
        } catch (NoSuchFileException _) {
            return Optional.of(name + " was deleted or renamed");
        } catch (AccessDeniedException _) {
            return Optional.of(name + " can no longer be read: its permissions were changed");
        } catch (IOException e) {
            return Optional.of(name + " can no longer be examined (" + e.getMessage() + ")");
        }
    }
}
