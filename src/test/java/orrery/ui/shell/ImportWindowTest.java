package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.DragEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import orrery.binding.KernelHandle;
import orrery.binding.KernelRegistry;
import orrery.files.ScratchFolder;
import orrery.service.SkyPreview;
import orrery.spk.NaifIds;
import orrery.testing.DroppedFiles;
import orrery.testing.Eventually;
import orrery.testing.Screen;
import orrery.testing.SmallSky;
import orrery.testing.TestWindow;

/** Other programs' files dropped on the window: listed, drawn and compared before anything is written. */
@ExtendWith(ApplicationExtension.class)
class ImportWindowTest {
    private static final double RADIUS = 20_000;

    @TempDir
    private static Path folder;

    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private TestWindow shown;

    @Start
    void start(Stage stage) throws Exception {
        Path sky = SmallSky.write(folder.resolve("sky.bsp"));
        shown = TestWindow.show(stage, SmallSky.YEAR / 2, sky);
    }

    @Stop
    void stop() {
        shown.close();
    }

    private void drop(Path... files) {
        DroppedFiles.on(shown.window.sky(), DragEvent.DRAG_DROPPED, files);
    }

    /**
     * A body in a circle of 20,000 km round the Earth, at even steps of a minute from J2000 on, as a table of states.
     */
    private static Path table(String name, int id) throws IOException {
        StringBuilder out = new StringBuilder("et,x,y,z,vx,vy,vz,target,center\n");
        double rate = 2 * Math.PI / 28_800;
        for (int i = 0; i <= 120; i++) {
            double t = i * 60.0;
            out.append(String.format(
                    Locale.ROOT,
                    "%.1f,%.9f,%.9f,0,%.12f,%.12f,0,%d,399%n",
                    t,
                    RADIUS * Math.cos(rate * t),
                    RADIUS * Math.sin(rate * t),
                    -RADIUS * rate * Math.sin(rate * t),
                    RADIUS * rate * Math.cos(rate * t),
                    id));
        }
        return Files.writeString(folder.resolve(name), out);
    }

    private List<String> findings() {
        return Screen.fx(() -> {
            ListView<?> list = Screen.find("#import-findings", ListView.class);
            return list == null
                    ? List.of()
                    : list.getItems().stream().map(String::valueOf).toList();
        });
    }

    private SkyPreview preview() {
        return Screen.some("a frame", () -> shown.service.frame()).preview();
    }

