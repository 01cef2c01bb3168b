package orrery.library;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import orrery.binding.FileKind;
import orrery.binding.KernelRegistry;
import orrery.files.Digest;
import orrery.files.FileTurn;
import orrery.spk.Progress;

/**
 * Fetches one file over HTTP: to {@code NAME.part} until it is whole, from where it was cut ({@code Range} with {@code
 * If-Range}, so that two versions are never joined), its length as the server says, its SHA-256 learnt at the first
 * fetch and checked at every later one. A cut connection is taken up again a few times by itself; what has come is kept
 * for the next attempt where it can be gone on with. What is learnt is the digest of what lies on the disk, of a kernel
 * that is whole by its own account.
 *
 * <p>Immutable and thread-safe; fetches of one file go one after the other, whoever runs them on this machine ({@link
 * FileTurn}). Needs nothing but the address: no list of servers.
 */
public final class Download {
    /**
     * Follows a download and may call it off, which keeps what has come; called on the downloading thread, about ten times a
     * second.
     */
    public interface Watcher extends Progress {
        /** Nobody follows, and it runs to its end. */
        Watcher NONE = new Watcher() {};

        /**
         * Tells how far it is.
         *
         * @param have bytes here, those of earlier attempts included
         * @param total length that the server told, or -1
         * @param rate bytes a second over the last moments
         */
        default void at(long have, long total, double rate) {}

        /** Another fetch of the same file runs, here or in another program; called once. */
        default void waits() {}
    }

    /**
     * A file that is whole.
     *
     * @param file where it is
     * @param bytes its length
     * @param sha256 its digest
     * @param resumedFrom bytes that were here before; 0 if it was fetched in one piece
     * @param knownBefore whether its digest was known, and so was checked
     */
    public record Result(Path file, long bytes, String sha256, long resumedFrom, boolean knownBefore) {}

    /** More bytes than any kernel of NAIF's generic ones has. */
    public static final long LIMIT = 50_000_000_000L;

    private final PartialDownload partial;
    private final Path target;
    private final KernelHistory memory;
    private final boolean renew;
    private final long limit;
    private final long pauseMillis;

    /**
     * @param address of the file, http or https
     * @param target the file to make
     * @param memory where digests are kept
     * @param renew whether a file that has changed on the server, or is there already, is replaced
     */
    public Download(URI address, Path target, KernelHistory memory, boolean renew) {
        this(address, target, memory, renew, LIMIT, 500);
    }

    Download(URI address, Path target, KernelHistory memory, boolean renew, long limit, long pauseMillis) {
        this.target = target.toAbsolutePath().normalize();
        this.partial = new PartialDownload(this.target, address);
        this.memory = memory;
        this.renew = renew;
        this.limit = limit;
        this.pauseMillis = pauseMillis;
    }

    /** The same, of which no more than so many bytes may come. */
    public Download withLimit(long bytes) {
        return new Download(partial.address(), target, memory, renew, bytes, pauseMillis);
    }

    /** The name that a file at this address has. */
    public static String fileName(URI address) {
        String path = address.getPath() == null ? "" : address.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Bytes of an earlier attempt that lie ready to be gone on with. */
    public static long begun(Path target) {
        return new PartialDownload(target.toAbsolutePath().normalize(), URI.create("")).bytes();
    }

    /**
     * Fetches the file; blocks until it is whole, and before that until no other fetch of it runs here.
     *
     * @throws FetchException if it cannot be fetched or written, or is not what it was
     * @throws CancellationException if the watcher said so; what has come is kept
     */
    public Result run(Watcher watcher) throws FetchException {
        try (FileTurn _ = FileTurn.take(partial.turn(), watcher::isCancelled, watcher::waits)) {
            return get(watcher);
        } catch (IOException e) {
            // What failed on the way is told by now; this is the disk.
            throw new FetchException(WriteFailure.sentence(target, e), e);
        }
    }

    private Result get(Watcher watcher) throws FetchException, IOException {
        // Now that it is our turn: another fetch of it may just have ended.
        Optional<FetchRecord> known = memory.fetched(partial.address().toString());
        if (Files.exists(target, new LinkOption[0]) && !renew) {
            String here = Digest.of(target, _ -> {}, watcher::isCancelled);
            if (known.isPresent() && known.get().sha256().equals(here)) {
                return new Result(target, Files.size(target), here, Files.size(target), true);
            }
            throw new FetchException(target + " is there already"
                    + (known.isPresent() ? " and is not what was fetched from this address before" : "")
                    + ". Remove it, choose another name, or fetch with --renew to replace it.");
        }
        Optional<FetchRecord> must = renew ? Optional.empty() : known;
        long before = partial.version().isPresent() ? partial.bytes() : 0;
        DownloadBounds bounds = new DownloadBounds(partial, limit, must.orElse(new FetchRecord("", -1, "")));
        try {
            String age = new Transfer(partial, bounds, watcher, pauseMillis).run();
            bounds.checkKind();
            return settle(must, before, age, watcher);
        } finally {
            partial.keepIfUseful();
        }
    }

    /** The whole part becomes the file: if it is a kernel, whole by its own account, and the one that was known. */
    private Result settle(Optional<FetchRecord> must, long before, String age, Watcher watcher)
            throws FetchException, IOException {
        Path part = partial.part();
        checkWhole(part);
        String digest = Digest.of(part, _ -> {}, watcher::isCancelled);
        long bytes = Files.size(part);
        if (must.isPresent() && !must.get().sha256().equals(digest)) {
            partial.discard();
            throw new FetchException(fileName(partial.address()) + " came with SHA-256 " + digest
                    + ", but at the first fetch it was "
                    + must.get().sha256() + ": it was changed on the server or on the way. Fetch with --renew if you"
                    + " trust the new one.");
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        partial.settled();
        try {
            memory.learn(partial.address().toString(), new FetchRecord(digest, bytes, age));
        } catch (IOException e) {
            throw new FetchException(
                    target + " is here and whole, but its SHA-256 could not be kept to be checked later: "
                            + e.getMessage() + ".",
                    e);
        }
        return new Result(target, bytes, digest, Math.min(before, bytes), must.isPresent());
    }

    /** What {@code brief} would call cut or broken must not become the file that later ones are held against. */
    private void checkWhole(Path part) throws FetchException, IOException {
        if (FileKind.of(part) != FileKind.SPK) {
            return;
        }
        Appraisal appraisal = Appraisal.of(part, new KernelRegistry());
        String broken = switch (appraisal.condition()) {
            case TRUNCATED -> "is cut short, though the server says that this is all of it";
            case DAMAGED, NO_KERNEL, MISSING -> "is damaged";
            default -> "";
        };
        OptionalLong told = partial.told();
        if (broken.isEmpty() && told.isPresent() && told.getAsLong() > appraisal.size()) {
            broken = "is cut short: its head tells of %,d bytes and %,d have come"
                    .formatted(told.getAsLong(), appraisal.size());
        }
        if (!broken.isEmpty()) {
            partial.discard();
            String reason = appraisal
                    .reason()
                    .replace(part.toString(), fileName(partial.address()))
                    .replace(String.valueOf(part.getFileName()), fileName(partial.address()));
            throw new FetchException("What came from " + partial.address() + " " + broken + ". " + reason
                    + (reason.isEmpty() ? "" : " ") + "Nothing was kept; try again, or another server.");
        }
    }
}
