package orrery.library;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import orrery.binding.FileKind;

/**
 * The part of a file received so far: {@code NAME.part}, and {@code NAME.part.from}, which records its source and
 * version, so that only the same version is resumed. Requires the file's turn.
 *
 * @param target the final file
 * @param address its source
 */
record PartialDownload(Path target, URI address) {
    private static final int RECORD = 1024;
    private static final int ND = 8;
    private static final int NI = 12;
    private static final int FREE = 84;

    Path part() {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    private Path from() {
        return target.resolveSibling(target.getFileName() + ".part.from");
    }

    /** The turn to write here. */
    Path turn() {
        return target.resolveSibling(target.getFileName() + ".part.lock");
    }

    /** Bytes present, whether they can be resumed or not. */
    long bytes() {
        try {
            return Files.exists(part(), new LinkOption[0]) ? Files.size(part()) : 0;
        } catch (IOException _) {
            return 0;
        }
    }

    /** Identifies the version that is present; empty if nothing can be resumed. */
    Optional<String> version() {
        try {
            List<String> lines = bytes() == 0 ? List.of() : Files.readAllLines(from());
            return lines.size() == 2 && lines.getFirst().equals(address.toString())
                    ? Optional.of(lines.get(1))
                    : Optional.empty();
        } catch (IOException _) {
            // None was given: the file is fetched from its beginning.
            return Optional.empty();
        }
    }

    /** Records the version; an empty one can never be resumed. */
    void version(String version) throws IOException {
        if (version.isEmpty()) {
            Files.deleteIfExists(from());
        } else {
            Files.writeString(from(), address + "\n" + version + "\n");
        }
    }

    /** Removes all of it. */
    void discard() throws IOException {
        Files.deleteIfExists(part());
        Files.deleteIfExists(from());
    }

    /** Removes what could not be resumed. */
    void keepIfUseful() throws IOException {
        if (version().isEmpty()) {
            discard();
        }
    }

    /** Removes what was needed only until the file was complete. */
    void settled() throws IOException {
        Files.deleteIfExists(from());
    }

    /**
     * The least length of a DAF by its own file record: everything before its first free address (DAF Required Reading,
     * "The File Record"). Empty if it is not a DAF, or too little was received.
     */
    OptionalLong declaredSize() throws IOException {
        ByteBuffer head = ByteBuffer.allocate(RECORD);
        try (FileChannel channel = FileChannel.open(part(), StandardOpenOption.READ)) {
            while (head.hasRemaining() && channel.read(head) >= 0) {
                // Until the record is complete.
            }
        }
        FileKind kind = FileKind.of(head.array());
        boolean daf = kind == FileKind.SPK || kind == FileKind.OTHER_BINARY_KERNEL;
        if (!daf || head.hasRemaining()) {
            return OptionalLong.empty();
        }
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            head.order(order);
            boolean fits = head.getInt(ND) > 0 && head.getInt(ND) < RECORD && head.getInt(NI) < RECORD;
            if (fits && head.getInt(FREE) > 1) {
                return OptionalLong.of((head.getInt(FREE) - 1L) * Double.BYTES);
            }
        }
        return OptionalLong.empty();
    }
}
