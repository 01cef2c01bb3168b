package orrery.ui.tour;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a tour file, one at a time: UTF-8, of bounded length, in a file of bounded length. Keeps only one line
 * in memory.
 *
 * <p>Confined to one thread.
 */
final class TourLines {
    /** The longest line, bytes: a link may have 20,000 characters. */
    static final int LONGEST_LINE = 24_000;

    /** The longest file, bytes. */
    static final int LONGEST_FILE = 4_000_000;

    private static final int LINE_FEED = '\n';

    private final InputStream in;
    private final String file;
    private final byte[] bytes = new byte[LONGEST_LINE];
    private int number;
    private int total;

    TourLines(InputStream in, String file) {
        this.in = new BufferedInputStream(in);
        this.file = file;
    }

    /** The number of the line read last, from 1. */
    int number() {
        return number;
    }

    /**
     * The next line without its line break; null at the end of the file.
     *
     * @throws IOException if the file cannot be read
     * @throws TourFormatException if the line is too long, or not text
     */
    @Nullable
    String next() throws IOException {
        int length = 0;
        int read = in.read();
        if (read < 0) {
            return null;
        }
        number++;
        while (read >= 0 && read != LINE_FEED) {
            if (length == LONGEST_LINE) {
                throw refused("This line is longer than %,d bytes. Make it shorter, or give a tour file."
                        .formatted(LONGEST_LINE));
            }
            bytes[length++] = (byte) read;
            read = in.read();
        }
        total += length + 1;
        if (total > LONGEST_FILE) {
            throw refused("The file is longer than %,d bytes. Split it into two tours.".formatted(LONGEST_FILE));
        }
        return text(length);
    }

    private String text(int length) {
        String line;
        try {
            line = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused("This line is not UTF-8 text. Save the file as UTF-8, or give a tour file.");
        }
        String plain = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
        String ended = plain.endsWith("\r") ? plain.substring(0, plain.length() - 1) : plain;
        for (int i = 0; i < ended.length(); i++) {
            if (Character.isISOControl(ended.charAt(i)) && ended.charAt(i) != '\t') {
                throw refused(
                        "There is a control character (%d) in this line. Remove it.".formatted((int) ended.charAt(i)));
            }
        }
        return ended;
    }

    TourFormatException refused(String what) {
        return new TourFormatException(file, Math.max(1, number), what);
    }
}
