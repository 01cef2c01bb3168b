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
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A file that is being written, under a hidden name beside its final one, which it gets when it is whole. Programs that
 * have the old file open keep the old bytes; half a file is never visible; nothing is left behind when writing fails or
 * the program is asked to end (SIGINT, SIGTERM). What a killed program leaves, {@link Leftover} finds.
 *
 * <p>For one thread; any number of such files at once. The thread that ends the virtual machine takes the lock of this
 * class, closes and removes what is open, and prevents any other from being begun or settled: a rename happens whole
 * before that, or not at all.
 */
public final class PartFile implements AutoCloseable {
    /** Writes what is to be in a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes the content.
         *
         * @param out where it goes; not to be closed
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
    /** A program that writes it instead of us; killed before the file is removed, or it would create it again. */
    private volatile @Nullable Process writer;

    private PartFile(Path target, Path path, NamedChannel channel) {
        this.target = target;
        this.path = path;
        this.channel = channel;
    }

    /**
     * Begins a file.
     *
     * @param target the name that it will have
     * @param size bytes that it will have, or -1; asked of the disk before anything is written
     * @return the file, to be closed
     * @throws FileSystemException if the target is no ordinary file, or there is no room
     * @throws IOException if it cannot be begun there
     * @throws CancellationException if the program is ending
     */
    public static PartFile of(Path target, long size) throws IOException {
        Path whole = target.toAbsolutePath();
        Path name = whole.getFileName();
        if (name == null) {
            throw new FileSystemException(target.toString(), null, "it is not the name of a file");
        }
        if (Files.exists(whole) && !Files.isRegularFile(whole)) {
            // Renaming would put a file in the place of a device or a folder.
            throw new FileSystemException(target.toString(), null, "it is no ordinary file");
        }
        Path folder = whole.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
            askRoom(target, folder, size);
        }
        Path path = whole.resolveSibling(PartName.next(name.toString()));
        synchronized (PartFile.class) {
            checkEnding();
            if (!watched) {
                watch();
            }
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            PartFile part = new PartFile(whole, path, new NamedChannel(channel, target, size));
            OPEN.add(part);
            return part;
        }
    }

    /**
     * Writes a file whole or not at all; if the target is no ordinary file (a pipe, a device), as the content comes.
     *
     * @param file the target
     * @param content writes it
     * @throws IOException if it cannot be written; the old file, if any, is then as it was
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
        // Not of the folder's FileStore: there is none in a changed root, whose mount point the system does not list.
        long free = folder.toFile().getUsableSpace();
        // Some file systems tell nothing.
        if (folder.toFile().getTotalSpace() > 0 && free < size) {
            throw new FileSystemException(
                    target.toString(),
                    null,
                    String.format(Locale.ROOT, "there is no space: it needs %,d bytes and %,d are free", size, free));
        }
    }

    /** {@return where the file is until it is settled} */
    public Path path() {
        return path;
    }

    /**
     * Says that another program writes the file; it is ended by force if the file is given up.
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
     * Gives it its name.
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
