package orrery.ui.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import orrery.library.Appraisal;
import orrery.library.KernelOrigin;
import orrery.testing.Screen;
import orrery.testing.SmallSky;
import orrery.testing.TangledKernels;
import orrery.testing.TestTab;

/**
 * Kernels of very many segments in the tab: each page shows as many as it has room for, and says how many more there
 * are.
 */
@ExtendWith(ApplicationExtension.class)
class CrowdedKernelTest {
    private static final int MANY = 12_000;
    private static final int MORE_THAN_THE_SKY_SHOWS = 21_000;

    @TempDir
    private static Path folder;

    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private TestTab<KernelsPanel> tab;

    @SuppressWarnings("NullAway.Init")
    private KernelsPanel panel;

    @Start
    void start(Stage stage) throws Exception {
        tab = TestTab.kernels(stage, folder, 980, List.of(), SmallSky.write(folder.resolve("sky.bsp")));
        panel = tab.panel;
    }

    @Stop
    void stop() {
        tab.close();
    }

    @Test
    void thousandsOfBodiesHaveTheirPlaceOnEveryPage() throws IOException {
        everyPage(TangledKernels.sound(folder.resolve("many.bsp"), MORE_THAN_THE_SKY_SHOWS), MORE_THAN_THE_SKY_SHOWS);
    }

    @Test
    void unsoundOnesByTheThousandToo() throws IOException {
        Path file = TangledKernels.unsound(folder.resolve("unsound.bsp"), MANY);
        open(file);
        inspect(file);
        Screen.equal(
                "all segments", MANY + 1, () -> panel.inside().table().shown().size());
        Screen.so("whose precedence is known", () -> bodies() == MANY + 1);
        Screen.reads(
                "#records-message",
                "12000 of 12001 segments are set aside; of the others every record has been read: all agree with their"
                        + " descriptors.");
    }

    @Test
    void manyBesideAFewAreTold() throws IOException {
        Path many = TangledKernels.sound(folder.resolve("beside.bsp"), MANY);
        Screen.run(() -> panel.hub().loading().add(List.of(many), KernelOrigin.DROPPED));
        Screen.so(
                "what loading them would change is known",
                () -> panel.hub().shelf().changes().size() == MANY);
        assertThat(Screen.fx(() -> LoadingEffect.of(
                        panel.hub().shelf().changes(), panel.hub().words())))
                .hasSize(2)
                .last()
                .asString()
                .contains("7,000 more changes");
    }

    @Test
    void whatTwoOfVeryManyHaveInCommonIsWorkedOutAside() throws IOException {
        Path one = TangledKernels.sound(folder.resolve("one.bsp"), 3_000);
        Path other = TangledKernels.sound(folder.resolve("other.bsp"), 2_999);
        open(one);
        Screen.run(() -> {
            panel.hub().loading().add(List.of(other), KernelOrigin.DROPPED);
            panel.turn(WorkbenchTab.COMPARE);
        });
        // The small sky's own kernel is there too, so counting them would not do.
        Screen.so("both are there", () -> isThere(one) && isThere(other));
        Screen.run(() -> panel.compare().choose(one, other));
        Screen.equal("the bodies of both", 2_999, () -> bodies("#compare-body"));
    }

    private boolean isThere(Path file) {
        return panel.hub().usable().stream().anyMatch(a -> a.path().equals(file));
    }

    @SuppressWarnings("rawtypes")
    private static int bodies(String id) {
        ComboBox box = Screen.find(id, ComboBox.class);
        return box == null ? -1 : box.getItems().size();
    }

    @Test
    void aFileThatIsAsItWasIsNotLookedIntoTwice() throws Exception {
        Path file = TangledKernels.sound(folder.resolve("twice.bsp"), 3);
        open(file);
        Appraisal known = Screen.some(
                "what it is",
                () -> panel.hub().shelf().find(file).map(Shelf.Item::appraisal).orElse(null));
        new SessionTasks(panel.hub().tasks(), panel.hub().words())
                .remember(List.of(), "", List.of(file))
                .get();
        assertThat(panel.hub().tasks().find(List.of(known)).get().items())
                .filteredOn(item -> item.path().equals(file))
                .singleElement()
                .satisfies(item -> assertThat(item.appraisal()).isSameAs(known));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        assertThat(panel.hub().tasks().find(List.of(known)).get().items())
                .filteredOn(item -> item.path().equals(file))
                .singleElement()
                .satisfies(item -> assertThat(item.appraisal()).isNotSameAs(known));
    }

    @Test
    @Tag("long")
    void atTheLimitOfSegments() throws IOException {
        everyPage(TangledKernels.sound(folder.resolve("most.bsp"), 250_000), 250_000);
    }

    private void everyPage(Path file, int count) {
        open(file);
        Screen.so("who answers is known", () -> bodies() == count);
        int room = Objects.requireNonNull(tab.service.catalogue()).size();
        assertThat(room).isEqualTo(20_000);
        assertThat(Screen.fx(() -> panel.notice().get().text()))
                .contains("The sky shows 20,000 of their " + KernelText.grouped(count) + " bodies");
        int last = 1_000_000 + count;
        Screen.run(() -> panel.settle(0, last));
        assertThat(Screen.fx(() -> panel.answering().lines()))
                .extracting(AnsweringStrip.Line::mark)
                .containsExactly(AnsweringStrip.Mark.ANSWERS, AnsweringStrip.Mark.MORE);
        inspect(file);
        Screen.equal("all segments", count, () -> panel.inside().table().shown().size());
        Screen.type("#segment-filter", "" + last);
        Screen.equal("the last alone", 1, () -> panel.inside().table().shown().size());
        Screen.run(() -> {
            panel.inside().turn(InsidePart.TREE);
            panel.settle(0, last);
            assertThat(panel.inside().tree().nodes()).hasSizeLessThanOrEqualTo(TreeChart.MOST_BODIES + 2);
            assertThat(panel.inside().tree().route()).startsWith(last);
            panel.turn(WorkbenchTab.COVERAGE);
            panel.settle(0, last);
        });
    }

    private int bodies() {
        return panel.hub().shelf().precedence().bodies().size();
    }

    private void open(Path file) {
        Screen.run(() -> panel.open(List.of(file), KernelOrigin.DROPPED));
        Screen.so(
                "it is open",
                () -> tab.service.catalogue() != null
                        && tab.service.catalogue().kernels().contains(file)
                        && !panel.hub().isBusy());
    }

    private void inspect(Path file) {
        Screen.run(() -> {
            panel.turn(WorkbenchTab.INSIDE);
            panel.inside().inspect(file);
        });
    }
}
