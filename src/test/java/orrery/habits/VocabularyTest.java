package orrery.habits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One word for one thing: in the program, its tests and its benchmarks. */
class VocabularyTest {
    private static final Path SOURCES = Path.of(System.getProperty("orrery.basedir", "."), "src");
    private static final Pattern TYPE = Pattern.compile(
            "^(?:(?:public|final|abstract|sealed|non-sealed|strictfp) )*(?:class|record|enum|interface|@interface)"
                    + " (\\w+)",
            Pattern.MULTILINE);
    private static final Pattern BRITISH = Pattern.compile("cent(?:re|ring)", Pattern.CASE_INSENSITIVE);

    @Test
    void noTwoTopLevelTypesHaveOneSimpleName() throws IOException {
        Map<String, List<String>> homes = new TreeMap<>();
        for (Path file : javaFiles()) {
            Matcher type = TYPE.matcher(Files.readString(file));
            while (type.find()) {
                homes.computeIfAbsent(type.group(1), name -> new ArrayList<>())
                        .add(SOURCES.relativize(file).toString());
            }
        }
        assertThat(homes).hasSizeGreaterThan(300);
        homes.values().removeIf(files -> files.size() == 1);
        assertThat(homes).as("simple names that stand for more than one type").isEmpty();
    }

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

    private static List<Path> javaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
