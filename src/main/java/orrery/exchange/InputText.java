package orrery.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text file, one at a time, however large the file is: UTF-8, ended by LF, CR LF or CR. Invalid UTF-8 is
 * read as replacement characters, which no number contains. For use by one thread.
 */
final class InputText {
    /** No format has longer lines; a binary file may. */
    private static final int LONGEST = 1 << 20;

    private final Path file;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private byte[] line = new byte[256];
    private long number;
    private boolean skipFeed;
    private @Nullable String pushed;

    InputText(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    InputText(SourceStream source) {
        this(source.file(), source);
    }

    /** The next line, without its line break; null after the last. */
    @Nullable
    String next() throws IOException {
        if (pushed != null) {
            String again = pushed;
            pushed = null;
            number++;
            return again;
        }
        int length = 0;
        boolean any = false;
        while (at < end || fill()) {
            byte b = buffer[at++];
            if (skipFeed && b == '\n' && !any) {
                skipFeed = false;
                continue;
            }
            skipFeed = false;
            any = true;
            if (b == '\n' || b == '\r') {
                skipFeed = b == '\r';
                return ended(length);
            }
            if (length == line.length) {
                if (length == LONGEST) {
                    number++;
                    throw bad(
                            "more than a million characters",
                            "without a line break",
                            "see whether this is a text file");
                }
                line = Arrays.copyOf(line, 2 * length);
            }
            line[length++] = b;
        }
        return any ? ended(length) : null;
    }

    /** Pushes a line back: the next call returns it again. */
    void push(String again) {
        pushed = again;
        number--;
    }

    private String ended(int length) {
        number++;
        int from =
                number == 1 && length >= 3 && line[0] == (byte) 0xef && line[1] == (byte) 0xbb && line[2] == (byte) 0xbf
                        ? 3
                        : 0;
        return new String(line, from, length - from, StandardCharsets.UTF_8);
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
        return end > 0;
    }

    /** Number of the line read last, counted from 1. */
    long number() {
        return number;
    }

    Path file() {
        return file;
    }

    /** The error in the line read last; see {@link BadInputException#at}. */
    BadInputException bad(String stands, String should, String cure) {
        return BadInputException.at(file, number, stands, should, cure);
    }
}
