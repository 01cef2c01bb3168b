package orrery.habits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher of the installed program, in a tree whose runtime prints how it was started. */
@EnabledOnOs(OS.LINUX)
class LauncherTest {
    @TempDir
    private Path folder;

    private Path home = Path.of("");

    @BeforeEach
    void plant() throws IOException {
        home = folder.resolve("a b \u00fc*");
        executable(
                home.resolve("lib/runtime/bin/java"),
                "#!/bin/sh\nfor word do printf '<%s>\\n' \"$word\"; done\n[ -e /proc/self/fd/2 ] && echo told\n");
        executable(
                home.resolve("bin/orrery"),
                Files.readString(Path.of(System.getProperty("orrery.basedir", "."), "src/dist/linux/orrery")));
    }

    private static void executable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** What a line of a shell says, run in a folder. */
    private String shell(Path in, String line, Map<String, String> variables) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("/bin/sh", "-c", line).directory(in.toFile()).redirectErrorStream(true);
        builder.environment().putAll(variables);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cd bin; ./orrery state",
                "cd bin; sh orrery state",
                "bin/orrery state",
                "\"$PWD/bin/orrery\" state",
                "PATH=$PWD/bin:$PATH; orrery state",
                "ln -s bin/orrery one; ./one state",
                "mkdir -- -x; ln -s -- ../bin/orrery -x/-y; ln -s -- -x/-y two; ./two state",
                "ln -s \"$PWD/bin/orrery\" /tmp/orrery-$$; /tmp/orrery-$$ state; rm /tmp/orrery-$$"
            })
    void itFindsItsHomeHoweverItIsCalled(String line) throws Exception {
        String said = shell(home, line, Map.of("CDPATH", ".:/tmp"));
        assertThat(said)
                .contains("<-Dorrery.home=" + home.toRealPath().resolve("lib") + ">\n")
                .endsWith("<orrery.Main>\n<state>\ntold\n");
    }

    @Test
    void wordsAreHandedOnAsTheyAre() throws Exception {
        String said = shell(
                home,
                "bin/orrery '' '*' 'a  b' '\"' '$HOME' 'two\nlines' \u00fc --",
                Map.of("ORRERY_JAVA_OPTIONS", "-Da=* -Xmx1g"));
        assertThat(said)
                .endsWith("<orrery.Main>\n<>\n<*>\n<a  b>\n<\">\n<$HOME>\n<two\nlines>\n<\u00fc>\n<-->\ntold\n")
                .contains("<-Da=*>\n<-Xmx1g>\n");
    }

    @Test
    void nothingElseTakesThePlaceOfAClosedStandardError() throws Exception {
        assertThat(shell(home, "bin/orrery brief 2>&-", Map.of())).endsWith("<brief>\ntold\n");
    }

    @Test
    void aBareEnvironmentIsEnough() throws Exception {
        assertThat(shell(home, "env -i /bin/sh bin/orrery brief", Map.of())).endsWith("<brief>\ntold\n");
    }

    /** With Java's own launcher such files cannot be opened there. */
    @Test
    void inALocaleOfAsciiAloneNamesMayHaveAllLetters() throws Exception {
        executable(home.resolve("lib/runtime/bin/java"), "#!/bin/sh\nenv | grep ^L | sort\n");
        for (String none :
                List.of("env -i", "env -i LC_ALL=C", "env -i LANG=POSIX", "env -i LC_CTYPE=C LANG=de_DE.UTF-8")) {
            assertThat(shell(home, none + " PATH=$PATH /bin/sh bin/orrery state", Map.of()))
                    .contains("LC_ALL=C.UTF-8\n");
        }
        assertThat(shell(home, "env -i LC_CTYPE=de_DE.UTF-8 PATH=$PATH /bin/sh bin/orrery state", Map.of()))
                .isEqualTo("LC_CTYPE=de_DE.UTF-8\n");
    }

    @Test
    void theWindowKeepsItsHeapSmallUnlessAHeapIsAskedFor() throws Exception {
        assertThat(shell(home, "bin/orrery", Map.of())).contains("<-XX:MaxNewSize=32m>");
        for (String options : List.of("-Xmx20m", "-XX:+UseZGC", "-Da=b -XX:MaxRAMPercentage=50")) {
            assertThat(shell(home, "bin/orrery", Map.of("ORRERY_JAVA_OPTIONS", options)))
                    .doesNotContain("MaxNewSize");
        }
        // Two collectors at once end the virtual machine.
        assertThat(shell(home, "bin/orrery state", Map.of("ORRERY_JAVA_OPTIONS", "-XX:+UseParallelGC")))
                .doesNotContain("UseSerialGC");
        assertThat(shell(home, "bin/orrery movie", Map.of())).doesNotContain("MaxNewSize");
    }

    /** Otherwise the toolkit looks for one, and GTK keeps the libraries of what it found. */
    @Test
    void withoutAGraphicsDeviceNoneIsLookedFor() throws Exception {
        Path devices = Files.createDirectories(folder.resolve("dev"));
        Path launcher = home.resolve("bin/orrery");
        String script = Files.readString(launcher);
        String list = "for device in /dev/dri /dev/nvidiactl /dev/dxg /dev/mali0;";
        assertThat(script).contains(list);
        executable(launcher, script.replace(list, list.replace("/dev", devices.toString())));
        executable(home.resolve("lib/runtime/bin/java"), "#!/bin/sh\necho $* GL=$GDK_GL\n");
        assertThat(shell(home, "bin/orrery", Map.of()))
                .contains("-Dprism.order=sw ")
                .endsWith(" GL=disable\n");
        assertThat(shell(home, "bin/orrery", Map.of("GDK_GL", "always"))).endsWith(" GL=always\n");
        assertThat(shell(home, "bin/orrery state", Map.of()))
                .doesNotContain("prism")
                .endsWith(" GL=\n");
        Files.createFile(devices.resolve("nvidiactl"));
        assertThat(shell(home, "bin/orrery", Map.of())).doesNotContain("prism").endsWith(" GL=\n");
    }

    @Test
    void whatAsksForTheWindowHasItsCache() throws Exception {
        for (String line : List.of("", "kernel.bsp", "orrery:view?x=1", "./file", "snapshot", "--kiosk")) {
            assertThat(shell(home, "bin/orrery " + line, Map.of()))
                    .contains("/window.aot>", "<-XX:+UseCompactObjectHeaders>");
        }
        for (String line : List.of("state", "audit", "--version", "nonsense")) {
            assertThat(shell(home, "bin/orrery " + line, Map.of()))
                    .contains("/commands.aot>")
                    .doesNotContain("UseCompactObjectHeaders");
        }
    }
}
