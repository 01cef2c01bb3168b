package orrery.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Standard output, every write of which is checked. A {@link PrintWriter} keeps to itself that a write failed; the
 * stream beneath this one throws instead what no writer above it catches, so that no command can end well whose output
 * was lost.
 *
 * <p>For one thread at a time, as its commands print.
 */
final class Output extends OutputStream {
    private final OutputStream to;
    private boolean lost;

    private Output(OutputStream to) {
        this.to = to;
    }

    /** UTF-8 to standard output itself; printing throws {@link OutputLostException} where it cannot be written. */
    static PrintWriter standard() {
        // System.out would swallow the failure before it got here.
        return to(StandardDescriptors.output());
    }

    static PrintWriter to(OutputStream stream) {
        return VisibleWriter.text(letters(stream));
    }

    /** The same for words that are the program's own, such as its help, which may steer a terminal. */
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
        // Said once; what follows on the way out has nowhere to go.
        if (!lost) {
            try {
                to.write(bytes, from, count);
            } catch (IOException e) {
                lost = true;
                throw new OutputLostException(e);
            }
        }
    }

    /** Nothing waits here: a file stream writes at once. */
    @Override
    public void flush() {}
}
