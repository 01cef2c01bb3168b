package orrery.habits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The window starts on the module path, the tests run on the class path: what FXML names there must be opened to it.
 */
class FxmlModuleTest {
    private static final Path BASE = Path.of(System.getProperty("orrery.basedir", "."));
    private static final Pattern NAMED =
            Pattern.compile("(?:import|fx:controller=\")\\s*(orrery(?:\\.[a-z]+)+)\\.[A-Z]");

    @Test
    void everyPackageThatFxmlNamesIsOpenedToItsLoader() throws IOException {
        String module = Files.readString(BASE.resolve("src/main/java/module-info.java"));
        Set<String> closed = new TreeSet<>();
        int named = 0;
        try (Stream<Path> files = Files.walk(BASE.resolve("src/main/resources"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".fxml")).toList()) {
                Matcher matcher = NAMED.matcher(Files.readString(file));
                while (matcher.find()) {
                    named++;
                    if (!module.contains("opens " + matcher.group(1) + " to")) {
                        closed.add(matcher.group(1));
                    }
                }
            }
        }
        assertThat(named).as("a check of nothing is no check").isPositive();
        assertThat(closed).isEmpty();
    }
}
