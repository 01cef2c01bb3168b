package orrery.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Standard output with every write checked. A {@link PrintWriter} hides failed writes; the stream below this one throws
 * an exception that no writer above it catches, so that no command can succeed whose output was lost.
 *
 * <p>For use by one thread at a time.
 */
final class Output extends OutputStream {
    private final OutputStream to;
    private boolean lost;

    private Output(OutputStream to) {
        this.to = to;
    }

    /** UTF-8 to standard output itself; printing throws {@link OutputLostException} if it cannot be written. */
    static PrintWriter standard() {
        // System.out would have swallowed the failure before it got here.
        return to(StandardDescriptors.output());
    }

    static PrintWriter to(OutputStream stream) {
        return VisibleWriter.text(letters(stream));
    }

    /** The same for the program's own texts, such as its help, which may contain terminal controls. */
    static PrintWriter ownWords() {
        return new PrintWriter(letters(StandardDescriptors.output()));
    }

    private static Writer letters(OutputStream stream) {
        return new BufferedWriter(new OutputStreamWriter(new Output(stream), StandardCharsets.UTF_8));
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        // Reported once; whatever follows on the way out is discarded.
        if (!lost) {
            try {
                to.write(bytes, from, count);
            } catch (IOException e) {
                lost = true;
                throw new OutputLostException(e);
            }
        }
    }

    /** Nothing is buffered here: a file stream writes immediately. */
    @Override
    public void flush() {}
}