    /** This process's; other programs on the machine have theirs. */
    private static Optional<Path> previewFolder() {
        String ours = ".preview." + ProcessHandle.current().pid() + "-";
        try (Stream<Path> all = Files.list(ScratchFolder.home())) {
            return all.filter(file -> String.valueOf(file.getFileName()).startsWith(ours))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsDroppedIsListedDrawnAndComparedAndThenMadeAndLoadedWithOnePress() throws Exception {
        shown.picture();
        drop(table("probe.txt", -999));
        Screen.seen("#import-findings");
        Screen.says("#import-message", "One file read", "Nothing is written yet");
        assertThat(findings()).anyMatch(line -> line.contains("probe.txt: a table of states"));
        assertThat(findings()).anyMatch(line -> line.contains("121 states"));
        SkyPreview.Way way = Eventually.value("the way in the sky", this::preview, now -> !now.isNone())
                .ways()
                .getFirst();
        assertThat(way.path().parent()).isEqualTo(NaifIds.EARTH);
        assertThat(way.reach()).isCloseTo(RADIUS, org.assertj.core.data.Offset.offset(1e-3));
        Screen.says("#import-against", "No loaded kernel has");
        assertThat(previewFolder()).as("it lies aside").isPresent();

        Path made = folder.resolve("probe.bsp");
        Screen.type("#make-out", made.toString());
        assertThat(made).doesNotExist();
        Screen.press("#make-go");
        Screen.says("#make-message", "probe.bsp", "1 segment,");
        try (KernelHandle kernel = new KernelRegistry().open(made)) {
            assertThat(kernel.file().segments().getFirst().target()).isEqualTo(-999);
        }
        Screen.press("#make-load-now");
        Eventually.so(
                "it is loaded",
                () -> shown.service.live().current().members().stream()
                        .anyMatch(kernel -> kernel.name().equals("probe.bsp")));

        Screen.run(() -> shown.window.run("kernels.page.list"));
        Eventually.so("out of sight, the sky draws none", () -> preview().isNone());
        Screen.run(() -> shown.window.run("kernels.page.make"));
        Eventually.so("and in sight again it does", () -> !preview().isNone());
        Screen.press("#import-clear");
        Eventually.so("gone with its files", () -> preview().isNone());
        Eventually.so("what lay aside is gone", () -> previewFolder().isEmpty());
    }

    @Test
    void theOfferToProveThisCopyCoversNoWordOfThePreview() throws Exception {
        shown.picture();
        Screen.run(shown.window::offerProof);
        Screen.seen("#proof");
        drop(table("probe.txt", -999));
        Screen.says("#ghost-badge", "Preview, not loaded");
        Screen.so(
                "the offer is below it",
                () -> place("#proof").getMinY() >= place("#ghost-badge").getMaxY());
    }

    private static Bounds place(String id) {
        Node node = Objects.requireNonNull(Screen.find(id, Node.class));
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void aBodyThatIsLoadedIsComparedAlongItsOrbit() throws Exception {
        shown.picture();
        Path first = table("first.txt", 2_000_433);
        drop(first);
        Screen.says("#import-message", "One file read");
        Screen.type("#make-out", folder.resolve("first.bsp").toString());
        Screen.press("#make-go");
        Screen.says("#make-message", "first.bsp", "1 segment,");
        Screen.press("#make-load-now");
        Eventually.so(
                "it is loaded",
                () -> shown.service.live().current().members().stream()
                        .anyMatch(kernel -> kernel.name().equals("first.bsp")));
        drop(grown(first, "second.txt", 10, 2_000_433));
        Screen.says("#import-against", "at most 10.00 km apart", "radial 10.00 km");
        String said = Screen.says("#import-against", "Seen from the Earth");
        assertThat(said).doesNotContain("along-track 10.00 km").doesNotContain("cross-track 10.00 km");
        Screen.seen("#import-chart");

        // By an asteroid's other number too.
        drop(grown(first, "third.txt", 20, 20_000_433));
        Screen.says("#import-against", "at most 20.00 km apart", "radial 20.00 km", "first.bsp");
    }

    /** The same so many kilometers farther out, as another body. */
    private static Path grown(Path table, String name, double km, int id) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(table)) {
            String[] cells = line.split(",", -1);
            if (Character.isDigit(cells[0].charAt(0))) {
                for (int k = 1; k <= 6; k++) {
                    cells[k] = String.format(Locale.ROOT, "%.12f", Double.parseDouble(cells[k]) * (1 + km / RADIUS));
                }
                cells[7] = Integer.toString(id);
            }
            lines.add(String.join(",", cells));
        }
        return Files.write(folder.resolve(name), lines);
    }

    @Test
    void whatIsDroppedOnTheListOfKernelsGoesWhereItBelongs() throws Exception {
        shown.picture();
        drop(table("before.txt", -996));
        Screen.says("#import-message", "One file read");
        Screen.run(() -> shown.window.run("kernels.page.list"));
        Screen.seen("#shelf");
        Node list = Screen.fx(() -> Objects.requireNonNull(Screen.find("#shelf", VBox.class)));
        DroppedFiles.on(
                list,
                DragEvent.DRAG_DROPPED,
                table("listed.txt", -997),
                Files.writeString(folder.resolve("frames.tf"), "KPL/FK\n"));
        Eventually.so(
                "it is listed", () -> findings().stream().anyMatch(l -> l.contains("listed.txt: a table of states")));
    }

    @Test
    void brokenFilesFoldersAndOthersEachGetASentenceAndTheGoodOnesAreRead() throws Exception {
        shown.picture();
        Path mixed = Files.createDirectories(folder.resolve("mixed"));
        for (int i = 0; i < 7; i++) {
            Files.copy(table("one-" + i + ".txt", -900 - i), mixed.resolve("one-" + i + ".txt"));
        }
        Files.writeString(mixed.resolve("cut.txt"), "et,x,y,z,vx,vy,vz,target,center\n0,1,2,3,4,5,6,-5,399\n1,2\n");
        Files.writeString(mixed.resolve("notes.txt"), "Nothing that is known.\n");
        drop(mixed);
        Screen.says("#import-message", "7 of 8 files read");
        assertThat(findings().getFirst()).contains("cut.txt, line 3");
        assertThat(Eventually.value("all ways", this::preview, now -> now.ways().size() == 7)
                        .isNone())
                .isFalse();

        drop(Files.writeString(folder.resolve("notes.txt"), "Nothing that is known.\n"));
        Screen.says("#message", "notes.txt", "neither a kernel", "Make page");
        drop(Files.createDirectories(folder.resolve("empty")));
        Screen.says("#message", "empty is a folder", "drop the files");
        drop(folder.resolve("notes.txt"), Files.writeString(folder.resolve("a.txt"), "CCSDS_AEM_VERS = 1.0\n"));
        Screen.says("#message", "2 files can be neither opened nor imported", "notes.txt");
        assertThat(shown.service.live().current().members()).hasSize(1);
    }

    @Test
    void ofTwoDropsTheLaterOneStands() throws Exception {
        shown.picture();
        Path first = table("early.txt", -801);
        Path second = table("late.txt", -802);
        drop(first);
        drop(second);
        Eventually.value(
                "the later one alone",
                this::preview,
                now -> now.ways().stream().anyMatch(way -> way.path().body() == -802));
        Screen.so("listed, too", () -> {
            ListView<?> list = Objects.requireNonNull(Screen.find("#import-findings", ListView.class));
            return list.getItems().toString().contains("late.txt")
                    && !list.getItems().toString().contains("early.txt");
        });
    }
}
