package orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.forge.ChebyshevLayout;
import orrery.forge.SpkWriter;

/** Text from files controls no terminal, wherever a command prints it; letters of any language stay. */
class TerminalTest {
    private static final String TITLE = "\u001b]0;owned\u0007";
    private static final String CLIPBOARD = "\u001b]52;c;aGk=\u001b\\";
    private static final String C1 = "\u009b2J";

    @TempDir
    private Path folder;

    @Test
    void commentsStayTextAndKeepTheirLetters() throws IOException {
        Path kernel = folder.resolve("comment.bsp");
        SpkWriter.littleEndian()
                .comment("first ABCDEFGHIJKLM\nsecond line")
                .add(ChebyshevLayout.zero(4, 0, 1, 0, 1, "mars"))
                .write(kernel);
        byte[] bytes = Files.readAllBytes(kernel);
        put(bytes, "ABCDEFGHIJKLM", "\u001b[2Jé\t" + C1 + "!!");
        Files.write(kernel, bytes);
        CommandRun run = CommandRun.of("comment", kernel.toString());
        assertThat(run.out()).isEqualTo("first \u241b[2Jé\t\\u009b2J!!\nsecond line\n\n");
        assertThat(CommandRun.of("comment", "--json", kernel.toString())
                        .json()
                        .get("comment")
                        .asText())
                .isEqualTo("first \u001b[2Jé\t" + C1 + "!!\nsecond line\n");
    }

    @Test
    void namesWithinAKernelAndItsOwnNameAreOneLine() throws IOException {
        Path kernel = folder.resolve("a" + TITLE.replace("/", "") + "\n.bsp");
        SpkWriter.littleEndian()
                .internalName("internal ABCDEFGHIJ")
                .add(ChebyshevLayout.zero(4, 0, 1, 0, 1, "mars"))
                .write(kernel);
        byte[] bytes = Files.readAllBytes(kernel);
        put(bytes, "internal ABCDEFGHIJ", "internal\u001b[31mX\n\u0007...");
        Files.write(kernel, bytes);
        CommandRun brief = CommandRun.of("brief", kernel.toString());
        steersNothing(brief);
        assertThat(brief.out()).hasLineCount(4).contains("?[31mX");
        steersNothing(CommandRun.of("brief", "--by", "body", kernel.toString()));
        steersNothing(CommandRun.of("state", "-k", kernel.toString(), "--target", "4", "--et", "7"));
        steersNothing(CommandRun.of("state", "-k", kernel + "x", "--target", "4", "--et", "7"));
        steersNothing(CommandRun.of("state", "-k", kernel.toString(), "--target", "4" + TITLE, "--et", "7"));
        steersNothing(CommandRun.of("excerpt", kernel.toString(), "--out", kernel + "2"));
        steersNothing(CommandRun.of("brief" + TITLE, "x"));
        steersNothing(CommandRun.of("brief", "--" + CLIPBOARD, "x"));
    }

    @Test
    void headsOfWhatIsNoKernelAndNamesInMetaKernelsStayText() throws IOException {
        List<String> contents = List.of(
                TITLE + CLIPBOARD + C1,
                "plain text " + C1,
                "DAF/" + "\u001b[2J",
                "KPL/MK" + CLIPBOARD + "\n\\begindata\nKERNELS_TO_LOAD = ( 'naif\u001b[2J.tls' 'x" + C1 + ".bsp' )\n",
                "KPL/MK\n\\begindata\nKERNELS_TO_LOAD = 'a' '" + TITLE + "\n",
                "KPL/MK\n\\begindata\nKERNELS_TO_LOAD = ( '$" + TITLE + "/x' )\n",
                "target,center," + TITLE + "\n4,0,0\n",
                "target,center,et\n4" + CLIPBOARD + ",0,0\n" + C1 + "4,0,1\n4,0,0" + C1 + "\n");
        Path kernel = folder.resolve("sound.bsp");
        SpkWriter.littleEndian()
                .add(ChebyshevLayout.zero(4, 0, 1, 0, 1, "mars"))
                .write(kernel);
        for (int i = 0; i < contents.size(); i++) {
            for (String suffix : List.of(".bsp", ".tm", ".csv", ".json")) {
                String file = Files.writeString(folder.resolve("f" + i + suffix), contents.get(i))
                        .toString();
                steersNothing(CommandRun.of("brief", file));
                steersNothing(CommandRun.of("comment", file));
                steersNothing(CommandRun.of("state", "-k", file, "--target", "4", "--et", "0"));
                steersNothing(CommandRun.of("state", "-k", kernel.toString(), "--queries", file));
                steersNothing(CommandRun.of("state", "-k", kernel.toString(), "--queries", file, "--keep-going"));
                steersNothing(CommandRun.of("audit", "--replay", file));
            }
        }
        steersNothing(CommandRun.of("snapshot", "--out", "x.png", "--link", "orrery:view?et=" + TITLE));
    }

    @Test
    void lettersThatLieAcrossTwoWritesStayWhole() throws IOException {
        StringWriter shown = new StringWriter();
        try (VisibleWriter writer = new VisibleWriter(shown)) {
            for (char c : "a\ud83e\ude90b\r\nc\rd\u001b".toCharArray()) {
                writer.write(c);
            }
        }
        assertThat(shown).hasToString("a\ud83e\ude90b\r\nc\u240dd\u241b");
    }

    private static void steersNothing(CommandRun run) {
        assertThat(run.out() + run.err()).doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]");
        assertThat(run.err()).doesNotContain("defect");
        if (!run.err().contains("Usage:")) {
            assertThat(run.err().lines()).allMatch(line -> line.length() > 4 || line.isEmpty());
        }
    }

    private static void put(byte[] bytes, String there, String instead) {
        byte[] old = there.getBytes(StandardCharsets.US_ASCII);
        byte[] now = instead.getBytes(StandardCharsets.UTF_8);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i + old.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + old.length, old, 0, old.length)) {
                found.add(i);
            }
        }
        assertThat(found).hasSize(1);
        assertThat(now).hasSizeLessThanOrEqualTo(old.length);
        ByteBuffer.wrap(bytes, found.getFirst(), old.length)
                .put(now)
                .put(" ".repeat(old.length - now.length).getBytes(StandardCharsets.US_ASCII));
    }
}
