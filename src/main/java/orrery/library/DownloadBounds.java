package orrery.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import orrery.binding.FileKind;

/**
 * Limits how much of a file may arrive: no more than allowed, than there is room for, and than the file's own header
 * promises; and nothing that is not a kernel. Checked before the first byte if the server reports the length, else
 * during the transfer. For use by one thread.
 */
final class DownloadBounds {
    /** Enough to recognize a file. */
    private static final long HEAD = 4096;
    /** Allowed beyond the header's length: comments appended by a maker, padding. */
    private static final long SLACK = 1 << 20;

    private static final long EVERY = 8L << 20;
    /** The free space left on a disk if the length is unknown. */
    private static final long FLOOR = 64L << 20;

    private final PartialDownload partial;
    private final long limit;
    private final FetchRecord known;
    private boolean sniffed;
    private long next;
    private long declared = -1;

    /**
     * @param limit the most bytes allowed
     * @param known the file at its first fetch, if it must be unchanged; with length -1 if not
     */
    DownloadBounds(PartialDownload partial, long limit, FetchRecord known) {
        this.partial = partial;
        this.limit = limit;
        this.known = known;
    }

    /**
     * Checks before the transfer.
     *
     * @param total length of the whole file, or -1
     * @param more bytes in this transfer, or -1
     */
    void ask(long total, long more) throws FetchException, IOException {
        sniffed = false;
        next = 0;
        declared = -1;
        if (known.bytes() >= 0 && total >= 0 && known.bytes() != total) {
            throw new FetchException(Download.fileName(partial.address())
                    + " on the server is not what was fetched before: " + known.bytes() + " bytes then, " + total
                    + " now. Fetch with --renew to take the new one.");
        }
        checkLimit(total);
        checkRoom(Math.max(0, more));
    }

    /** Checks during the transfer. */
    void look(long have, long end) throws FetchException, IOException {
        if (!sniffed && have >= HEAD) {
            sniffed = true;
            checkKind();
            OptionalLong head = partial.declaredSize();
            declared = head.orElse(-1);
        }
        if (end < 0) {
            checkLimit(have);
            if (declared >= 0 && have > declared + SLACK) {
                partial.discard();
                throw new FetchException(
                        ("%s does not end: %,d bytes were received, but the kernel's own header promises %,d."
                                        + " Nothing was"
                                        + " kept; try another server.")
                                .formatted(partial.address(), have, declared));
            }
            if (have >= next) {
                checkRoom(EVERY + FLOOR);
                next = have + EVERY;
            }
        }
    }

    /** A file that is not a kernel need not be received to its end. */
    void checkKind() throws FetchException, IOException {
        FileKind kind = FileKind.of(partial.part());
        if (kind != FileKind.SPK && kind != FileKind.META_KERNEL && kind != FileKind.TEXT_KERNEL) {
            partial.discard();
            throw new FetchException("The file received from " + partial.address() + " is not a kernel but "
                    + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + ". Check the address; a proxy or a portal may have answered instead of the server.");
        }
    }

    private void checkLimit(long bytes) throws FetchException, IOException {
        if (bytes > limit) {
            partial.discard();
            throw new FetchException(
                    "%s has %,d bytes or more, but %,d are allowed. If you want it, raise the limit (--limit)."
                            .formatted(partial.address(), bytes, limit));
        }
    }

    private void checkRoom(long needed) throws FetchException, IOException {
        Path folder = partial.target().getParent();
        if (folder == null || needed == 0) {
            return;
        }
        // Not from the folder's FileStore: in a changed root there is none, because the system does not list its mount
        // point.
        long free = folder.toFile().getUsableSpace();
        // Some file systems do not report it.
        if (folder.toFile().getTotalSpace() > 0 && free < needed) {
            partial.keepIfUseful();
            throw new FetchException("%s has %,d bytes free; %s needs %,d. Make room, or choose another folder."
                    .formatted(folder, free, Download.fileName(partial.address()), needed));
        }
    }
}
