package orrery.ui.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import orrery.files.Digest;
import orrery.forge.ChebyshevLayout;
import orrery.forge.KernelDiff;
import orrery.forge.SpkWriter;
import orrery.library.Appraisal;
import orrery.library.KernelHistory;
import orrery.library.KernelOrigin;
import orrery.library.SegmentRow;
import orrery.service.SkyCatalogue;
import orrery.service.SkyFrame;
import orrery.service.SkyGhost;
import orrery.service.SkyService;
import orrery.spk.SegmentInfo;
import orrery.spk.SpkFile;
import orrery.testing.Eventually;
import orrery.testing.FileServer;
import orrery.testing.Screen;
import orrery.testing.SmallSky;
import orrery.testing.TestTab;
import orrery.ui.fx.Action;
import orrery.ui.fx.Palette;

/** The Kernels tab, operated by hand on real files. */
@ExtendWith(ApplicationExtension.class)
class KernelsPanelTest {
    private static final double YEAR = SmallSky.YEAR;

    @TempDir
    private static Path folder;

    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private TestTab<KernelsPanel> tab;

    @SuppressWarnings("NullAway.Init")
    private KernelsPanel panel;

    @SuppressWarnings("NullAway.Init")
    private SkyService service;

    /** What the file dialog answers. */
    private final List<Path> choice = new ArrayList<>();

    private Path home = Path.of("");
    private Path sky = Path.of("");
    private Path still = Path.of("");

    @Start
    void start(Stage stage) throws IOException {
        home = Files.createTempDirectory(folder, "home");
        sky = SmallSky.write(home.resolve("sky.bsp"), 0, 10 * YEAR);
        still = home.resolve("still.bsp");
        SpkWriter.littleEndian()
                .comment("Mars stands still at the origin.\nIn year two.")
                .add(ChebyshevLayout.zero(4, 0, 1, 2 * YEAR, 3 * YEAR, "still"))
                .write(still);
        Files.createDirectories(home.resolve("kernels"));
        SmallSky.write(home.resolve("kernels/found.bsp"), 0, YEAR);
        Files.writeString(home.resolve("kernels/page.bsp"), "<!DOCTYPE html><html>moved</html>");
        tab = TestTab.kernels(stage, home, 420, choice, sky);
        panel = tab.panel;
        service = tab.service;
    }

    @Stop
    void stop() {
        tab.close();
    }

    private void awaitOpened() {
        Screen.so(
                "the first kernel, and what lies about",
                () -> panel.hub().shelf().loaded().size() == 1
                        && panel.hub().found().size() == 2);
        // Last of all, in the background: a test that writes there earlier would be overwritten.
        Eventually.present("what is remembered of it", () -> memory().session(Sessions.LAST));
    }

    private KernelHistory memory() {
        return new KernelHistory(home.resolve("data"));
    }

    private void turn(WorkbenchTab page) {
        Screen.run(() -> panel.turn(page));
    }

    /** The names on the list. JavaFX thread. */
    private List<String> order() {
        return panel.hub().shelf().items().stream()
                .map(i -> i.appraisal().name())
                .toList();
    }

    private void awaitOrder(String... names) {
        Screen.equal("the list", List.of(names), this::order);
    }

    private void awaitOnList(String name) {
        Screen.value("it on the list", this::order, names -> names.contains(name));
    }

    private void awaitLoaded(int kernels) {
        Screen.equal(
                "kernels loaded",
                kernels,
                () -> panel.hub().isBusy() ? null : panel.hub().shelf().loaded().size());
    }

    private void addStill() {
        awaitOpened();
        choice.add(still);
        Screen.press("#add-kernel");
        awaitOrder("sky.bsp", "still.bsp");
    }

    private void loadStill() {
        addStill();
        Screen.press("#apply-order");
        awaitLoaded(2);
    }

