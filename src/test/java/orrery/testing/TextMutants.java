package orrery.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Texts with a few errors, made from a sound one: the same seed makes the same mutant. Stateless. */
public final class TextMutants {
    /** What breaks readers: extreme numbers, signs with a meaning, letters of many bytes, control sequences. */
    private static final List<String> PIECES = List.of(
            "",
            "\0",
            "%",
            "%00",
            "%zz",
            "&",
            "=",
            "\\",
            "\\u",
            "\\u0000",
            "'",
            "''",
            "\"",
            "(",
            ")",
            "$",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "@",
            "/",
            "../",
            "\n",
            "\r",
            "\t",
            "\u001b[2J",
            "\u009b",
            "\u00e9",
            "\ud83d\ude80",
            "\ufeff",
            "NaN",
            "Infinity",
            "-Infinity",
            "1e999",
            "-1e999",
            "1e-999",
            "-0",
            "0x10",
            "1d",
            "9223372036854775808",
            "-2147483649",
            "2147483648",
            "99999999999999999999",
            "null",
            "true",
            "-",
            "+",
            " ",
            "٣",
            "JD",
            "+999999999-12-31",
            "a".repeat(5_000));

    private TextMutants() {}

    /** A mutant of a text in UTF-8; not always UTF-8 itself. */
    public static byte[] of(byte[] sound, long seed) {
        Random random = new Random(seed);
        byte[] text = sound;
        for (int faults = 1 + random.nextInt(4); faults > 0; faults--) {
            int at = random.nextInt(text.length + 1);
            text = switch (random.nextInt(7)) {
                // Cut off, or a piece left out.
                case 0 ->
                    random.nextInt(4) == 0 ? Arrays.copyOf(text, at) : joined(text, at, at + random.nextInt(40), "");
                // A piece twice.
                case 1 -> {
                    int end = Math.min(text.length, at + random.nextInt(80));
                    yield joined(text, at, at, new String(text, at, end - at, StandardCharsets.UTF_8));
                }
                // Any byte.
                case 2 -> {
                    byte[] changed = text.clone();
                    if (at < changed.length) {
                        changed[at] = (byte) random.nextInt(256);
                    }
                    yield changed;
                }
                // Something in place of a number or word.
                case 3, 4 -> {
                    int end = at;
                    while (end < text.length && Character.isLetterOrDigit(text[end])) {
                        end++;
                    }
                    yield joined(text, at, end, piece(random));
                }
                default -> joined(text, at, at, piece(random));
            };
        }
        return text;
    }

    private static String piece(Random random) {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    /** The text with a piece moved to another place. */
    private static byte[] joined(byte[] text, int from, int to, String piece) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length + piece.length());
        out.write(text, 0, from);
        out.writeBytes(piece.getBytes(StandardCharsets.UTF_8));
        int rest = Math.min(text.length, to);
        out.write(text, rest, text.length - rest);
        return out.toByteArray();
    }
}
