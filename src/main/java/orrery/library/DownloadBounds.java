package orrery.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import orrery.binding.FileKind;

/**
 * How much of a file may come: no more than was allowed, than there is room for, and than the file's own head tells; and
 * nothing of what is no kernel. Asked before the first byte where the server tells the length, and while it comes where it
 * does not. For one thread.
 */
final class DownloadBounds {
    /** Enough to tell what a file is. */
    private static final long HEAD = 4096;
    /** Beyond what a kernel's head tells: comments that a maker appended, padding. */
    private static final long SLACK = 1 << 20;

    private static final long EVERY = 8L << 20;
    /** What is left free on a disk when nobody told how much comes. */
    private static final long FLOOR = 64L << 20;

    private final PartialDownload partial;
    private final long limit;
    private final FetchRecord known;
    private boolean sniffed;
    private long next;
    private long told = -1;

    /**
     * @param limit bytes that may come at most
     * @param known what the file was at its first fetch, if it must still be that; of length -1 if not
     */
    DownloadBounds(PartialDownload partial, long limit, FetchRecord known) {
        this.partial = partial;
        this.limit = limit;
        this.known = known;
    }

    /**
     * Asks before it comes.
     *
     * @param total length of the whole file, or -1
     * @param more bytes that will come now, or -1
     */
    void ask(long total, long more) throws FetchException, IOException {
        sniffed = false;
        next = 0;
        told = -1;
        if (known.bytes() >= 0 && total >= 0 && known.bytes() != total) {
            throw new FetchException(Download.fileName(partial.address())
                    + " on the server is not what was fetched before: " + known.bytes() + " bytes then, " + total
                    + " now. Fetch with --renew to take the new one.");
        }
        checkLimit(total);
        checkRoom(Math.max(0, more));
    }

    /** Looks while it comes. */
    void look(long have, long end) throws FetchException, IOException {
        if (!sniffed && have >= HEAD) {
            sniffed = true;
            checkKind();
            OptionalLong head = partial.told();
            told = head.orElse(-1);
        }
        if (end < 0) {
            checkLimit(have);
            if (told >= 0 && have > told + SLACK) {
                partial.discard();
                throw new FetchException(
                        ("%s does not end: %,d bytes have come, and the kernel's own head tells of %,d. Nothing was"
                                        + " kept; try another server.")
                                .formatted(partial.address(), have, told));
            }
            if (have >= next) {
                checkRoom(EVERY + FLOOR);
                next = have + EVERY;
            }
        }
    }

    /** What is no kernel need not come to its end. */
    void checkKind() throws FetchException, IOException {
        FileKind kind = FileKind.of(partial.part());
        if (kind != FileKind.SPK && kind != FileKind.META_KERNEL && kind != FileKind.TEXT_KERNEL) {
            partial.discard();
            throw new FetchException("What came from " + partial.address() + " is no kernel but "
                    + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + ". Check the address; a proxy or a portal may have answered in the server's place.");
        }
    }

    private void checkLimit(long bytes) throws FetchException, IOException {
        if (bytes > limit) {
            partial.discard();
            throw new FetchException(
                    "%s has %,d bytes or more, and %,d are allowed. If you want it, raise the limit (--limit)."
                            .formatted(partial.address(), bytes, limit));
        }
    }

    private void checkRoom(long needed) throws FetchException, IOException {
        Path folder = partial.target().getParent();
        if (folder == null || needed == 0) {
            return;
        }
        // Not of the folder's FileStore: there is none in a changed root, whose mount point the system does not list.
        long free = folder.toFile().getUsableSpace();
        // Some file systems tell nothing.
        if (folder.toFile().getTotalSpace() > 0 && free < needed) {
            partial.keepIfUseful();
            throw new FetchException("%s has %,d bytes free; %s needs %,d. Make room, or choose another folder."
                    .formatted(folder, free, Download.fileName(partial.address()), needed));
        }
    }
}
