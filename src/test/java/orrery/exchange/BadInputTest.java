package orrery.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orrery.spk.Progress;

/**
 * What bad input gets: one sentence that tells file, line, what stands there, what should, and the cure. Each file in
 * {@code bad/} has its sentence in {@code bad/sentences.tsv}.
 */
class BadInputTest {
    private static final String LIST = "sentences.tsv";

    private static final ImportOptions CONIC = ImportOptions.NONE.with(new OrbitOptions(
            Optional.empty(), Double.NaN, Double.NaN, true, List.of(), 2, OrbitOptions.USUAL_TOLERANCE));

    @TempDir
    private Path folder = Path.of("");

    private static Path bad() throws URISyntaxException {
        URL list = Objects.requireNonNull(BadInputTest.class.getResource("bad/" + LIST));
        return Path.of(list.toURI()).resolveSibling("");
    }

    private static Map<String, String> sentences() throws IOException, URISyntaxException {
        Map<String, String> all = new TreeMap<>();
        for (String line : Files.readAllLines(bad().resolve(LIST))) {
            int tab = line.indexOf('\t');
            all.put(line.substring(0, tab), line.substring(tab + 1));
        }
        return all;
    }

    static List<String> files() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(bad())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(LIST))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachFileGetsItsSentence(String name) throws IOException, URISyntaxException {
        Path file = bad().resolve(name);
        BadInputException refused = catchThrowableOfType(
                BadInputException.class,
                () -> Import.of(List.of(file), name.startsWith("conic") ? CONIC : ImportOptions.NONE, Progress.NONE)
                        .close());
        assertThat(refused).as(name).isNotNull();
        assertThat(refused.getMessage()).isEqualTo(sentences().get(name));
    }

    @Test
    void everySentenceHasAFileAndNoTwoAreTheSame() throws IOException, URISyntaxException {
        assertThat(sentences().keySet()).containsExactlyElementsOf(files());
        List<String> without = new ArrayList<>();
        sentences().forEach((name, sentence) -> without.add(sentence.replace(name, "")));
        assertThat(without).doesNotHaveDuplicates().hasSizeGreaterThan(50);
        assertThat(without).allMatch(sentence -> sentence.endsWith(".") && sentence.contains("; "));
    }

    @Test
    void aFileThatIsNotThereAndAFolderAreSaidToBeThat() {
        Path none = folder.resolve("none.oem");
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> Import.of(List.of(none), ImportOptions.NONE, Progress.NONE))
                .withMessage("none.oem: there is no such file; check the path.");
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> Import.of(List.of(folder), ImportOptions.NONE, Progress.NONE))
                .withMessageEndingWith(": it is a folder; give the files in it.");
    }

    @Test
    void aLineWithoutAnEndIsNoText() throws IOException {
        Path file = folder.resolve("endless.oem");
        Files.writeString(file, "CCSDS_OEM_VERS = 2.0\n" + "x".repeat(3_000_000));
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> Import.of(List.of(file), ImportOptions.NONE, Progress.NONE))
                .withMessage("endless.oem, line 2: more than a million characters without a line break; see"
                        + " whether this is a text file.");
    }
}
