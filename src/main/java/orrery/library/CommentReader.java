package orrery.library;

import java.io.Reader;
import orrery.binding.KernelHandle;
import orrery.spk.CommentArea;
import orrery.spk.KernelException;

/**
 * The comments of a kernel as a stream of characters, read a piece at a time, so that comments of any size cost no memory.
 * The handle stays the caller's, and open for as long as is read.
 *
 * <p>Confined to one thread. Reading throws {@link KernelException} if the handle is closed meanwhile, or the bytes beneath
 * go away.
 */
public final class CommentReader extends Reader {
    private static final int PIECE = 1 << 16;

    private final KernelHandle kernel;
    private final CommentArea area;
    private final long end;
    private String piece = "";
    /** Where the piece begins, and how much of it has been read. */
    private long from;

    private int read;

    /**
     * Finds the end of the comments, for which all of them are read through.
     *
     * @throws KernelException if the handle is closed, or the bytes beneath go away
     */
    public CommentReader(KernelHandle kernel) {
        this.kernel = kernel;
        this.area = kernel.file().comments();
        this.end = kernel.read(area::end);
    }

    /** How many characters there are. */
    public long length() {
        return end;
    }

    @Override
    public int read(char[] to, int at, int length) {
        if (read == piece.length()) {
            from += piece.length();
            read = 0;
            piece = kernel.read(() -> area.text(from, (int) Math.min(PIECE, end - from)));
            if (piece.isEmpty()) {
                return -1;
            }
        }
        int count = Math.min(length, piece.length() - read);
        piece.getChars(read, read + count, to, at);
        read += count;
        return count;
    }

    /** Nothing is held. */
    @Override
    public void close() {}
}
