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
 * Fetches one file over HTTP, to {@code NAME.part} until it is complete. An interrupted download resumes ({@code Range}
 * with {@code If-Range}, so that two versions are never joined); its length is checked against the server's, and its
 * SHA-256, recorded at the first fetch, is checked at every later one. A lost connection is retried automatically a few
 * times; the part received is kept for the next attempt if it can be resumed. The recorded digest is that of the file
 * on disk, of a kernel that is complete by its own header.
 *
 * <p>Immutable and thread-safe; fetches of one file are serialized among all programs on this machine
 * ({@link FileTurn}). Needs only the address: no list of servers.
 */
public final class Download {
    /**
     * Follows a download and may cancel it, keeping the part received; called on the downloading thread, about ten
     * times a second.
     */
    public interface Watcher extends Progress {
        /** Follows nothing; the download runs to its end. */
        Watcher NONE = new Watcher() {};

        /**
         * Reports progress.
         *
         * @param have bytes present, including those of earlier attempts
         * @param total length reported by the server, or -1
         * @param rate recent rate, bytes per second
         */
        default void at(long have, long total, double rate) {}

        /** Another fetch of the same file is running, here or in another program; called once. */
        default void waits() {}
    }

    /**
     * A complete file.
     *
     * @param file its path
     * @param bytes its length
     * @param sha256 its digest
     * @param resumedFrom bytes present before; 0 if it was fetched in one piece
     * @param knownBefore whether its digest was already known, and so was checked
     */
    public record Result(Path file, long bytes, String sha256, long resumedFrom, boolean knownBefore) {}

    /** More bytes than any of NAIF's generic kernels has. */
    public static final long LIMIT = 50_000_000_000L;

    private final PartialDownload partial;
    private final Path target;
    private final KernelHistory memory;
    private final boolean renew;
    private final long limit;
    private final long pauseMillis;

    /**
     * @param address address of the file, http or https
     * @param target the file to create
     * @param memory stores digests
     * @param renew whether to replace a file that already exists, or has changed on the server
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

    /** The same with a limit on the number of bytes. */
    public Download withLimit(long bytes) {
        return new Download(partial.address(), target, memory, renew, bytes, pauseMillis);
    }

    /** The file name for this address. */
    public static String fileName(URI address) {
        String path = address.getPath() == null ? "" : address.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /**
     * Fetches the file; blocks until it is complete, and before that until no other fetch of it is running here.
     *
     * @throws FetchException if it cannot be fetched or written, or has changed
     * @throws CancellationException if the watcher requested it; the part received is kept
     */
    public Result run(Watcher watcher) throws FetchException {
        try (FileTurn _ = FileTurn.take(partial.turn(), watcher::isCancelled, watcher::waits)) {
            return get(watcher);
        } catch (IOException e) {
            // Network failures have been reported by now; this is the disk.
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
            throw new FetchException(target + " already exists"
                    + (known.isPresent() ? " and differs from what was fetched from this address before" : "")
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

    /**
     * Turns the complete part into the file, if it is a kernel, complete by its own header, and the one that was known.
     */
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
                    target + " is complete, but its SHA-256 could not be recorded for later checks: " + e.getMessage()
                            + ".",
                    e);
        }
        return new Result(target, bytes, digest, Math.min(before, bytes), must.isPresent());
    }

    /** What {@code brief} would call truncated or broken must not become the reference for later fetches. */
    private void checkWhole(Path part) throws FetchException, IOException {
        if (FileKind.of(part) != FileKind.SPK) {
            return;
        }
        Appraisal appraisal = Appraisal.of(part, new KernelRegistry());
        String broken = switch (appraisal.condition()) {
            case TRUNCATED -> "is truncated, though the server says that this is all of it";
            case DAMAGED, NO_KERNEL, MISSING -> "is damaged";
            default -> "";
        };
        OptionalLong declared = partial.declaredSize();
        if (broken.isEmpty() && declared.isPresent() && declared.getAsLong() > appraisal.size()) {
            broken = "is truncated: its header promises %,d bytes, but %,d were received"
                    .formatted(declared.getAsLong(), appraisal.size());
        }
        if (!broken.isEmpty()) {
            partial.discard();
            String reason = appraisal
                    .reason()
                    .replace(part.toString(), fileName(partial.address()))
                    .replace(String.valueOf(part.getFileName()), fileName(partial.address()));
            throw new FetchException("The file received from " + partial.address() + " " + broken + ". " + reason
                    + (reason.isEmpty() ? "" : " ") + "Nothing was kept; try again, or another server.");
        }
    }
}
