package orrery.ui.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import orrery.binding.KernelHandle;
import orrery.binding.KernelRegistry;
import orrery.library.CommentPages;
import orrery.testing.Screen;
import orrery.testing.SmallSky;
import orrery.testing.TestTab;

/** Refit and export on the Make page, and files chosen there. */
@ExtendWith(ApplicationExtension.class)
class MakeFormsTest {
    @TempDir
    private static Path folder;

    private final List<Path> choice = new ArrayList<>();

    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private TestTab<KernelsPanel> tab;

    @Start
    void start(Stage stage) throws Exception {
        Path sky = SmallSky.write(folder.resolve("sky.bsp"), 0, SmallSky.YEAR);
        tab = TestTab.kernels(stage, folder, 420, choice, sky);
    }

    @Stop
    void stop() {
        tab.close();
    }

    private void turn(String kind) {
        Screen.equal("loaded", 1, () -> tab.panel.hub().shelf().loaded().size());
        Screen.run(() -> tab.panel.turn(WorkbenchTab.MAKE));
        Screen.press("#make-" + kind);
    }

    @Test
    void aRefitTellsItsSizesAndItsBoundAndIsWithinIt() throws Exception {
        turn("refit");
        Screen.type("#refit-bodies", "MARS BARYCENTER");
        Screen.type("#refit-tolerance", "much");
        Screen.press("#make-go");
        Screen.says("#make-message", "much: enter a length such as 1km");
        Screen.press("#refit-sizes");
        Screen.says("#refit-message", "Select a row");
        int rows = Screen.fx(() -> Objects.requireNonNull(Screen.find("#refit-table", TableView.class))
                .getItems()
                .size());
        assertThat(rows).as("1 m to 1,000 km").isEqualTo(7);
        Screen.run(() -> Objects.requireNonNull(Screen.find("#refit-table", TableView.class))
                .getSelectionModel()
                .select(4));
        Screen.reads("#refit-tolerance", "10km");
        Path small = folder.resolve("small.bsp");
        Screen.type("#make-out", small.toString());
        Screen.press("#make-go");
        String said = Screen.says("#make-message", "small.bsp", "of the size before");
        assertThat(said).contains("from the original, between nodes too");
        try (KernelHandle kernel = new KernelRegistry().open(small)) {
            assertThat(CommentPages.page(kernel, 0).text())
                    .as("the bound stands in the comment area")
                    .contains("Within 10.0000 km of the original in every granule");
        }
        assertThat(Files.size(small)).isLessThan(Files.size(folder.resolve("sky.bsp")));
    }

    /** The second press comes before the work has begun. */
    @ParameterizedTest
    @ValueSource(strings = {"excerpt", "merge", "convert", "refit", "export"})
    void whatIsCancelledLeavesNothingAndCanBeMadeAgain(String kind) throws Exception {
        turn(kind);
        Path out = folder.resolve("cancelled." + kind);
        Screen.type("#make-out", out.toString());
        CountDownLatch begin = new CountDownLatch(1);
        var _ = tab.panel.hub().tasks().work(() -> begin.await(1, TimeUnit.MINUTES));
        Screen.run(() -> {
            Button go = Objects.requireNonNull(Screen.find("#make-go", Button.class));
            go.fire();
            assertThat(go.getText()).isEqualTo("Cancel");
            go.fire();
        });
        begin.countDown();
        Screen.says("#make-message", "Cancelled; nothing was written.");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.toString().contains("cancelled." + kind));
        }
        Screen.press("#make-go");
        Screen.says("#make-message", "cancelled." + kind + ": ");
        assertThat(out).isNotEmptyFile();
    }

    @Test
    void anExportIsOfferedBackByItsContent() throws Exception {
        turn("export");
        Screen.type("#export-bodies", "MARS BARYCENTER");
        Screen.type("#export-from", "2000-03-01");
        Screen.type("#export-to", "2000-03-20");
        Screen.type("#export-bound", "1km");
        Path oem = folder.resolve("mars.txt");
        Screen.type("#make-out", oem.toString());
        Screen.press("#make-go");
        Screen.says("#make-message", "mars.txt", "1 block,");
        Screen.unseen("#make-load-now");
        choice.add(oem);
        Screen.press("#make-import");
        Screen.press("#import-choose");
        Screen.says("#import-message", "One file read");
        // The kernel that it was made of has the body, too.
        String said = Screen.says("#import-against", "Mars (barycenter) compared with sky.bsp, loaded, relative to ");
        assertThat(said)
                .contains("2000-03-01 to 2000-03-", "radial", "along-track", "cross-track", "Seen from the Earth");
        Screen.type("#import-target", "-77");
        Screen.press("#import-again");
        Screen.says("#import-against", "No loaded kernel has");
    }
}
