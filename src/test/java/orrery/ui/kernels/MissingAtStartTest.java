package orrery.ui.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import orrery.library.Appraisal;
import orrery.library.KernelCondition;
import orrery.library.KernelHistory;
import orrery.library.KernelOrigin;
import orrery.library.KernelSession;
import orrery.testing.Eventually;
import orrery.testing.Screen;
import orrery.testing.SmallSky;
import orrery.testing.TestTab;

/** A start with a kernel that does not exist. */
@ExtendWith(ApplicationExtension.class)
class MissingAtStartTest {
    @TempDir
    private static Path folder;

    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private TestTab<KernelsPanel> tab;

    @Start
    void start(Stage stage) throws Exception {
        SmallSky.write(folder.resolve("sky.bsp"));
        tab = TestTab.kernels(stage, folder, 420, List.of());
    }

    @Stop
    void stop() {
        tab.close();
    }

    @Test
    void theOthersAreShownAndWhatIsWrongIsSaid() {
        open("sky.bsp", "gone.bsp", "lost.bsp");
        Notice first = awaitNotice("Now showing sky.bsp");
        assertThat(first.text()).contains("gone.bsp: there is no such file", "lost.bsp: there is no such file");
        assertThat(first.wrong()).isTrue();
        Eventually.some("a sky", () -> tab.service.catalogue());
        Screen.value(
                "both in sight",
                () -> found(KernelCondition.MISSING),
                names -> names.containsAll(List.of("gone.bsp", "lost.bsp")));
        // Once something is shown, a list with a bad one in it changes nothing.
        open("sky.bsp", "lost.bsp");
        assertThat(awaitNotice("The previous kernels stay loaded").text()).contains("lost.bsp");
    }

    @Test
    void aFileThatVanishesAfterItWasLookedIntoTakesNoOtherWithIt() throws Exception {
        Path other = SmallSky.write(folder.resolve("other.bsp"));
        Screen.run(() -> {
            WorkbenchModel hub = tab.panel.hub();
            hub.loading().open(List.of(folder.resolve("sky.bsp"), other), KernelOrigin.COMMAND_LINE);
            // Later tasks of the same background thread end after it; and no pulse comes while this runs.
            var _ = hub.tasks().soon(() -> true).join();
            Files.delete(other);
        });
        Notice notice = awaitNotice("Now showing sky.bsp");
        assertThat(notice.text()).contains("other.bsp: there is no such file");
        assertThat(notice.wrong()).isTrue();
        Screen.equal("loaded", 1, () -> tab.panel.hub().shelf().loaded().size());
        Screen.value(
                "the missing one in sight", () -> found(KernelCondition.MISSING), names -> names.contains("other.bsp"));
    }

    @Test
    void aFileThatIsAnotherByTheTimeItIsOpenedIsToldOfAsItIs() throws Exception {
        Path other = SmallSky.write(folder.resolve("changed.bsp"), 0, SmallSky.YEAR);
        Screen.run(() -> {
            WorkbenchModel hub = tab.panel.hub();
            hub.loading().open(List.of(other), KernelOrigin.COMMAND_LINE);
            var _ = hub.tasks().soon(() -> true).join();
            SmallSky.write(other, 0, 2 * SmallSky.YEAR);
        });
        Screen.so("what it is now, and nothing left to load", () -> {
            Shelf shelf = tab.panel.hub().shelf();
            return !shelf.isPending()
                    && shelf.loaded().stream()
                            .anyMatch(k -> k.contents().orElseThrow().end() == 2 * SmallSky.YEAR);
        });
    }

    @Test
    void whatTheProgramOpensByItselfDoesNotTakeThePlaceOfTheLastSessionWhichIsOffered() throws Exception {
        Files.createDirectories(folder.resolve("kernels"));
        SmallSky.write(folder.resolve("kernels/own.bsp"));
        Path sky = folder.resolve("sky.bsp");
        KernelHistory memory = new KernelHistory(folder.resolve("data"));
        memory.save(new KernelSession(
                "last",
                List.of(
                        KernelSession.Kernel.now(sky, true),
                        new KernelSession.Kernel(folder.resolve("gone.bsp"), true, 7, 7))));
        open("kernels/own.bsp");
        assertThat(awaitNotice("The last session, sky.bsp, gone.bsp, can be restored")
                        .text())
                .startsWith("Now showing own.bsp")
                .contains("gone.bsp has gone missing. Put it back, or take it off the list.");
        assertThat(memory.session("last").orElseThrow().kernels()).hasSize(2);
        Screen.run(() -> tab.panel.hub().sessions().restore("last"));
        awaitNotice("Session last: gone.bsp has gone missing");
        Screen.run(() -> tab.panel.hub().loading().apply());
        // From then on the last session is what the user chose.
        Eventually.equal(
                "it kept",
                List.of(sky),
                () -> memory.session("last").orElseThrow().kernels().stream()
                        .filter(KernelSession.Kernel::enabled)
                        .map(KernelSession.Kernel::path)
                        .toList());
    }

    private void open(String... names) {
        Screen.run(() -> tab.panel.open(Stream.of(names).map(folder::resolve).toList(), KernelOrigin.COMMAND_LINE));
    }

    /** The first notice that says this. */
    private Notice awaitNotice(String part) {
        return Screen.value(
                part, () -> tab.panel.notice().get(), notice -> notice.text().contains(part));
    }

    /** The names of what was found to be so. JavaFX thread. */
    private List<String> found(KernelCondition condition) {
        return tab.panel.hub().found().stream()
                .map(Shelf.Item::appraisal)
                .filter(a -> a.condition() == condition)
                .map(Appraisal::name)
                .toList();
    }
}
