package orrery.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.host.SystemFolders;
import orrery.testing.ChildJvm;
import orrery.testing.SmallSky;

class KernelHistoryTest {
    @TempDir
    private Path folder;

    @Test
    void aSessionComesBackAndSaysWhatHasChangedSince() throws IOException {
        Path one = SmallSky.write(folder.resolve("one.bsp"));
        Path two = SmallSky.write(folder.resolve("two.bsp"));
        KernelHistory memory = new KernelHistory(folder.resolve("data"));
        memory.save(new KernelSession(
                "Mars & moons", List.of(KernelSession.Kernel.now(one, true), KernelSession.Kernel.now(two, false))));
        memory.save(new KernelSession("Mars + moons", List.of()));
        assertThat(memory.sessionNames()).containsExactly("Mars & moons", "Mars + moons");
        assertThat(memory.file("Mars & moons")).isRegularFile();
        assertThat(memory.file("Mars + moons")).isRegularFile().isNotEqualTo(memory.file("Mars & moons"));
        KernelSession again = new KernelHistory(folder.resolve("data"))
                .session("Mars & moons")
                .orElseThrow();
        assertThat(again.kernels()).extracting(KernelSession.Kernel::path).containsExactly(one, two);
        assertThat(again.kernels()).extracting(KernelSession.Kernel::enabled).containsExactly(true, false);
        assertThat(again.kernels()).allSatisfy(k -> assertThat(k.change()).isEmpty());
        Files.delete(one);
        Files.writeString(two, "short");
        assertThat(again.kernels().getFirst().change()).get().asString().contains("gone missing");
        assertThat(again.kernels().getLast().change()).get().asString().contains("has changed");
        assertThat(memory.session("none")).isEmpty();
    }

    @Test
    void theNewestRecentFileIsFirstAndABrokenMemoryIsNone() throws IOException {
        KernelHistory memory = new KernelHistory(folder);
        memory.remember(folder.resolve("a"));
        memory.remember(folder.resolve("b"));
        memory.remember(folder.resolve("a"));
        assertThat(memory.recents())
                .containsExactly(
                        folder.resolve("a").toAbsolutePath(),
                        folder.resolve("b").toAbsolutePath());
        Files.writeString(folder.resolve("recent.json"), "{ broken");
        assertThat(memory.recents()).isEmpty();
    }

    @Test
    void aRecentFileThatIsForgottenIsNotTold() throws IOException {
        KernelHistory memory = new KernelHistory(folder);
        memory.remember(folder.resolve("a"));
        memory.remember(folder.resolve("b"));
        memory.forget(folder.resolve("a"));
        memory.forget(folder.resolve("never"));
        assertThat(memory.recents()).containsExactly(folder.resolve("b").toAbsolutePath());
    }

    @Test
    void placesFollowTheEnvironmentAndTheSystem() {
        Map<String, String> environment = Map.of("XDG_DATA_HOME", "/x", "LOCALAPPDATA", "/l");
        assertThat(KernelFolders.of(Map.of("ORRERY_KERNELS", "/k"), "").user()).isEqualTo(Path.of("/k"));
        assertThat(KernelFolders.of(environment, "").data()).isEqualTo(SystemFolders.data(environment));
        assertThat(KernelFolders.of(environment, "").user())
                .isEqualTo(SystemFolders.data(environment).resolve("kernels"));
        assertThat(KernelFolders.of(environment, "/chosen").data()).isEqualTo(Path.of("/chosen"));
    }

    @Test
    void aFolderShowsKernelsByContentAndBrokenOnesByTheirSuffix() throws IOException {
        SmallSky.write(folder.resolve("kernel.dat"));
        Files.writeString(folder.resolve("page.bsp"), "<html>");
        Files.writeString(folder.resolve("notes.txt"), "nothing");
        Files.writeString(folder.resolve("set.txt"), "\\begindata\nKERNELS_TO_LOAD = 'x.bsp'");
        assertThat(KernelFolders.kernelsIn(folder))
                .extracting(p -> p.getFileName().toString())
                .containsExactly("kernel.dat", "page.bsp", "set.txt");
        assertThat(KernelFolders.kernelsIn(folder.resolve("none"))).isEmpty();
    }

    @Test
    void aNameThatIsNoneHidesNoOther() throws IOException {
        KernelHistory memory = new KernelHistory(folder);
        Files.writeString(folder.resolve("recent.json"), "{\"files\": [\"/a/one.bsp\", \"/a/\\u0000.bsp\", \"\"]}");
        assertThat(memory.recents()).containsExactly(Path.of("/a/one.bsp"));
        memory.remember(Path.of("/a/two.bsp"));
        assertThat(memory.recents()).containsExactly(Path.of("/a/two.bsp"), Path.of("/a/one.bsp"));
        Files.createDirectories(folder.resolve("sessions"));
        Files.writeString(
                folder.resolve("sessions/both.json"),
                "{\"name\": \"both\", \"kernels\": [{\"path\": \"/a/one.bsp\"}, {\"path\": \"/a/\\u0000.bsp\"}]}");
        KernelSession both = memory.session("both").orElseThrow();
        assertThat(both.kernels()).extracting(KernelSession.Kernel::path).containsExactly(Path.of("/a/one.bsp"));
        assertThat(both.unreadable()).singleElement().asString().contains("contains a NUL");
    }

    /**
     * Under {@code LC_ALL=C} no path can have an umlaut: such a file is left out of this run, and kept for the next.
     */
    @Test
    void aNameThatTheLocaleDoesNotHaveHidesNoOther() throws Exception {
        KernelHistory memory = new KernelHistory(folder);
        Files.writeString(folder.resolve("recent.json"), "{\"files\": [\"/a/\u00fc.bsp\", \"/a/one.bsp\"]}");
        // The folders of the project and of Maven may have such letters, too. In them no class is found then, except by
        // the boot loader, which takes their names as they are.
        String classes = "-Xbootclasspath/a:" + ChildJvm.classPath();
        ProcessBuilder child =
                new ProcessBuilder(ChildJvm.command(List.of(classes), AsciiLocaleChild.class, folder.toString()));
        child.environment().put("LC_ALL", "C");
        Process run = child.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        assertThat(new String(run.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                .isEqualTo("[/a/one.bsp]\n[/a/two.bsp, /a/one.bsp]\n");
        assertThat(run.waitFor()).isZero();
        assertThat(Files.readString(folder.resolve("recent.json"))).contains("\u00fc.bsp", "two.bsp");
        assertThat(memory.recents()).hasSizeBetween(2, 3);
    }
}
