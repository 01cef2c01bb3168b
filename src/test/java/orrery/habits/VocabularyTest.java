package orrery.habits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One word for one thing: in the program, its tests and its benchmarks. */
class VocabularyTest {
    private static final Path SOURCES = Path.of(System.getProperty("orrery.basedir", "."), "src");
    private static final Pattern BRITISH = Pattern.compile("(?<!_)cent(?:re|ring)", Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_CODE =
            Pattern.compile("/\\*.*?\\*/|//[^\\n]*|\"(?:\\\\.|[^\"\\\\\\n])*\"", Pattern.DOTALL);

    /**
     * Ids of the Sun's planets and the Moon that mean nothing else as a rule, arithmetic that makes one id of another, and
     * au, c, day, Julian year and century.
     */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])(?:[1-8]99|301)(?![\\w.])"
            + "|\\* 100 \\+ 99\\b|% 100 == 99\\b"
            + "|(?<![\\w.])(?:149_?597_?870|299_?792|86_?400|36_?525|365\\.25)(?:\\.\\d+)?(?![\\w.])");

    /** Where such numbers stand in tables of a publication, or are the thing itself. */
    private static final Set<String> TABLES =
            Set.of("Constants.java", "DafFormat.java", "NaifIds.java", "Nutation1980.java", "PublishedPoints.java");

    @Test
    void aCenterIsSpelledInOneWay() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : javaFiles()) {
            Matcher word = BRITISH.matcher(Files.readString(file));
            if (word.find() && !file.endsWith("VocabularyTest.java")) {
                found.add(SOURCES.relativize(file).toString());
            }
        }
        assertThat(found)
                .as("center and barycenter, as the field's identifiers are spelled")
                .isEmpty();
    }

    @Test
    void idsAndConstantsAreWrittenInOnePlace() throws IOException {
        assertThat(numbers("import orrery.x.Y;\nint a = 399; // 299"))
                .as("what is looked for")
                .containsExactly("399");
        assertThat(numbers("id * 100 + 99, 86_400.0, 149597870.7, \"399\", 1399, 399.5, 0x399"))
                .containsExactly("* 100 + 99", "86_400.0", "149597870.7");
        Map<String, List<String>> found = new TreeMap<>();
        for (Path file : javaFiles()) {
            String name = SOURCES.relativize(file).toString().replace('\\', '/');
            if (name.startsWith("main/") && !TABLES.contains(name.substring(name.lastIndexOf('/') + 1))) {
                List<String> numbers = numbers(Files.readString(file));
                if (!numbers.isEmpty()) {
                    found.put(name, numbers);
                }
            }
        }
        assertThat(found)
                .as("ids of bodies that NaifIds names, and constants that math.Constants does")
                .isEmpty();
    }

    private static List<String> numbers(String java) {
        List<String> found = new ArrayList<>();
        Matcher number = NUMBER.matcher(NO_CODE.matcher(java).replaceAll(" "));
        while (number.find()) {
            found.add(number.group());
        }
        return found;
    }

    private static List<Path> javaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
