package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.host.SystemFolders;
import orrery.ui.fx.Theme;
import orrery.ui.orrery.ViewLink;

class SettingsTest {
    @TempDir
    private Path folder;

    @Test
    void theyLieWhereTheSystemKeepsSuchThingsOrWhereTheyAreSentTo() {
        Map<String, String> environment = Map.of("XDG_CONFIG_HOME", "/c", "APPDATA", "/r");
        assertThat(Settings.place("", environment))
                .isEqualTo(SystemFolders.configuration(environment).resolve("settings.properties"));
        assertThat(Settings.place("/x/y", environment)).isEqualTo(Path.of("/x/y"));
    }

    @Test
    void whatIsKeptIsReadAgainAndNothingIsLeftBeside() throws Exception {
        Path file = folder.resolve("deep").resolve("settings.properties");
        Settings settings = Settings.of(Map.of("theme", "LIGHT", "trail", "0.5", "odd", "=\n\u00e4 #"));
        settings.save(file);
        settings.save(file);
        assertThat(Settings.read(file)).isEqualTo(settings);
        try (Stream<Path> files = Files.list(folder.resolve("deep"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFileThatIsGoneOrNonsenseIsAsAtTheFirstStart() throws Exception {
        assertThat(Settings.read(folder.resolve("none"))).isEqualTo(Settings.none());
        Path nonsense = folder.resolve("nonsense");
        Files.write(nonsense, new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1, 2, '\\', 'u', 'x'});
        assertThat(Settings.read(nonsense)).isEqualTo(Settings.none());
        assertThat(Settings.read(folder)).isEqualTo(Settings.none());
        Settings wrong = Settings.of(Map.of("theme", "PURPLE", "zoom", "900", "trail", "a lot"));
        assertThat(wrong.get("theme", Theme::valueOf, Theme.DARK)).isEqualTo(Theme.DARK);
        assertThat(wrong.number("zoom", 0.8, 2, 1)).isEqualTo(1);
        assertThat(wrong.number("trail", 0, 4, 0.32)).isEqualTo(0.32);
    }

    @Test
    void whereTheyCannotBeWrittenThatIsSaidOnceInPlainWords() throws Exception {
        Path file = Files.writeString(folder.resolve("plain"), "no folder").resolve("settings.properties");
        List<String> said = new CopyOnWriteArrayList<>();
        Handler ear = new Handler() {
            @Override
            public void publish(LogRecord one) {
                said.add(one.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger("orrery.settings");
        log.addHandler(ear);
        log.setUseParentHandlers(false);
        try {
            SettingsFile settings = new SettingsFile(file, Settings.none());
            for (String theme : List.of("DARK", "LIGHT", "LIGHT", "DARK")) {
                settings.keep(Settings.of(Map.of("theme", theme)));
                settings.close();
            }
        } finally {
            log.removeHandler(ear);
            log.setUseParentHandlers(true);
        }
        assertThat(said)
                .hasSize(1)
                .allSatisfy(words -> assertThat(words)
                        .contains("cannot be saved for the next start", file.toString())
                        .doesNotContain("Exception"));
    }

    @Test
    void aKernelIsFoundByItsBytesUnderItsNameOnly() throws Exception {
        Path one = Files.writeString(folder.resolve("one.bsp"), "abc");
        Path two = Files.writeString(folder.resolve("two.bsp"), "other");
        KernelSums sums = new KernelSums();
        // FIPS 180-2, appendix B.1.
        String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assertThat(sums.of(one)).isEqualTo(abc);
        assertThat(sums.find(new ViewLink.Kernel("one.bsp", abc), List.of(two))).contains(one);
        assertThat(sums.find(new ViewLink.Kernel("two.bsp", abc), List.of(two))).isEmpty();
    }
}
