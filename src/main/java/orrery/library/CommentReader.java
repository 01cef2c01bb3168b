package orrery.library;

import java.io.Reader;
import orrery.binding.KernelHandle;
import orrery.spk.ByteText;
import orrery.spk.CommentArea;
import orrery.spk.KernelException;

/**
 * The comments of a kernel as a stream of characters, read piece by piece, so that comments of any size need little
 * memory. The caller owns the handle, which must stay open while reading.
 *
 * <p>Confined to one thread. Reading throws {@link KernelException} if the handle is closed meanwhile, or the file is
 * truncated.
 */
public final class CommentReader extends Reader {
    private static final int PIECE = 1 << 16;

    private final KernelHandle kernel;
    private final CommentArea area;
    private final long end;
    private String piece = "";
    /** How much of the piece has been read, and where the next one begins. */
    private int read;

    private long from;

    /**
     * Finds the end of the comments by reading all of them.
     *
     * @throws KernelException if the handle is closed, or the file is truncated
     */
    public CommentReader(KernelHandle kernel) {
        this.kernel = kernel;
        this.area = kernel.file().comments();
        this.end = kernel.read(area::end);
    }

    /** The number of bytes. */
    public long length() {
        return end;
    }

    @Override
    public int read(char[] to, int at, int length) {
        if (read == piece.length()) {
            String bytes = kernel.read(() -> area.text(from, (int) Math.min(PIECE, end - from)));
            if (bytes.isEmpty()) {
                return -1;
            }
            int whole = from + bytes.length() < end ? ByteText.whole(bytes) : bytes.length();
            from += whole;
            read = 0;
            piece = ByteText.letters(bytes.substring(0, whole));
        }
        int count = Math.min(length, piece.length() - read);
        piece.getChars(read, read + count, to, at);
        read += count;
        return count;
    }

    /** There is nothing to release. */
    @Override
    public void close() {}
}
