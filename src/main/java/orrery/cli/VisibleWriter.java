package orrery.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import orrery.files.VisibleText;

/**
 * The output of commands on its way to a terminal, a pipe or a file: control characters in texts from files are made
 * visible and have no effect ({@link VisibleText}). It is below every command, so that none can forget it.
 *
 * <p>For use by one thread at a time.
 */
final class VisibleWriter extends Writer {
    private final Writer to;
    private char held;
    private boolean holds;

    VisibleWriter(Writer to) {
        super(to);
        this.to = to;
    }

    /** A printer whose numbers are the same in every locale. */
    private static class Printer extends PrintWriter {
        Printer(Writer to, boolean flushes) {
            super(new VisibleWriter(to), flushes);
        }

        @Override
        @SuppressWarnings("AnnotateFormatMethod") // PrintWriter's own signature.
        public PrintWriter format(String format, Object... arguments) {
            return format(Locale.ROOT, format, arguments);
        }
    }

    /** For the output of commands. */
    static PrintWriter text(Writer to) {
        return new Printer(to, false);
    }

    /** For messages: what is printed with {@code println} stays on one line, whatever it contains. */
    static PrintWriter messages(Writer to) {
        return new Printer(to, true) {
            @Override
            public void println(String text) {
                super.println(VisibleText.line(String.valueOf(text)));
            }
        };
    }

    @Override
    public void write(char[] text, int from, int count) throws IOException {
        write(new String(text, from, count), 0, count);
    }

    @Override
    public void write(String text, int from, int count) throws IOException {
        if (count == 0) {
            return;
        }
        String whole = text.substring(from, from + count);
        String piece = holds ? held + whole : whole;
        // Half of a surrogate pair, or of a line break, whose other half is in the next piece.
        char last = piece.charAt(piece.length() - 1);
        holds = Character.isHighSurrogate(last) || last == '\r';
        held = last;
        to.write(VisibleText.lines(holds ? piece.substring(0, piece.length() - 1) : piece));
    }

    @Override
    public void flush() throws IOException {
        letGo();
        to.flush();
    }

    @Override
    public void close() throws IOException {
        letGo();
        to.close();
    }

    private void letGo() throws IOException {
        if (holds) {
            holds = false;
            to.write(VisibleText.line(String.valueOf(held)));
        }
    }
}
