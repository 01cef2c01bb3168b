package orrery.spk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteTextTest {
    private static String bytes(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    @Test
    void lettersOfUtf8AndOfLatin1AreBothRead() {
        assertThat(ByteText.letters("plain")).isEqualTo("plain");
        assertThat(ByteText.letters(bytes("josé, 火星, \ud83e\ude90"))).isEqualTo("josé, 火星, \ud83e\ude90");
        assertThat(ByteText.letters("josé and " + bytes("josé"))).isEqualTo("josé and josé");
        // Too long, half of a letter of UTF-16, beyond the last letter, cut short: Latin-1 all of them.
        for (String none :
                new String[] {"\u00c0\u00af", "\u00ed\u00a0\u0080", "\u00f5\u0080\u0080\u0080", "\u00e7\u0081"}) {
            assertThat(ByteText.letters(none)).isEqualTo(none);
        }
    }

    @Test
    void piecesThatAreCutBetweenLettersReadAsTheWhole() {
        Random random = new Random(11);
        for (int n = 0; n < 2_000; n++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                text.appendCodePoint(
                        switch (random.nextInt(4)) {
                            case 0 -> 'a' + random.nextInt(26);
                            case 1 -> 0xa0 + random.nextInt(0x500);
                            case 2 -> 0x4e00 + random.nextInt(0x1000);
                            default -> 0x1f300 + random.nextInt(0x100);
                        });
            }
            String bytes = bytes(text.toString());
            StringBuilder read = new StringBuilder();
            for (int at = 0; at < bytes.length(); ) {
                String piece = bytes.substring(at, Math.min(at + 7, bytes.length()));
                int whole = at + piece.length() < bytes.length() ? ByteText.whole(piece) : piece.length();
                read.append(ByteText.letters(piece.substring(0, whole)));
                at += whole;
            }
            assertThat(read).hasToString(text.toString());
            assertThat(ByteText.letters(bytes.substring(0, ByteText.bytes(bytes, text.length()))))
                    .isEqualTo(text.toString());
        }
    }
}
