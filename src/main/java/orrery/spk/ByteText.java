package orrery.spk;

/**
 * Text of unknown encoding: bytes that form a letter in UTF-8 are that letter, and any other byte is Latin-1. This
 * reads both encodings correctly, and a piece of a text too large to load reads the same as in the whole. Bytes are
 * stored as characters 0 to 255 of a string, as in ISO 8859-1. Stateless.
 */
public final class ByteText {
    private static final int LONGEST = 4;

    private ByteText() {}

    /**
     * Decodes bytes letter by letter, as UTF-8 where they are valid UTF-8 and as Latin-1 elsewhere.
     *
     * @param bytes one character per byte
     * @return the text
     */
    public static String letters(String bytes) {
        int first = 0;
        while (first < bytes.length() && bytes.charAt(first) < 0x80) {
            first++;
        }
        if (first == bytes.length()) {
            return bytes;
        }
        StringBuilder letters = new StringBuilder(bytes.length()).append(bytes, 0, first);
        for (int i = first; i < bytes.length(); i += length(bytes, i)) {
            append(letters, bytes, i);
        }
        return letters.toString();
    }

    /**
     * Counts the bytes that produce the first characters of the decoded text.
     *
     * @param bytes one character per byte
     * @param characters how many characters of the decoded text
     * @return how many bytes
     */
    public static int bytes(String bytes, int characters) {
        int at = 0;
        for (int left = characters; left > 0 && at < bytes.length(); at += length(bytes, at)) {
            left -= length(bytes, at) == LONGEST ? 2 : 1;
        }
        return at;
    }

    /**
     * Counts the bytes that remain after an incomplete last letter is cut off.
     *
     * @param bytes one character per byte
     * @return how many bytes
     */
    public static int whole(String bytes) {
        for (int back = 1; back < LONGEST && back <= bytes.length(); back++) {
            int b = bytes.charAt(bytes.length() - back);
            if (b >= 0xc0) {
                return back < promised(b) ? bytes.length() - back : bytes.length();
            }
            if (b < 0x80) {
                break;
            }
        }
        return bytes.length();
    }

    private static void append(StringBuilder letters, String bytes, int at) {
        int length = length(bytes, at);
        int point = bytes.charAt(at);
        if (length > 1) {
            point &= 0xff >> (length + 1);
            for (int i = 1; i < length; i++) {
                point = point << 6 | (bytes.charAt(at + i) & 0x3f);
            }
        }
        letters.appendCodePoint(point);
    }

    /** How many bytes the letter at a position has; 1 if they are not valid UTF-8. */
    private static int length(String bytes, int at) {
        int first = bytes.charAt(at);
        int length = promised(first);
        if (length == 1 || at + length > bytes.length()) {
            return 1;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes.charAt(at + i) & 0xc0) != 0x80) {
                return 1;
            }
        }
        int second = bytes.charAt(at + 1);
        // Rejects overlong forms, UTF-16 surrogates, and values beyond the last code point.
        boolean none = (first == 0xe0 && second < 0xa0)
                || (first == 0xed && second > 0x9f)
                || (first == 0xf0 && second < 0x90)
                || (first == 0xf4 && second > 0x8f);
        return none ? 1 : length;
    }

    private static int promised(int first) {
        if (first < 0xc2 || first > 0xf4) {
            return 1;
        }
        return first < 0xe0 ? 2 : first < 0xf0 ? 3 : LONGEST;
    }
}