    /** All that labels within a node say. JavaFX thread. */
    private static List<String> labels(String id) {
        Node node = Screen.find(id, Node.class);
        return node == null
                ? List.of()
                : node.lookupAll(".label").stream()
                        .map(label -> ((Labeled) label).getText())
                        .toList();
    }

    @Test
    void whatIsAddedWhileOthersOpenStaysOnTheDraft() throws IOException {
        Path other = SmallSky.write(home.resolve("other.bsp"), 0, YEAR);
        awaitOpened();
        Screen.run(() -> {
            panel.open(List.of(other), KernelOrigin.DROPPED);
            panel.hub().loading().add(List.of(still), KernelOrigin.DROPPED);
        });
        Screen.equal(
                "what would be loaded",
                List.of(other, still),
                () -> panel.hub().isBusy() ? null : panel.hub().shelf().wanted());
        assertThat(Screen.fx(() -> panel.hub().shelf().loaded())).hasSize(1);
    }

    @Test
    void whatLiesInTheFoldersIsFoundWithItsPlaceAndWhatIsWrongWithIt() {
        awaitOpened();
        Screen.value(
                "all of them with their words",
                () -> labels("#found").toString(),
                all -> Stream.of("found.bsp", "shipped", "page.bsp", "web page", "Fetch the raw file")
                        .allMatch(all::contains));
        Screen.type("#found-filter", "PAGE");
        VBox found = Screen.node("#found", VBox.class);
        Screen.equal("one left", 1, () -> found.getChildren().size());
    }

    @Test
    void whoAnswersForEachBodyNowStandsUnderEveryPage() {
        loadStill();
        Node strip = Screen.node("#answering", Node.class);
        for (WorkbenchTab page : WorkbenchTab.values()) {
            turn(page);
            Screen.run(() -> panel.settle(2.5 * YEAR, 4));
            Screen.value(
                    "the strip on the page " + page,
                    () -> strip.localToScene(strip.getBoundsInLocal()),
                    at -> at.getHeight() > 30 && at.getMaxY() <= 960);
        }
        List<AnsweringStrip.Line> at = answering(2.5 * YEAR);
        assertThat(at.getFirst())
                .isEqualTo(new AnsweringStrip.Line(
                        AnsweringStrip.Mark.ANSWERS, 1, "Mars\u2009\u00b7\u20094", "segment 0 of still.bsp"));
        assertThat(at)
                .filteredOn(line -> line.name().equals("still.bsp"))
                .singleElement()
                .satisfies(line -> assertThat(line.text()).isEqualTo("1: Mars\u2009\u00b7\u20094"));
        assertThat(answering(1.5 * YEAR).getFirst().text()).endsWith("sky.bsp");
        assertThat(answering(-YEAR))
                .extracting(AnsweringStrip.Line::name)
                .contains("no data now")
                .doesNotContain("sky.bsp");
    }

    @Test
    void aFileHasOneTintOnEveryPageWhateverTheOrder() {
        loadStill();
        Shelf shelf = panel.hub().shelf();
        Screen.equal("tints", List.of(0, 1), () -> List.of(shelf.tint(sky), shelf.tint(still)));
        Paint before = Screen.some("a color", () -> swatch(1));
        // A draft: the strip still shows the loaded kernels, the card is at another place.
        Screen.run(() -> {
            shelf.move(1, 0);
            panel.hub().changed();
            panel.settle(2.5 * YEAR, 4);
        });
        awaitOrder("still.bsp", "sky.bsp");
        Screen.equal("the card elsewhere has its color", before, () -> swatch(0));
        assertThat(answering(2.5 * YEAR).getFirst().tint()).isEqualTo(1);
        Screen.run(() -> {
            shelf.enable(1, false);
            panel.hub().changed();
        });
        Screen.equal("the card switched off has its color", before, () -> swatch(0));
        Screen.equal("the chart has it too", before, () -> KernelChart.kernel(shelf.tint(still), Palette.DARK));
        // Removed from the list and not loaded, it returns its tint.
        Screen.run(() -> {
            shelf.revert();
            shelf.enable(0, false);
            panel.hub().loading().apply();
        });
        awaitLoaded(1);
        Screen.run(() -> {
            shelf.remove(0);
            panel.hub().changed();
        });
        Screen.equal("tints", List.of(-1, 1), () -> List.of(shelf.tint(sky), shelf.tint(still)));
    }

