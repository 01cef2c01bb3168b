package orrery.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class VisibleTextTest {
    @Test
    void whatSteersATerminalIsASymbol() {
        assertThat(VisibleText.line("\u001b]0;owned\u0007")).isEqualTo("\u241b]0;owned\u2407");
        assertThat(VisibleText.line("\u001b]52;c;aGk=\u001b\\")).isEqualTo("\u241b]52;c;aGk=\u241b\\");
        assertThat(VisibleText.line("\u009b2J\u0090q\u007f")).isEqualTo("\\u009b2J\\u0090q\\u007f");
        assertThat(VisibleText.line("a\0b\rc")).isEqualTo("a\u2400b\u240dc");
        assertThat(VisibleText.line("good\u202elive\u2066")).isEqualTo("good\\u202elive\\u2066");
        assertThat(VisibleText.line("\ud83d!")).isEqualTo("\\ud83d!");
    }

    @Test
    void endsOfLinesAndTabsStayInATextAndNotInALine() {
        assertThat(VisibleText.lines("one\r\ntwo\n\tthree\rfour")).isEqualTo("one\r\ntwo\n\tthree\u240dfour");
        assertThat(VisibleText.line("one\r\ntwo\n\tthree")).isEqualTo("one\u240d\u240atwo\u240a\u2409three");
    }

    @Test
    void allOtherTextStaysAsItIs() {
        String text = "José, Ἀφροδίτη, 火星, \ud83e\ude90, été\u00a0— \"\\\"";
        assertThat(VisibleText.line(text)).isSameAs(text);
        assertThat(VisibleText.lines(text)).isSameAs(text);
    }

    @Test
    void nothingThatSteersComesThrough() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                text.append((char) random.nextInt(random.nextBoolean() ? 0x100 : 0x10000));
            }
            String shown = VisibleText.line(text.toString());
            assertThat(shown.chars()).noneMatch(c -> c < ' ' || (c >= 0x7f && c <= 0x9f));
            assertThat(VisibleText.line(shown)).isEqualTo(shown);
        }
    }
}
