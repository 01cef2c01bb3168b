package orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the guide tells its readers to type is understood, and needs no file that only the source tree has. */
class GuideCommandsTest {
    private static final Path GUIDE = Path.of(System.getProperty("orrery.basedir", "."), "src/site/markdown/guide");

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```\n(.*?)^```");
    private static final Pattern COMMAND = Pattern.compile("(?m)(?:^|\\| )orrery ([^|>\n]+)");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final String KERNEL = "K=kernels/orrery_1900_2100.bsp";

    @Test
    void everyCommandOfTheGuideIsUnderstood() throws IOException {
        List<String> commands = commands();
        assertThat(commands).hasSizeGreaterThan(40);
        assertThat(commands).allSatisfy(command -> {
            String[] words = WORD.matcher(command)
                    .results()
                    .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                    .toArray(String[]::new);
            // Else it opens the window with files or a link.
            if (Commands.NAMES.contains(words[0])) {
                CommandLine line = OrreryCommand.commandLine(_ -> {});
                assertThatCode(() -> line.parseArgs(words)).doesNotThrowAnyException();
            } else {
                assertThat(words[0]).matches("orrery:.*|\\$K|.*\\.tour");
            }
        });
    }

    @Test
    void theKernelIsNamedInOnePlace() throws IOException {
        assertThat(blocks().stream().filter(block -> block.contains("orrery_1900_2100")))
                .as("elsewhere it is $K, as a package has no such folder")
                .containsExactly("K=/usr/lib/orrery/lib/kernels/orrery_1900_2100.bsp\n", KERNEL + "\n");
    }

    private static List<String> commands() throws IOException {
        return blocks().stream()
                .flatMap(block -> COMMAND.matcher(block).results())
                .map(found -> found.group(1).strip())
                // The first line of a tour file.
                .filter(command -> !command.equals("tour 1"))
                .toList();
    }

    private static List<String> blocks() throws IOException {
        List<String> blocks = new ArrayList<>();
        try (Stream<Path> pages = Files.list(GUIDE)) {
            for (Path page : pages.sorted().toList()) {
                BLOCK.matcher(Files.readString(page)).results().forEach(found -> blocks.add(found.group(1)));
            }
        }
        return blocks;
    }
}
