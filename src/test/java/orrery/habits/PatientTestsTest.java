package orrery.habits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests pass on any machine: none sleeps, none judges how long something took, and all wait in the same way. */
class PatientTestsTest {
    private static final Path TESTS = Path.of(System.getProperty("orrery.basedir", "."), "src/test/java/orrery");

    /** What no test does, and the files that contain it for another reason. */
    private static final Map<Pattern, List<String>> FORBIDDEN = Map.of(
            // A sleeping thread that is the subject of a test; a child process that must not end; a driver of the
            // window.
            Pattern.compile("Thread\\.sleep\\("),
                    List.of("ThreadSamplerTest", "UnfinishedWriter", "MonkeyRun", "StandAuditTest"),
            Pattern.compile("assertTimeout(Preemptively)?\\((?!\\s*Eventually\\.LONGEST)"), List.of(),
            Pattern.compile("\\.(waitFor|get|await)\\(\\s*\\d+\\s*, (?!TimeUnit.MINUTES)"), List.of(),
            Pattern.compile("@Timeout\\((?![^)]*MINUTES)"), List.of(),
            Pattern.compile("org\\.awaitility"), List.of("Eventually", "GuidePictures"),
            Pattern.compile("new OrreryWindow\\("), List.of("TestWindow", "MonkeyRun", "CrowdRun", "GuidePictures"));

    @Test
    void noneSleepsNorGivesUpBeforeEventuallyDoes() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(TESTS)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                String text = Files.readString(file);
                FORBIDDEN.forEach((pattern, spared) -> pattern.matcher(text)
                        .results()
                        .filter(_ -> !spared.contains(name) && !name.equals("PatientTestsTest"))
                        .forEach(match -> found.add(name + ": " + match.group().strip())));
            }
        }
        assertThat(found).isEmpty();
    }
}