    @Test
    void whatIsLookedIntoIsWhatTheBoxNamesAfterTheOrderChanged() {
        loadStill();
        turn(WorkbenchTab.INSIDE);
        ComboBox<?> box = Screen.node("#inside-kernel", ComboBox.class);
        for (Path chosen : List.of(still, sky)) {
            Screen.run(() -> panel.inside().inspect(chosen));
            for (int i = 0; i < 2; i++) {
                Screen.run(() -> {
                    panel.hub().shelf().move(0, 1);
                    panel.hub().changed();
                });
                Screen.equal("the name in the box", chosen.getFileName().toString(), () -> named(box));
                Screen.run(() -> {
                    Appraisal shown = (Appraisal) Objects.requireNonNull(box.getValue());
                    assertThat(shown.path()).isEqualTo(chosen);
                    assertThat(panel.inside().table().shown())
                            .isEqualTo(shown.contents().orElseThrow().segments());
                });
            }
        }
    }

    private static @Nullable String named(ComboBox<?> box) {
        return box.getSkin() instanceof ComboBoxListViewSkin<?> skin
                        && skin.getDisplayNode() instanceof ListCell<?> cell
                ? cell.getText()
                : null;
    }

    /** The color beside the name on a card, if it is there. JavaFX thread. */
    private static @Nullable Paint swatch(int card) {
        Node node = Screen.find("#card-" + card, Node.class);
        return node == null
                ? null
                : node.lookupAll("Rectangle").stream()
                        .map(n -> ((Rectangle) n).getFill())
                        .findFirst()
                        .orElse(null);
    }

    @Test
    void whoFailsAndWhoIsNotAnsweredForHaveShapesOfTheirOwn() throws IOException {
        awaitOpened();
        // Of Mars a segment that is set aside: its granules have a length of no seconds.
        Path broken = changed("broken.bsp", info -> info.offset() + info.bytes() - 24, 0);
        Screen.run(() ->
                panel.show(List.of(Appraisal.of(sky, service.registry()), Appraisal.of(broken, service.registry()))));
        assertThat(answering(2.5 * YEAR))
                .extracting(AnsweringStrip.Line::mark)
                .containsExactly(AnsweringStrip.Mark.FAILS, AnsweringStrip.Mark.ANSWERS, AnsweringStrip.Mark.FAILS);
        Screen.equal("marks", List.of("Path", "Rectangle", "Path"), () -> shapes(2.5 * YEAR));
        assertThat(answering(-YEAR)).extracting(AnsweringStrip.Line::mark).containsOnly(AnsweringStrip.Mark.NOBODY);
        Screen.equal("marks", List.of("Circle", "Circle"), () -> shapes(-YEAR));
    }

    /** The same kernel with a different number at one place of its first segment. */
    private Path changed(String name, ToLongFunction<SegmentInfo> at, double number) throws IOException {
        byte[] bytes = Files.readAllBytes(still);
        SegmentInfo info = SpkFile.read(MemorySegment.ofArray(bytes), "still")
                .segments()
                .getFirst()
                .info();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putDouble((int) at.applyAsLong(info), number);
        return Files.write(home.resolve(name), bytes);
    }

    private List<String> shapes(double et) {
        panel.answering().now(et, -1);
        panel.answering().now(et, 4);
        return Objects.requireNonNull(Screen.find("#answering", Node.class)).lookupAll(".answering-mark").stream()
                .map(n -> ((StackPane) n).getChildren().getFirst())
                .map(n -> n.getClass().getSimpleName()
                        + (n instanceof Circle ring && ring.getFill() != null ? " filled" : ""))
                .toList();
    }

