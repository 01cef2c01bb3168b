package orrery.ui.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import orrery.exchange.ImportFormat;
import orrery.ui.fx.Words;

/** On the Make page no sentence names an option of the command line. */
class OptionNamesTest {
    private static final Words WORDS = Words.of(KernelsPanel.class);

    @Test
    void everySentenceOfBadInputNamesTheFieldsOfThePage() throws Exception {
        URL list = Objects.requireNonNull(ImportFormat.class.getResource("bad/sentences.tsv"));
        List<String> all = Files.readAllLines(Path.of(list.toURI())).stream()
                .map(line -> line.substring(line.indexOf('\t') + 1))
                .toList();
        assertThat(all).anyMatch(line -> line.contains("--target")).anyMatch(line -> line.contains(" -k"));
        assertThat(all).map(line -> OptionNames.onPage(line, WORDS)).noneMatch(line -> line.matches(".* --?[a-z].*"));
    }

    @Test
    void theyReadAsSentences() {
        assertThat(OptionNames.onPage(
                        "a.csv, line 1: a state without a target; give its NAIF id with --target.", WORDS))
                .endsWith("give its NAIF id with \u201cObject\u201d.");
        assertThat(OptionNames.onPage("name its columns on the Make page or with --columns.", WORDS))
                .isEqualTo("name its columns with \u201cColumns\u201d.");
        assertThat(OptionNames.onPage("give one with -k, or --two-body", WORDS))
                .isEqualTo("give one with a loaded kernel, or \u201cSun alone\u201d");
        assertThat(OptionNames.onPage("1e-05 of 3 - 4, x-y, -12 and --unknown", WORDS))
                .isEqualTo("1e-05 of 3 - 4, x-y, -12 and --unknown");
    }
}
