package orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orrery.testing.SmallSky;

/** Commands print and write the same bytes in every locale. */
class LocaleTest {
    @TempDir
    private Path folder;

    private final Locale before = Locale.getDefault();
    private Path sky = Path.of("");

    @BeforeEach
    void makeSky() throws IOException {
        sky = SmallSky.write(folder.resolve("sky.bsp"), 0, SmallSky.YEAR);
    }

    @AfterEach
    void backToTheFirst() {
        Locale.setDefault(before);
    }

    @Test
    void thereAreLocalesThatWriteOtherDigits() {
        assertThat(String.format(Locale.forLanguageTag("ar-EG-u-nu-arab"), "%,d", 5120))
                .isEqualTo("٥٬١٢٠");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ar-EG-u-nu-arab",
                "de-DE",
                "fa-IR-u-nu-arabext",
                "th-TH-u-ca-buddhist-nu-thai",
                "tr-TR",
                "ja-JP-u-ca-japanese",
                "hi-IN-u-nu-deva"
            })
    void commandsPrintAndWriteTheSameBytes(String tag) throws IOException {
        List<String> expected = everything(Locale.ROOT);
        List<String> said = everything(Locale.forLanguageTag(tag));
        for (int i = 0; i < expected.size(); i++) {
            assertThat(said.get(i)).isEqualTo(expected.get(i));
        }
    }

    private List<String> everything(Locale locale) throws IOException {
        Locale.setDefault(locale);
        List<String> said = new ArrayList<>();
        Path out = folder.resolve("out.bsp");
        Path csv = folder.resolve("out.csv");
        Path queries = Files.writeString(
                folder.resolve("q.csv"), "target,center,et\n4,0,0\n4,0,1e7\n77,0,1\nMARS BARYCENTER,0,12345.6\n");
        for (String[] args : new String[][] {
            {"brief", sky.toString()},
            {"brief", "--by", "body", sky.toString()},
            {"brief", "--at", "2000-06-01", "--json", sky.toString()},
            {"state", "-k", sky.toString(), "--target", "4", "--date", "2000-02-03", "--explain"},
            {"state", "-k", sky.toString(), "--target", "4", "--center", "399", "--et", "1e6", "--place", "proper"},
            {"state", "-k", sky.toString(), "--target", "4", "--et", "1e16"},
            {"state", "-k", sky.toString(), "--queries", queries.toString(), "--keep-going"},
            {"excerpt", sky.toString(), "--bodies", "mars barycenter", "--out", out.toString()},
            {"merge", sky.toString(), sky.toString(), "--out", out.toString()},
            {"convert", sky.toString(), "--out", out.toString()},
            {"comment", out.toString()},
            {"diff", sky.toString(), sky.toString(), "--step", "30d", "--csv", csv.toString()},
            {"events", "-k", sky.toString(), "--from", "2000-02-01", "--to", "2000-05-01"},
            {"catalogue"},
            {"excerpt", sky.toString(), "--bodies", "TITAN", "--out", out.toString()},
        }) {
            CommandRun run = CommandRun.of(args);
            said.add(String.join(" ", args) + " -> " + run.status());
            said.add(run.out());
            said.add(run.err());
        }
        said.add(Files.readString(csv));
        return said;
    }
}