    @Test
    void recordsThatDoNotAgreeAreMarkedOnceTheyAreRead() throws IOException {
        awaitOpened();
        Path shifted = changed("shifted.bsp", SegmentInfo::offset, 1e10);
        choice.add(shifted);
        Screen.press("#add-kernel");
        awaitOnList("shifted.bsp");
        Screen.run(() -> {
            panel.turn(WorkbenchTab.INSIDE);
            panel.inside().inspect(shifted);
        });
        Screen.says("#records-message", "One segment does not agree");
        TableView<?> rows = Screen.node("#segments", TableView.class);
        Screen.equal("the mark on the row that stood there before", 1L, () -> flagged(rows));
        SegmentTable table = panel.inside().table();
        Screen.run(() -> {
            SegmentRow row = table.shown().getFirst();
            assertThat(row.trouble()).as("opening does not see it").isEmpty();
            assertThat(table.trouble(row)).contains("Record 1 of", "MID 1.0E10", "refused");
        });
        // Found by its words, reported when it is chosen, marked in its row.
        Screen.type("#segment-filter", "refused");
        Screen.equal("the row alone", 1, () -> table.shown().size());
        Screen.run(() -> rows.getSelectionModel().select(0));
        Screen.text("#records-message", said -> said.startsWith("Segment 0: Record 1 of"));
        Screen.equal("one row is marked", 1L, () -> flagged(rows));
        // A sound one is said to be so, and has no mark.
        Screen.type("#segment-filter", "");
        Screen.run(() -> panel.inside().inspect(sky));
        Screen.says("#records-message", "all agree");
        Screen.equal(
                "no trouble",
                List.of(""),
                () -> table.shown().stream().map(table::trouble).distinct().toList());
    }

    private static long flagged(TableView<?> rows) {
        return rows.lookupAll(".table-row-cell").stream()
                .filter(n -> n.getPseudoClassStates().contains(PseudoClass.getPseudoClass("flagged")))
                .count();
    }

    private List<AnsweringStrip.Line> answering(double et) {
        // Looked up at once only for another body; otherwise after a quarter of a second.
        return Screen.fx(() -> {
            panel.answering().now(et, -1);
            panel.answering().now(et, 4);
            return panel.answering().lines();
        });
    }

    @Test
    void addingShowsItsEffectBeforeAnythingIsLoaded() {
        addStill();
        Screen.seen("#effect");
        Screen.value(
                "the effect in words",
                () -> labels("#changes").toString(),
                all -> Stream.of("Mars", "2002-01-01 to 2003-01-01", "from still.bsp instead of sky.bsp")
                        .allMatch(all::contains));
        Screen.value(
                "the card in words",
                () -> labels("#card-1"),
                all -> all.stream().anyMatch(said -> said.contains(" \u00b7 1 body \u00b7 ")));
        assertThat(service.live().current().members())
                .as("nothing is loaded yet")
                .hasSize(1);
        Screen.press("#revert-order");
        awaitOrder("sky.bsp");
        Screen.unseen("#effect");
    }

