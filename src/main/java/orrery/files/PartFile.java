package orrery.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A file being written under a hidden name beside its final one, which it gets when it is complete. Programs that have
 * the old file open keep the old bytes; an incomplete file is never visible; nothing is left behind when writing fails
 * or the program is told to end (SIGINT, SIGTERM). {@link Leftover} finds what a killed program leaves.
 *
 * <p>For use by one thread; any number of such files at once. The thread that ends the virtual machine takes the lock
 * of this class, closes and removes what is open, and prevents any other file from being started or settled: a rename
 * happens completely before that, or not at all.
 */
public final class PartFile implements AutoCloseable {
    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes the content.
         *
         * @param out the target; must not be closed
         * @throws IOException if it cannot be written
         */
        void to(OutputStream out) throws IOException;
    }

    private static final long WRITER_SECONDS = 2;

    private static final Set<PartFile> OPEN = new HashSet<>();
    private static boolean watched;
    private static boolean ending;

    private final Path target;
    private final Path path;
    private final NamedChannel channel;
    /** An external program that writes it; killed before the file is removed, because it would create it again. */
    private volatile @Nullable Process writer;

    private PartFile(Path target, Path path, NamedChannel channel) {
        this.target = target;
        this.path = path;
        this.channel = channel;
    }

    /**
     * Finds what a temporary file of this program was to become.
     *
     * @param file any file
     * @return its final name, as far as a temporary name keeps it; empty if the name is no temporary one
     */
    public static Optional<Path> targetOf(Path file) {
        return PartName.of(file).map(part -> file.resolveSibling(part.target()));
    }

    /**
     * Starts a file.
     *
     * @param target its final name
     * @param size its size in bytes, or -1; the disk is checked before anything is written
     * @return the file, which the caller must close
     * @throws FileSystemException if the target is not a regular file, or there is no room
     * @throws IOException if it cannot be started there
     * @throws CancellationException if the program is ending
     */
    public static PartFile of(Path target, long size) throws IOException {
        Path whole = target.toAbsolutePath();
        Path name = whole.getFileName();
        if (name == null) {
            throw new FileSystemException(target.toString(), null, "it is not a valid file name");
        }
        if (Files.exists(whole) && !Files.isRegularFile(whole)) {
            // Renaming would replace a device or a folder by a file.
            throw new FileSystemException(target.toString(), null, "it is not a regular file");
        }
        Path folder = whole.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
            askRoom(target, folder, size);
        }
        Path beside = whole.resolveSibling(PartName.next(name.toString()));
        synchronized (PartFile.class) {
            checkEnding();
            if (!watched) {
                watch();
            }
            FileChannel opened = FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            PartFile part = new PartFile(whole, beside, new NamedChannel(opened, target, size));
            OPEN.add(part);
            return part;
        }
    }

    /**
     * Writes a file completely or not at all; if the target is not a regular file (a pipe, a device), directly.
     *
     * @param file the target
     * @param content writes it
     * @throws IOException if it cannot be written; an old file is then unchanged
     */
    public static void write(Path file, Content content) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "it is a directory");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            try (NamedChannel device = new NamedChannel(FileChannel.open(file, StandardOpenOption.WRITE), file, -1);
                    OutputStream out = Channels.newOutputStream(device)) {
                content.to(out);
            }
            return;
        }
        try (PartFile part = of(file, -1)) {
            try (OutputStream out = Channels.newOutputStream(part.channel())) {
                content.to(out);
                out.flush();
                part.force();
            }
            part.settle();
        }
    }

    private static void askRoom(Path target, Path folder, long size) throws IOException {
        // Not from the folder's FileStore: in a changed root there is none, because the system does not list its mount
        // point.
        long free = folder.toFile().getUsableSpace();
        // Some file systems do not report it.
        if (folder.toFile().getTotalSpace() > 0 && free < size) {
            throw new FileSystemException(
                    target.toString(),
                    null,
                    String.format(
                            Locale.ROOT,
                            "there is not enough space: it needs %,d bytes, but %,d are free",
                            size,
                            free));
        }
    }

    /** {@return the path of the file until it is settled} */
    public Path path() {
        return path;
    }

    /**
     * Registers an external program that writes the file; it is killed if the file is abandoned.
     *
     * @param program that program
     */
    public void writtenBy(Process program) {
        writer = program;
    }

    private void endWriter() {
        Process program = writer;
        if (program != null) {
            program.destroyForcibly();
            boolean interrupted = Thread.interrupted();
            try {
                program.waitFor(WRITER_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException _) {
                interrupted = true;
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** {@return where to write; errors name the target and say how far writing came} */
    public WritableByteChannel channel() {
        return channel;
    }

    /**
     * Forces what was written to the disk.
     *
     * @throws IOException if that fails
     */
    public void force() throws IOException {
        channel.force();
    }

    /**
     * Gives it its final name.
     *
     * @throws IOException if that cannot be done
     * @throws CancellationException if the program is ending
     */
    public void settle() throws IOException {
        channel.close();
        synchronized (PartFile.class) {
            checkEnding();
            try {
                Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException _) {
                Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
            }
            OPEN.remove(this);
        }
    }

    /** Removes it, unless it was settled. */
    @Override
    public void close() throws IOException {
        endWriter();
        synchronized (PartFile.class) {
            if (OPEN.remove(this)) {
                channel.close();
                Files.deleteIfExists(path);
            }
        }
    }

    private static void watch() {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(PartFile::end, "orrery-part-files"));
            watched = true;
        } catch (IllegalStateException _) {
            ending = true;
            checkEnding();
        }
    }

    private static void checkEnding() {
        if (ending) {
            throw new CancellationException("The program is ending.");
        }
    }

    private static void end() {
        ProgramEnd.begin();
        ProgramEnd.awaitHolds();
        synchronized (PartFile.class) {
            ending = true;
            for (PartFile part : OPEN) {
                try {
                    part.endWriter();
                    part.channel.close();
                    Files.deleteIfExists(part.path);
                } catch (IOException _) {
                    // It is found as a leftover.
                }
            }
            OPEN.clear();
        }
    }
}
