package orrery.habits;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import orrery.testing.Concurrent;

/**
 * One formatter for all sources. {@code mvn test -Dtest=FormattingTest -Dorrery.format=apply} mends what this test
 * finds.
 */
@Concurrent
class FormattingTest {
    private static final Path KNOWN = Path.of(System.getProperty("orrery.basedir", "."), "target", "formatted.sha256");

    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(Style.PALANTIR)
            .formatJavadoc(false)
            .build());

    @Test
    void everySourceFileIsFormattedPalantirStyle() throws Exception {
        boolean apply = "apply".equals(System.getProperty("orrery.format"));
        Set<String> known = known();
        Set<String> sound = ConcurrentHashMap.newKeySet();
        List<Path> sources = sources();
        List<Path> unformatted = sources.parallelStream()
                .filter(file -> !isFormatted(file, apply, known, sound))
                .toList();
        assertThat(sources).as("source files found").isNotEmpty();
        Files.createDirectories(KNOWN.getParent());
        Files.write(KNOWN, sound.stream().sorted().toList());
        assertThat(unformatted)
                .as("mend with: mvn test -Dtest=FormattingTest -Dorrery.format=apply")
                .isEmpty();
    }

    /** Whether a file is as the formatter would have it, or is so now; what is, is remembered by its digest. */
    private static boolean isFormatted(Path file, boolean apply, Set<String> known, Set<String> sound) {
        try {
            String text = Files.readString(file);
            String digest = digest(text);
            if (known.contains(digest)) {
                sound.add(digest);
                return true;
            }
            String formatted = format(file, text);
            if (!formatted.equals(text)) {
                if (!apply) {
                    return false;
                }
                Files.writeString(file, formatted);
            }
            sound.add(digest(formatted));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Digests of texts that were found to be formatted by this version of the formatter. */
    private static Set<String> known() throws IOException {
        return Files.exists(KNOWN) ? Set.copyOf(Files.readAllLines(KNOWN)) : Set.of();
    }

    private static String digest(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            String formatter =
                    Formatter.class.getProtectionDomain().getCodeSource().toString();
            sha.update(formatter.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
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
