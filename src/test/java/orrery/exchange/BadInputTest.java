package orrery.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
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
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.spk.Progress;
import orrery.testing.SoundKernels;

/**
 * What bad input gets: one sentence with file, line, what is there, what should be, and the cure. Each file in {@code
 * bad/} has its sentence in {@code bad/sentences.tsv}.
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
        try (KernelPool planets = KernelPool.open(new KernelRegistry(), List.of(SoundKernels.shipped()))) {
            BadInputException refused = catchThrowableOfType(
                    BadInputException.class,
                    () -> Import.of(List.of(file), options(name, planets), Progress.NONE)
                            .close());
            assertThat(refused).as(name).isNotNull();
            assertThat(refused.getMessage()).isEqualTo(sentences().get(name));
        }
    }

    private static ImportOptions options(String name, KernelPool planets) {
        return name.startsWith("conic")
                ? CONIC
                : name.startsWith("carried")
                        ? ImportOptions.NONE.with(OrbitOptions.NONE.with(planets))
                        : ImportOptions.NONE;
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

    /** A file whose fault shows only with an option. */
    record WithOptions(String text, ImportOptions options, String sentence) {}

    private static ImportOptions columns(String names) {
        return new ImportOptions(
                Map.of("", 399),
                OptionalInt.of(10),
                Optional.empty(),
                Optional.empty(),
                List.of(names.split(",")),
                ImportOptions.USUAL_PAD,
                OrbitOptions.NONE);
    }

    private static ImportOptions targets(Map<String, Integer> ids) {
        return new ImportOptions(
                ids,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                ImportOptions.USUAL_PAD,
                OrbitOptions.NONE);
    }

    static List<WithOptions> withOptions() {
        String table = "0,1,2,3,4,5,6\n60,2,2,3,4,5,6\n";
        String two = """
            1 28057U 03049A   06177.78615833  .00000060  00000-0  35940-4 0  1836
            2 28057  98.4283 247.6961 0000884  88.1964 271.9322 14.35478080140550
            1 08195U 75081A   06176.33215444  .00000099  00000-0  11873-3 0   813
            2 08195  64.1586 279.0717 6877146 264.7651  20.2257  2.00491383225656
            """;
        return List.of(
                new WithOptions(
                        table,
                        columns("et,x,y,height,vx,vy,vz"),
                        "line 1: --columns gives \"height\" instead of et, jd, utc, x, y, z, vx, vy, vz, target, center"
                                + " and the like; write - for a column to skip."),
                new WithOptions(
                        table,
                        columns("et,x,y,-,vx,vy,vz"),
                        "line 1: \"0,1,2,3,4,5,6\" instead of a header with one epoch (et, jd, utc, tdb) and x, y, z;"
                                + " name the columns with --columns et,x,y,z,vx,vy,vz."),
                new WithOptions(
                        "# nothing but notes\n",
                        columns("et,x,y,z,vx,vy,vz"),
                        "line 1: the file ends before any table; see whether it was fetched completely."),
                new WithOptions(
                        two,
                        targets(Map.of("28057", -7, "8195", -7)),
                        "line 1: a second satellite, 28057 after 8195 with the same id -7; give ids as --target"
                                + " NUMBER=ID."));
    }

    @ParameterizedTest
    @MethodSource
    void withOptions(WithOptions bad) throws IOException {
        Path file = folder.resolve("some.txt");
        Files.writeString(file, bad.text);
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> Import.of(List.of(file), bad.options, Progress.NONE))
                .withMessage("some.txt, " + bad.sentence);
    }

    @Test
    void optionsOfOrbitsThatCannotBeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> orbits(1, 0, 2, 1))
                .withMessage("The span ends before it begins; give an end after its start.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> orbits(0, 1, 5, 1))
                .withMessage("Elements become segments of type 2 or 3, not 5.");
        for (double tolerance : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> orbits(0, 1, 2, tolerance))
                    .withMessage("A tolerance of " + tolerance
                            + " km is not a positive number; give a positive one such as 1m.");
        }
    }

    private static OrbitOptions orbits(double from, double to, int type, double tolerance) {
        return new OrbitOptions(Optional.empty(), from, to, false, List.of(), type, tolerance);
    }

    @Test
    void aTableOfTooManyBodiesIsToBeSplit() throws IOException {
        Path file = folder.resolve("crowd.csv");
        StringBuilder text = new StringBuilder("target,center,et,x,y,z,vx,vy,vz\n");
        for (int i = 0; i <= 1000; i++) {
            text.append(2_000_001 + i).append(",10,0,1,2,3,4,5,6\n");
        }
        Files.writeString(file, text);
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> Import.of(List.of(file), ImportOptions.NONE, Progress.NONE))
                .withMessage("crowd.csv, line 1002: a body more than 1000 in one table; split it by body.");
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