    @Test
    void reorderingByHandleAndKeyboardSwitchesTheSkyInMidPlay() {
        loadStill();
        double et = 2.5 * YEAR;
        Eventually.equal("Mars at the origin", 0.0, () -> mars(et));
        // The notice moves the list, so the positions of its cards are read after it.
        Screen.says("#kernels-message", "sky.bsp, still.bsp");
        Node handle = Screen.node("#handle-0", Node.class);
        Node last = Screen.node("#card-1", Node.class);
        Screen.run(() -> {
            handle.getScene().getRoot().layout();
            mouse(handle, MouseEvent.MOUSE_PRESSED, handle);
            mouse(handle, MouseEvent.MOUSE_DRAGGED, last);
            mouse(handle, MouseEvent.MOUSE_RELEASED, last);
        });
        awaitOrder("still.bsp", "sky.bsp");
        assertThat(mars(et)).as("a draft changes nothing").isZero();
        // Time runs while the kernels change: every frame belongs wholly to one order or the other.
        double other = 1.5 * SmallSky.AU;
        Screen.press("#apply-order");
        Eventually.value("Mars on its circle", () -> mars(et), x -> {
            assertThat(x == 0 || Math.abs(x - other) < 0.02 * other)
                    .as("%s km", x)
                    .isTrue();
            return x != 0;
        });
        awaitLoaded(2);
        Node card = Screen.node("#card-1", Node.class);
        Screen.run(() -> {
            card.requestFocus();
            card.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.UP, false, false, true, false));
        });
        awaitOrder("sky.bsp", "still.bsp");
        Screen.run(() -> Objects.requireNonNull(Screen.find("#card-1", Node.class))
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.SPACE, false, false, false, false)));
        Screen.equal("switched off", List.of(sky), () -> panel.hub().shelf().wanted());
    }

    /** An event of the mouse for a node, with the cursor over the middle of another. */
    private static void mouse(Node node, EventType<MouseEvent> type, Node over) {
        Bounds at = over.localToScene(over.getBoundsInLocal());
        node.fireEvent(Screen.mouse(type, at.getCenterX(), at.getCenterY(), 1));
    }

    /** How far Mars is from the barycenter in the next frame of this epoch, km. */
    private double mars(double et) {
        SkyFrame before = service.frame();
        service.request(et);
        SkyFrame frame = Eventually.value("a frame", () -> service.frame(), now -> now != before && now.et() == et);
        int index = frame.catalogue().indexOf(4);
        double x = frame.component(index, 0);
        double y = frame.component(index, 1);
        double z = frame.component(index, 2);
        return Math.sqrt(x * x + y * y + z * z);
    }

    @Test
    void aBadFileLeavesTheOldKernelsRunningAndStaysInSightWithItsReason() {
        awaitOpened();
        choice.add(home.resolve("kernels/page.bsp"));
        Screen.press("#open-kernel");
        Screen.says("#kernels-message", "web page", "stay loaded");
        awaitOrder("sky.bsp");
        Screen.equal(
                "first of those that were found",
                "page.bsp",
                () -> panel.hub().found().getFirst().appraisal().name());
    }

    @Test
    void aSessionComesBackInItsOrderAndSaysWhatIsMissing() throws IOException {
        loadStill();
        Screen.run(() -> panel.hub().sessions().save("two_skies"));
        MenuButton menu = Screen.node("#sessions", MenuButton.class);
        Screen.value(
                "it saved, under its name with the underscore",
                () -> menu.getItems().stream()
                        .filter(item -> item.getText() != null && item.getText().contains("two_skies"))
                        .map(MenuItem::isMnemonicParsing)
                        .toList(),
                List.of(false)::equals);
        Screen.run(() -> panel.open(List.of(sky), KernelOrigin.DIALOG));
        awaitLoaded(1);
        Screen.run(() -> panel.hub().sessions().restore("two_skies"));
        awaitLoaded(2);
        Files.delete(still);
        Screen.run(() -> panel.hub().sessions().restore("two_skies"));
        Screen.says("#kernels-message", "still.bsp has gone missing");
    }

    @Test
    void segmentsAreFilteredAndCommentsSearched() {
        awaitOpened();
        turn(WorkbenchTab.INSIDE);
        Screen.equal("all segments", 6, () -> panel.inside().table().shown().size());
        Screen.type("#segment-filter", "moon type2");
        Screen.equal(
                "the Moon's alone",
                List.of(301),
                () -> panel.inside().table().shown().stream()
                        .map(SegmentRow::target)
                        .toList());
        Screen.run(() -> panel.inside().turn(InsidePart.COMMENT));
        TextArea comment = Screen.node("#comment", TextArea.class);
        Screen.value("the comments", comment::getText, words -> words.startsWith("Circles"));
        Screen.enter("#comment-search", "FOR TESTS");
        Screen.reads("#comment-found", "1 of 1");
        // Something was loaded, or a file was examined: the result stays.
        Screen.run(() -> panel.inside().refresh());
        Screen.value("what was found", comment::getSelectedText, "for tests"::equalsIgnoreCase);
        Screen.reads("#comment-found", "1 of 1");
    }

    @Test
    void theDigestIsThatOfTheFileAsItIsAndIsNotTakenBackOnceItStands() throws IOException {
        awaitOpened();
        turn(WorkbenchTab.INSIDE);
        List<String> told = new ArrayList<>();
        Label digest = Screen.node("#digest", Label.class);
        Screen.run(() -> {
            digest.textProperty().addListener((_, _, now) -> told.add(now));
            panel.inside().turn(InsidePart.FILE);
        });
        String first = Digest.of(sky);
        Screen.reads("#digest", first);
        Path next = Files.write(home.resolve("next.part"), Files.readAllBytes(still));
        Files.move(next, sky, StandardCopyOption.REPLACE_EXISTING);
        Screen.run(() -> panel.open(List.of(sky), KernelOrigin.DIALOG));
        String second = Digest.of(still);
        Screen.reads("#digest", second);
        // Of the same length, but of another time, and another within.
        byte[] renamed = Files.readAllBytes(still);
        renamed[20] = 'x';
        Files.move(Files.write(home.resolve("next.part"), renamed), sky, StandardCopyOption.REPLACE_EXISTING);
        Screen.run(() -> panel.open(List.of(sky), KernelOrigin.DIALOG));
        String third = Digest.of(sky);
        Screen.reads("#digest", third);
        Screen.so("the tab has come to rest", () -> !panel.hub().isBusy());
        assertThat(Screen.fx(() -> List.copyOf(told)).stream().filter(text -> text.length() == 64))
                .containsExactly(first, second, third);
    }

    @Test
    void noDigestIsToldOfAFileThatIsNoLongerTheOneThatWasOpened() throws IOException {
        awaitOpened();
        turn(WorkbenchTab.INSIDE);
        Files.move(
                Files.write(home.resolve("next.part"), Files.readAllBytes(still)),
                sky,
                StandardCopyOption.REPLACE_EXISTING);
        Screen.run(() -> panel.inside().turn(InsidePart.FILE));
        Screen.says("#digest", "sky.bsp has changed since it was opened", "Open it again");
    }

    @Test
    void theTreeLightsTheWayOfTheChosenBodyAndTheGranuleIsRead() {
        awaitOpened();
        service.focus(301);
        service.request(2.5 * YEAR);
        turn(WorkbenchTab.INSIDE);
        Screen.run(() -> panel.inside().turn(InsidePart.TREE));
        TreeChart tree = panel.inside().tree();
        Screen.equal("the route", List.of(301, 3, 0), tree::route);
        Screen.run(() -> assertThat(
                        tree.room(Objects.requireNonNull(tree.nodes().get(4)), 400))
                .as("the name of a body that nothing goes about has room as far as the edge")
                .isGreaterThan(
                        1.5 * tree.room(Objects.requireNonNull(tree.nodes().get(3)), 400)));
        Screen.run(() -> panel.inside().turn(InsidePart.COEFFICIENTS));
        Screen.says("#coefficients-message", "granule", "sky.bsp", "15 terms");
        ComboBox<?> steps = Screen.node("#coefficient-step", ComboBox.class);
        Screen.equal("steps of the way", 2, () -> steps.getItems().size());
    }

    @Test
    void twoKernelsAreComparedAndTheDifferenceIsExported() {
        addStill();
        turn(WorkbenchTab.COMPARE);
        Screen.run(() -> panel.compare().choose(sky, still));
        Screen.press("#compare-go");
        Screen.says("#compare-message", "Mars");
        Screen.press("#compare-export");
        Screen.says("#compare-message", "Written to", "difference-4.csv");
        assertThat(home.resolve("difference-4.csv")).isNotEmptyFile();
    }

    @Test
    void theStatisticsAreOfTheVeryEpochsOfTheChartAndOfTheFile() throws IOException {
        awaitOpened();
        choice.add(SmallSky.shifted(home.resolve("other.bsp"), YEAR, 2 * YEAR, 100));
        Screen.press("#add-kernel");
        awaitOnList("other.bsp");
        turn(WorkbenchTab.COMPARE);
        Screen.run(() -> panel.compare().choose(sky, home.resolve("other.bsp")));
        Screen.press("#compare-go");
        Screen.says("#compare-message", "Mars");
        Screen.press("#compare-export");
        Screen.says("#compare-message", "Written to", "difference-4.csv");
        TableView<?> table = Screen.node("#compare-table", TableView.class);
        assertThat(Screen.fx(table::getWidth)).as("narrow").isLessThan(640);
        assertThat(table.getColumns()).hasSize(13).allMatch(column -> column.isVisible());
        KernelDiff.Row mars = Screen.some(
                "the row of Mars",
                () -> table.getItems().stream()
                        .map(KernelDiff.Row.class::cast)
                        .filter(row -> row.target() == 4)
                        .findFirst()
                        .orElse(null));
        List<String> aboutSun = Files.readAllLines(home.resolve("difference-4.csv")).stream()
                .filter(line -> line.startsWith("4,10,"))
                .toList();
        assertThat(mars.epochs()).isEqualTo(aboutSun.size());
        assertThat(mars.max())
                .isEqualTo(aboutSun.stream()
                        .mapToDouble(line -> Double.parseDouble(line.split(",")[3]))
                        .max()
                        .orElseThrow());
    }

    @Test
    void whatWasFoundOfOnePairIsNotShownBesideAnotherAndAPairWithNothingInCommonIsSaidToBeSo() throws IOException {
        addStill();
        Path apart = home.resolve("apart.bsp");
        SpkWriter.littleEndian()
                .add(ChebyshevLayout.zero(7, 0, 1, 0, YEAR, "apart"))
                .write(apart);
        choice.clear();
        choice.add(apart);
        Screen.press("#add-kernel");
        awaitOnList("apart.bsp");
        turn(WorkbenchTab.COMPARE);
        Screen.run(() -> panel.compare().choose(sky, still));
        Screen.press("#compare-go");
        Button export = Screen.node("#compare-export", Button.class);
        Screen.so("it found", () -> !export.isDisabled());
        Screen.run(() -> panel.compare().choose(sky, apart));
        Screen.reads("#compare-message", "sky.bsp and apart.bsp have no body in common. Choose another pair.");
        Screen.so("nothing to export", export::isDisabled);
    }

    @Test
    void theComparedKernelIsDrawnInTheSkyTooAndTakenOutAgain() throws IOException {
        awaitOpened();
        Path other = SmallSky.shifted(home.resolve("other.bsp"), 0, 10 * YEAR, 100);
        choice.add(other);
        Screen.press("#add-kernel");
        awaitOnList("other.bsp");
        service.request(2.5 * YEAR);
        turn(WorkbenchTab.COMPARE);
        Screen.run(() -> panel.compare().choose(sky, other));
        Action ghost = panel.actions().stream()
                .filter(a -> a.id().equals("kernels.ghost"))
                .findFirst()
                .orElseThrow();
        Screen.run(() -> ghost.run().run());
        assertThat(Eventually.value("the ghost in a frame", this::ghost, g -> g.known(4))
                        .factor())
                .isEqualTo(200_000);
        Screen.says("#kernels-message", "other.bsp is drawn in the sky too");
        Screen.press("#ghost-more");
        Eventually.value("more of it", this::ghost, g -> g.factor() == 2_000_000);
        Screen.says("#ghost-factor", "2,000,000");
        Screen.press("#ghost-all");
        Eventually.value("all that both hold", this::ghost, g -> g.ids().length > 1);
        Screen.press("#ghost-show");
        Eventually.value("it gone", this::ghost, SkyGhost::isNone);
    }

    private SkyGhost ghost() {
        SkyFrame frame = service.frame();
        return frame == null ? SkyGhost.NONE : frame.ghost();
    }

    @Test
    void anExcerptIsMadeReadBackAndAdded() {
        awaitOpened();
        turn(WorkbenchTab.MAKE);
        Screen.type("#make-bodies", "MOON");
        Screen.type("#make-from", "2001-01-01");
        Screen.type("#make-to", "2001-03-01");
        Screen.type("#make-out", "cut.bsp");
        Screen.press("#make-go");
        Screen.says("#make-message", "identical bit for bit");
        assertThat(home.resolve("mine/cut.bsp")).exists();
        Screen.press("#make-load");
        awaitOnList("cut.bsp");
        Screen.type("#make-out", sky.toString());
        Screen.press("#make-go");
        Screen.says("#make-message", "is on the kernel list");
    }

    @Test
    void whatAKilledRunLeftIsOfferedForRemovalWhereKernelsAreMade() throws IOException {
        awaitOpened();
        Path left = Files.createDirectories(home.resolve("mine")).resolve(".cut.bsp.999999999-1-1.part");
        Files.write(left, new byte[1000]);
        turn(WorkbenchTab.MAKE);
        Screen.run(() -> panel.hub().find());
        Screen.says("#make-left-message", left.toString());
        Screen.press("#make-left-remove");
        Screen.says("#make-message", "Removed.");
        Screen.unseen("#make-left");
        assertThat(left).doesNotExist();
    }

    @Test
    void aDownloadGoesOnAfterACutAndEndsOnTheList() throws IOException {
        awaitOpened();
        try (FileServer server = new FileServer()) {
            server.put("planets/de440s.bsp", Files.readAllBytes(still));
            server.cutAfter(700);
            turn(WorkbenchTab.FETCH);
            Screen.run(() -> panel.fetch().base(server.base()));
            Screen.press("#fetch-de440s");
            Screen.says("#fetch-message", "SHA-256");
            assertThat(server.ranges()).containsExactly("", "700-");
            Screen.press("#fetch-load");
            awaitOnList("de440s.bsp");
        }
    }

    @Test
    void whereThereIsNoServerItSaysSo() throws IOException {
        awaitOpened();
        URI gone;
        try (FileServer server = new FileServer()) {
            gone = server.base();
        }
        turn(WorkbenchTab.FETCH);
        Screen.run(() -> panel.fetch().base(gone));
        Screen.press("#fetch-de421");
        Screen.says("#fetch-message", "No connection");
        SkyCatalogue catalogue = service.catalogue();
        assertThat(catalogue).as("the sky goes on").isNotNull();
    }

    @Test
    void aBadEntryHidesNoOther() throws IOException {
        awaitOpened();
        Files.writeString(
                memory().recentFile(), "{\"files\": [\"/a/\\u0000.bsp\", \"" + home.resolve("still.bsp") + "\"]}");
        Files.writeString(
                home.resolve("kernels/bomb.tm"),
                "KPL/MK\n\\begindata\nPATH_SYMBOLS = 'A'\nPATH_VALUES = ("
                        + ("'" + "x".repeat(1000) + "+'\n").repeat(500) + "'')\nKERNELS_TO_LOAD = ("
                        + "'$A'\n".repeat(5000) + ")\n");
        Screen.run(() -> panel.hub().find());
        Screen.equal(
                "each by itself",
                List.of("bomb.tm", "found.bsp", "page.bsp", "still.bsp"),
                () -> panel.hub().found().stream()
                        .map(i -> i.appraisal().name())
                        .sorted()
                        .toList());
    }
}
