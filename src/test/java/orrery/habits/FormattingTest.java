package orrery.habits;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * One formatter for all sources. {@code mvn test -Dtest=FormattingTest -Dorrery.format=apply} mends what this test finds.
 */
class FormattingTest {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(Style.PALANTIR)
            .formatJavadoc(false)
            .build());

    @Test
    void everySourceFileIsFormattedPalantirStyle() throws Exception {
        boolean apply = "apply".equals(System.getProperty("orrery.format"));
        List<Path> unformatted = new ArrayList<>();
        int seen = 0;
        for (Path file : sources()) {
            seen++;
            String text = Files.readString(file);
            String formatted = format(file, text);
            if (formatted.equals(text)) {
                continue;
            }
            if (apply) {
                Files.writeString(file, formatted);
            } else {
                unformatted.add(file);
            }
        }
        assertThat(seen).as("source files found").isPositive();
        assertThat(unformatted)
                .as("mend with: mvn test -Dtest=FormattingTest -Dorrery.format=apply")
                .isEmpty();
    }

    private static String format(Path file, String text) {
        try {
            String ordered =
                    ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(text), Style.PALANTIR);
            return FORMATTER.formatSource(ordered);
        } catch (FormatterException e) {
            throw new AssertionError(file + " does not parse", e);
        }
    }

    private static List<Path> sources() throws IOException {
        Path base = Path.of(System.getProperty("orrery.basedir", "."));
        try (Stream<Path> walk = Files.walk(base.resolve("src"))) {
            return walk.filter(p -> p.toString().endsWith(".java")).sorted().toList();
        }
    }
}
