package orrery.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One writer's turn at a file, among all threads of this program and all processes on this machine. It is held as an
 * operating-system lock on an empty file beside it, so a process that dies releases its turn.
 *
 * <p>The lock file is removed when the turn ends, so a thread may lock a file that no longer has that name: it checks,
 * and starts again if so. Within this program a set of paths is checked first, because the system's lock belongs to the
 * whole process.
 */
public final class FileTurn implements AutoCloseable {
    private static final long LOOK_MILLIS = 50;
    private static final Set<Path> HELD = new HashSet<>();

    private final Path path;
    private final FileChannel channel;

    private FileTurn(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Waits for the turn.
     *
     * @param lock the empty file that represents the turn; its folder is created
     * @param cancelled checked while waiting, about twenty times a second
     * @param waiting called once if another has the turn
     * @return the turn, which the caller must close
     * @throws IOException if the lock file cannot be created or locked
     * @throws CancellationException if cancelled while waiting, or the thread is interrupted
     */
    public static FileTurn take(Path lock, BooleanSupplier cancelled, Runnable waiting) throws IOException {
        Path path = lock.toAbsolutePath().normalize();
        Path folder = path.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        boolean reported = false;
        while (true) {
            FileTurn turn = attempt(path);
            if (turn != null) {
                return turn;
            }
            if (!reported) {
                reported = true;
                waiting.run();
            }
            pause(cancelled);
        }
    }

    private static void pause(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("Waiting for another writer was cancelled.");
        }
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Waiting for another writer was cancelled.");
        }
    }

    private static @Nullable FileTurn attempt(Path path) throws IOException {
        synchronized (HELD) {
            if (!HELD.add(path)) {
                return null;
            }
        }
        FileTurn turn = null;
        try {
            turn = locked(path);
            return turn;
        } finally {
            if (turn == null) {
                release(path);
            }
        }
    }

    private static @Nullable FileTurn locked(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean held = false;
        try {
            Object key = key(path);
            FileLock lock = channel.tryLock();
            // Another may have ended its turn, and removed the file, between our opening and our lock.
            held = lock != null && key != null && key.equals(key(path));
            return held ? new FileTurn(path, channel) : null;
        } catch (OverlappingFileLockException _) {
            // Held by another class loader in this process.
            return null;
        } finally {
            if (!held) {
                channel.close();
            }
        }
    }

    /** Identifies a file among successive files of the same name; null if there is none of that name. */
    private static @Nullable Object key(Path path) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            // On systems without such keys an open file cannot be removed either.
            return Objects.requireNonNullElse(attributes.fileKey(), path);
        } catch (NoSuchFileException _) {
            return null;
        }
    }

    private static void release(Path path) {
        synchronized (HELD) {
            HELD.remove(path);
        }
    }

    /** Ends the turn. */
    @Override
    public void close() throws IOException {
        try (channel) {
            // While the lock is still held: nobody else can have begun.
            Files.deleteIfExists(path);
        } finally {
            release(path);
        }
    }
}
