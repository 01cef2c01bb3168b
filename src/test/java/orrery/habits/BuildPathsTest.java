package orrery.habits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The build passes in a folder whose name has a blank: text that is split into words has no unquoted path. */
class BuildPathsTest {
    private static final Pattern LINE =
            Pattern.compile("<(commandlineArgs|argLine|additionalOption|additionalJOption)>([^<]*)</\\1>");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern PROPERTY = Pattern.compile("<([\\w.]+)>([^<]*\\$\\{project\\.b[^<]*)</\\1>");

    @Test
    void aBlankInAFoldersNameBreaksNoCommandLine() throws IOException {
        String pom = Files.readString(Path.of(System.getProperty("orrery.basedir", "."), "pom.xml"));
        List<String> paths = PROPERTY.matcher(pom.substring(0, pom.indexOf("</properties>")))
                .results()
                .map(found -> "${" + found.group(1) + "}")
                .toList();
        assertThat(paths).isNotEmpty();
        List<MatchResult> lines = LINE.matcher(pom).results().toList();
        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            String bare = QUOTED.matcher(line.group(2)).replaceAll("");
            assertThat(bare).doesNotContain("${project.b").doesNotContain(paths);
        });
    }
}
