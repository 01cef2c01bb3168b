package orrery.ui.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static orrery.ui.kernels.OpenTab.onFx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import orrery.library.Condition;
import orrery.library.KernelHistory;
import orrery.library.KernelOrigin;
import orrery.library.Session;
import orrery.testing.Await;
import orrery.testing.SmallSky;

/** A start with a kernel named that is not there. */
@ExtendWith(ApplicationExtension.class)
class MissingAtStartTest {
    @TempDir
    private static Path folder;

    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private OpenTab tab;

    @Start
    void start(Stage stage) throws Exception {
        SmallSky.write(folder.resolve("sky.bsp"));
        tab = new OpenTab(stage, folder, 420);
    }

    @Stop
    void stop() {
        tab.close();
    }

    @Test
    void theOthersAreShownAndWhatIsWrongIsSaid() {
        open("sky.bsp", "gone.bsp", "lost.bsp");
        Await.until("a sky", () -> tab.service.catalogue() != null);
        Await.until("the notice", () -> notice().text().contains("Now showing"));
        assertThat(notice().text())
                .contains("gone.bsp: there is no such file", "lost.bsp: there is no such file", "Now showing sky.bsp");
        assertThat(notice().wrong()).isTrue();
        assertThat(onFx(() -> tab.panel.hub().found().stream()
                        .map(i -> i.appraisal().name())
                        .toList()))
                .contains("gone.bsp", "lost.bsp");
        // Once something is shown, a list with a bad one in it changes nothing.
        open("sky.bsp", "lost.bsp");
        Await.until("the refusal", () -> notice().text().contains("go on"));
        assertThat(notice().text()).contains("lost.bsp", "The kernels shown before go on");
    }

    @Test
    void aFileThatVanishesAfterItWasLookedIntoTakesNoOtherWithIt() throws Exception {
        Path other = SmallSky.write(folder.resolve("other.bsp"));
        onFx(() -> {
            WorkbenchModel hub = tab.panel.hub();
            hub.open(List.of(folder.resolve("sky.bsp"), other), KernelOrigin.COMMAND_LINE);
            // What is asked of the same background thread after it ends after it; and no pulse comes while this runs.
            var _ = hub.desk().sessions().join();
            Files.delete(other);
            return 0;
        });
        Await.until("the notice", () -> notice().text().contains("Now showing"));
        assertThat(notice().text()).contains("other.bsp: there is no such file", "Now showing sky.bsp");
        assertThat(notice().wrong()).isTrue();
        assertThat(onFx(() -> tab.panel.hub().shelf().loaded().size())).isEqualTo(1);
        assertThat(onFx(() -> tab.panel.hub().found().stream()
                        .filter(i -> i.path().equals(other))
                        .map(i -> i.appraisal().condition())
                        .toList()))
                .containsExactly(Condition.MISSING);
    }

    @Test
    void aFileThatIsAnotherByTheTimeItIsOpenedIsToldOfAsItIs() throws Exception {
        Path other = SmallSky.write(folder.resolve("changed.bsp"), 0, SmallSky.YEAR);
        onFx(() -> {
            WorkbenchModel hub = tab.panel.hub();
            hub.open(List.of(other), KernelOrigin.COMMAND_LINE);
            var _ = hub.desk().sessions().join();
            SmallSky.write(other, 0, 2 * SmallSky.YEAR);
            return 0;
        });
        Await.until(
                "what it is now",
                () -> onFx(() -> tab.panel.hub().shelf().loaded().stream()
                        .anyMatch(k -> k.contents().orElseThrow().end() == 2 * SmallSky.YEAR)));
        assertThat(onFx(() -> tab.panel.hub().shelf().isPending())).isFalse();
    }

    @Test
    void whatTheProgramOpensByItselfDoesNotTakeThePlaceOfTheLastSessionWhichIsOffered() throws Exception {
        Files.createDirectories(folder.resolve("kernels"));
        SmallSky.write(folder.resolve("kernels/own.bsp"));
        Path sky = folder.resolve("sky.bsp");
        KernelHistory memory = new KernelHistory(folder.resolve("data"));
        memory.save(new Session(
                "last",
                List.of(Session.Kernel.now(sky, true), new Session.Kernel(folder.resolve("gone.bsp"), true, 7, 7))));
        open("kernels/own.bsp");
        Await.until("the offer", () -> notice().text().contains("The last session, sky.bsp, gone.bsp, comes back"));
        assertThat(notice().text())
                .startsWith("Now showing own.bsp")
                .contains("gone.bsp has gone missing. Put it back, or take it off the list.");
        assertThat(memory.session("last").orElseThrow().kernels()).hasSize(2);
        onFx(() -> {
            tab.panel.hub().sessions().restore("last");
            return 0;
        });
        Await.until("what is missing", () -> notice().text().startsWith("Session last: gone.bsp has gone missing"));
        onFx(() -> {
            tab.panel.hub().apply();
            return 0;
        });
        // What somebody chose is the last session from then on.
        Await.until(
                "it kept",
                () -> memory.session("last").orElseThrow().kernels().stream()
                        .filter(Session.Kernel::enabled)
                        .map(Session.Kernel::path)
                        .toList()
                        .equals(List.of(sky)));
    }

    private void open(String... names) {
        onFx(() -> {
            tab.panel.open(java.util.Arrays.stream(names).map(folder::resolve).toList(), KernelOrigin.COMMAND_LINE);
            return 0;
        });
    }

    private Notice notice() {
        return onFx(
                () -> java.util.Objects.requireNonNullElse(tab.panel.notice().get(), new Notice("", false)));
    }
}
