package orrery.ui.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static orrery.ui.kernels.OpenTab.onFx;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;
import orrery.forge.ChebyshevLayout;
import orrery.forge.KernelDiff;
import orrery.forge.SpkWriter;
import orrery.library.Appraisal;
import orrery.library.Digest;
import orrery.library.KernelOrigin;
import orrery.library.SegmentRow;
import orrery.service.SkyCatalogue;
import orrery.service.SkyFrame;
import orrery.service.SkyGhost;
import orrery.service.SkyService;
import orrery.spk.SegmentInfo;
import orrery.spk.SpkFile;
import orrery.testing.Await;
import orrery.testing.FileServer;
import orrery.testing.SmallSky;
import orrery.ui.fx.Action;
import orrery.ui.fx.Palette;

/** The Kernels tab, worked with by hand over real files. */
@ExtendWith(ApplicationExtension.class)
class KernelsPanelTest {
    private static final double YEAR = SmallSky.YEAR;

    @TempDir
    private static Path folder;

    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private OpenTab tab;

    @SuppressWarnings("NullAway.Init")
    private KernelsPanel panel;

    @SuppressWarnings("NullAway.Init")
    private SkyService service;

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
        tab = new OpenTab(stage, home, 420, sky);
        panel = tab.panel;
        service = tab.service;
    }

    @Stop
    void stop() {
        tab.close();
    }

    private void awaitOpened() {
        Await.until(
                "the first kernel, and what lies about",
                () -> onFx(() -> panel.hub().shelf().loaded().size() == 1
                        && panel.hub().found().size() == 2));
    }

    private static String text(FxRobot robot, String id) {
        // A page in the making may not have it yet; nodes are looked for on the thread that moves them.
        return onFx(() ->
                robot.lookup(id).tryQueryAs(Label.class).map(Label::getText).orElse(""));
    }

    private static void press(FxRobot robot, String id) {
        // A page that has just come into sight has its parts only after the next layout.
        Await.until(id, () -> onFx(() -> robot.lookup(id).tryQuery().isPresent()));
        Button button = onFx(() -> robot.lookup(id).query());
        onFx(() -> {
            button.fireEvent(new ActionEvent());
            return 0;
        });
    }

    private static void type(FxRobot robot, String id, String text) {
        TextField field = onFx(() -> robot.lookup(id).query());
        onFx(() -> {
            field.setText(text);
            return 0;
        });
    }

    private void turn(String page) {
        onFx(() -> {
            panel.turn(page);
            return 0;
        });
    }

    private List<String> order() {
        return onFx(() -> panel.hub().shelf().items().stream()
                .map(i -> i.appraisal().name())
                .toList());
    }

    private void addStill(FxRobot robot) {
        awaitOpened();
        tab.choice.add(still);
        press(robot, "#add-kernel");
        Await.until("it on the list", () -> order().equals(List.of("sky.bsp", "still.bsp")));
    }

    @Test
    void whatLiesInTheFoldersIsFoundWithItsPlaceAndWhatIsWrongWithIt(FxRobot robot) {
        awaitOpened();
        Await.until("the found ones", () -> onFx(() -> panel.hub().found().size() == 2));
        String all = onFx(() -> robot.lookup("#found .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList()
                .toString());
        assertThat(all).contains("found.bsp", "shipped", "page.bsp", "web page", "Fetch the raw file");
        type(robot, "#found-filter", "PAGE");
        Await.until(
                "one left",
                () -> onFx(
                        () -> ((javafx.scene.layout.VBox) robot.lookup("#found").query())
                                        .getChildren()
                                        .size()
                                == 1));
    }

    @Test
    void whoAnswersForEachBodyNowStandsUnderEveryPage(FxRobot robot) {
        addStill(robot);
        press(robot, "#apply-order");
        Await.until("both loaded", () -> onFx(() -> panel.hub().shelf().loaded().size() == 2));
        for (String page : List.of("list", "coverage", "inside", "compare", "make", "fetch")) {
            turn(page);
            onFx(() -> {
                panel.settle(2.5 * YEAR, 4);
                return 0;
            });
            WaitForAsyncUtils.waitForFxEvents();
            Node strip = onFx(() -> robot.lookup("#answering").query());
            Bounds at = onFx(() -> strip.localToScene(strip.getBoundsInLocal()));
            assertThat(at.getHeight()).as(page).isGreaterThan(30);
            assertThat(at.getMaxY()).as(page).isLessThanOrEqualTo(960);
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
    void aFileHasOneTintOnEveryPageWhateverTheOrder(FxRobot robot) {
        addStill(robot);
        press(robot, "#apply-order");
        Await.until("both loaded", () -> onFx(() -> panel.hub().shelf().loaded().size() == 2));
        Shelf shelf = panel.hub().shelf();
        assertThat(onFx(() -> List.of(shelf.tint(sky), shelf.tint(still)))).containsExactly(0, 1);
        Paint before = swatch(robot, 1);
        // A draft: the strip still tells what is loaded, the card stands elsewhere.
        onFx(() -> {
            shelf.move(1, 0);
            panel.hub().changed();
            panel.settle(2.5 * YEAR, 4);
            return 0;
        });
        assertThat(order()).containsExactly("still.bsp", "sky.bsp");
        assertThat(swatch(robot, 0)).isEqualTo(before);
        assertThat(answering(2.5 * YEAR).getFirst().tint()).isEqualTo(1);
        onFx(() -> {
            shelf.enable(1, false);
            panel.hub().changed();
            return 0;
        });
        assertThat(swatch(robot, 0)).isEqualTo(before);
        assertThat(onFx(() -> KernelChart.kernel(shelf.tint(still), Palette.DARK)))
                .isEqualTo(before);
        // Off the list and loaded by nothing, it gives its tint back.
        onFx(() -> {
            shelf.revert();
            shelf.enable(0, false);
            panel.hub().apply();
            return 0;
        });
        Await.until("one loaded", () -> onFx(() -> shelf.loaded().size() == 1));
        onFx(() -> {
            shelf.remove(0);
            panel.hub().changed();
            return 0;
        });
        assertThat(onFx(() -> List.of(shelf.tint(sky), shelf.tint(still)))).containsExactly(-1, 1);
    }

    @Test
    void whatIsLookedIntoIsWhatTheBoxNamesAfterTheOrderChanged(FxRobot robot) {
        addStill(robot);
        press(robot, "#apply-order");
        Await.until("both loaded", () -> onFx(() -> panel.hub().shelf().loaded().size() == 2));
        turn("inside");
        ComboBox<Appraisal> box = onFx(() -> robot.lookup("#inside-kernel").query());
        for (Path chosen : List.of(still, sky)) {
            onFx(() -> {
                panel.inside().inspect(chosen);
                return 0;
            });
            WaitForAsyncUtils.waitForFxEvents();
            for (int i = 0; i < 2; i++) {
                onFx(() -> {
                    panel.hub().shelf().move(0, 1);
                    panel.hub().changed();
                    return 0;
                });
                WaitForAsyncUtils.waitForFxEvents();
                String named = onFx(
                        () -> ((ListCell<?>) ((ComboBoxListViewSkin<?>) box.getSkin()).getDisplayNode()).getText());
                assertThat(named).isEqualTo(chosen.getFileName().toString());
                assertThat(onFx(() -> box.getValue().path())).isEqualTo(chosen);
                assertThat(onFx(() -> panel.inside().table().shown()))
                        .isEqualTo(onFx(
                                () -> box.getValue().contents().orElseThrow().segments()));
            }
        }
    }

    /** The colour beside the name on a card. */
    private static Paint swatch(FxRobot robot, int card) {
        return onFx(() -> robot.lookup("#card-" + card).query().lookupAll("Rectangle").stream()
                .map(n -> ((Rectangle) n).getFill())
                .findFirst()
                .orElseThrow());
    }

    @Test
    void whoFailsAndWhoIsNotAnsweredForHaveShapesOfTheirOwn(FxRobot robot) throws IOException {
        awaitOpened();
        // Of Mars a segment that is set aside: its granules have a length of no seconds.
        Path broken = changed("broken.bsp", info -> info.offset() + info.bytes() - 24, 0);
        onFx(() -> {
            panel.show(List.of(Appraisal.of(sky, service.registry()), Appraisal.of(broken, service.registry())));
            return 0;
        });
        assertThat(answering(2.5 * YEAR))
                .extracting(AnsweringStrip.Line::mark)
                .containsExactly(AnsweringStrip.Mark.FAILS, AnsweringStrip.Mark.ANSWERS, AnsweringStrip.Mark.FAILS);
        assertThat(shapes(robot, 2.5 * YEAR)).containsExactly("Path", "Rectangle", "Path");
        assertThat(answering(-YEAR)).extracting(AnsweringStrip.Line::mark).containsOnly(AnsweringStrip.Mark.NOBODY);
        assertThat(shapes(robot, -YEAR)).containsExactly("Circle", "Circle");
    }

    /** The still kernel with another number at one place of its first segment. */
    private Path changed(String name, ToLongFunction<SegmentInfo> at, double number) throws IOException {
        byte[] bytes = Files.readAllBytes(still);
        SegmentInfo info = SpkFile.read(MemorySegment.ofArray(bytes), "still")
                .segments()
                .getFirst()
                .info();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putDouble((int) at.applyAsLong(info), number);
        return Files.write(home.resolve(name), bytes);
    }

    private List<String> shapes(FxRobot robot, double et) {
        return onFx(() -> {
            panel.answering().now(et, -1);
            panel.answering().now(et, 4);
            return robot.lookup("#answering").query().lookupAll(".answering-mark").stream()
                    .map(n -> ((StackPane) n).getChildren().getFirst())
                    .map(n -> n.getClass().getSimpleName()
                            + (n instanceof Circle ring && ring.getFill() != null ? " filled" : ""))
                    .toList();
        });
    }

    @Test
    void recordsThatDoNotAgreeAreMarkedOnceTheyAreRead(FxRobot robot) throws IOException {
        awaitOpened();
        Path shifted = changed("shifted.bsp", SegmentInfo::offset, 1e10);
        tab.choice.add(shifted);
        press(robot, "#add-kernel");
        Await.until("it on the list", () -> order().contains("shifted.bsp"));
        onFx(() -> {
            panel.turn("inside");
            panel.inside().inspect(shifted);
            return 0;
        });
        Await.until("the records", () -> text(robot, "#records-said").contains("One segment does not agree"));
        Await.until(
                "the mark on the row that stood there before",
                () -> onFx(() -> robot.lookup("#segments .table-row-cell").queryAll().stream()
                        .anyMatch(n -> n.getPseudoClassStates().contains(PseudoClass.getPseudoClass("flagged")))));
        SegmentTable table = panel.inside().table();
        SegmentRow row = onFx(() -> table.shown().getFirst());
        assertThat(row.trouble()).as("opening does not see it").isEmpty();
        assertThat(onFx(() -> table.trouble(row))).contains("Record 1 of", "MID 1.0E10", "refused");
        // Found by its words, told when it is chosen, marked in its row.
        type(robot, "#segment-filter", "refused");
        assertThat(onFx(() -> table.shown().size())).isEqualTo(1);
        TableView<?> rows = onFx(() -> robot.lookup("#segments").query());
        onFx(() -> {
            rows.getSelectionModel().select(0);
            return 0;
        });
        assertThat(text(robot, "#records-said")).startsWith("Segment 0: Record 1 of");
        assertThat(onFx(() -> rows.lookupAll(".table-row-cell").stream()
                        .filter(n -> n.getPseudoClassStates().contains(PseudoClass.getPseudoClass("flagged")))
                        .count()))
                .isEqualTo(1);
        // A sound one is said to be so, and has no mark.
        type(robot, "#segment-filter", "");
        onFx(() -> {
            panel.inside().inspect(sky);
            return 0;
        });
        Await.until("the sound one", () -> text(robot, "#records-said").contains("all agree"));
        assertThat(onFx(() ->
                        table.shown().stream().map(table::trouble).distinct().toList()))
                .containsExactly("");
    }

    private List<AnsweringStrip.Line> answering(double et) {
        // Looked up again at once only for another body: a quarter of a second is waited for otherwise.
        return onFx(() -> {
            panel.answering().now(et, -1);
            panel.answering().now(et, 4);
            return panel.answering().said();
        });
    }

    @Test
    void addingShowsItsEffectBeforeAnythingIsLoaded(FxRobot robot) {
        addStill(robot);
        assertThat(onFx(() -> robot.lookup("#effect").query().isVisible())).isTrue();
        String effect = onFx(() -> robot.lookup("#changes .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList()
                .toString());
        assertThat(effect).contains("Mars", "2002-01-01 to 2003-01-01", "from still.bsp instead of sky.bsp");
        assertThat(onFx(() -> robot.lookup("#card-1 .label").queryAllAs(Label.class).stream()
                        .map(Label::getText)
                        .toList()))
                .anyMatch(said -> said.contains(" \u00b7 1 body \u00b7 "));
        assertThat(service.live().current().members())
                .as("nothing is loaded yet")
                .hasSize(1);
        press(robot, "#revert-order");
        assertThat(order()).containsExactly("sky.bsp");
        assertThat(onFx(() -> robot.lookup("#effect").query().isVisible())).isFalse();
    }

    @Test
    void reorderingByHandleAndKeyboardSwitchesTheSkyInMidPlay(FxRobot robot) {
        addStill(robot);
        press(robot, "#apply-order");
        Await.until("both loaded", () -> service.live().current().members().size() == 2);
        double et = 2.5 * YEAR;
        Await.until("Mars at the origin", () -> mars(et) == 0);
        Await.until(
                "the notice, which moves the list",
                () -> text(robot, "#kernels-message").contains("sky.bsp, still.bsp"));
        WaitForAsyncUtils.waitForFxEvents();
        Node handle = onFx(() -> robot.lookup("#handle-0").query());
        Node last = onFx(() -> robot.lookup("#card-1").query());
        onFx(() -> {
            mouse(handle, MouseEvent.MOUSE_PRESSED, handle);
            mouse(handle, MouseEvent.MOUSE_DRAGGED, last);
            mouse(handle, MouseEvent.MOUSE_RELEASED, last);
            return 0;
        });
        assertThat(order()).containsExactly("still.bsp", "sky.bsp");
        assertThat(mars(et)).as("a draft changes nothing").isZero();
        // Time goes on while the kernels change: every frame is wholly of one order or the other.
        double other = 1.5 * SmallSky.AU;
        press(robot, "#apply-order");
        Await.until("Mars on its circle", () -> {
            double x = mars(et);
            assertThat(x == 0 || Math.abs(x - other) < 0.02 * other)
                    .as("%s km", x)
                    .isTrue();
            return x != 0;
        });
        Node card = onFx(() -> robot.lookup("#card-1").query());
        onFx(() -> {
            card.requestFocus();
            card.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.UP, false, false, true, false));
            return 0;
        });
        assertThat(order()).containsExactly("sky.bsp", "still.bsp");
        Node moved = onFx(() -> robot.lookup("#card-1").query());
        onFx(() -> {
            moved.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.SPACE, false, false, false, false));
            return 0;
        });
        assertThat(onFx(() -> panel.hub().shelf().wanted())).containsExactly(sky);
    }

    /** An event of the mouse for a node, with the cursor over the middle of another. */
    private static void mouse(Node node, EventType<MouseEvent> type, Node over) {
        Bounds at = over.localToScene(over.getBoundsInLocal());
        node.fireEvent(new MouseEvent(
                type,
                at.getCenterX(),
                at.getCenterY(),
                at.getCenterX(),
                at.getCenterY(),
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                false,
                null));
    }

    /** How far Mars is from the barycenter in the next frame of this epoch, km. */
    private double mars(double et) {
        SkyFrame before = service.frame();
        service.request(et);
        Await.until("a frame", () -> {
            SkyFrame now = service.frame();
            return now != null && now != before && now.et() == et;
        });
        SkyFrame frame = Objects.requireNonNull(service.frame());
        int index = frame.catalogue().indexOf(4);
        double x = frame.component(index, 0);
        double y = frame.component(index, 1);
        double z = frame.component(index, 2);
        return Math.sqrt(x * x + y * y + z * z);
    }

    @Test
    void aBadFileLeavesTheOldKernelsRunningAndStaysInSightWithItsReason(FxRobot robot) {
        awaitOpened();
        tab.choice.add(home.resolve("kernels/page.bsp"));
        press(robot, "#open-kernel");
        Await.until("the refusal", () -> text(robot, "#kernels-message").contains("go on"));
        assertThat(text(robot, "#kernels-message")).contains("web page");
        assertThat(order()).containsExactly("sky.bsp");
        assertThat(onFx(() -> panel.hub().found().getFirst().appraisal().name()))
                .isEqualTo("page.bsp");
    }

    @Test
    void aSessionComesBackInItsOrderAndSaysWhatIsMissing(FxRobot robot) throws IOException {
        addStill(robot);
        press(robot, "#apply-order");
        Await.until("both loaded", () -> service.live().current().members().size() == 2);
        onFx(() -> {
            panel.hub().sessions().save("two skies");
            return 0;
        });
        Await.until("it saved", () -> onFx(() -> panel.hub().sessions().names().contains("two skies")));
        onFx(() -> {
            panel.open(List.of(sky), KernelOrigin.DIALOG);
            return 0;
        });
        Await.until("one again", () -> service.live().current().members().size() == 1);
        onFx(() -> {
            panel.hub().sessions().restore("two skies");
            return 0;
        });
        Await.until("both again", () -> service.live().current().members().size() == 2);
        Files.delete(still);
        onFx(() -> {
            panel.hub().sessions().restore("two skies");
            return 0;
        });
        Await.until("what is missing", () -> text(robot, "#kernels-message").contains("still.bsp has gone missing"));
    }

    @Test
    void segmentsAreFilteredAndCommentsSearched(FxRobot robot) {
        awaitOpened();
        turn("inside");
        assertThat(onFx(() -> panel.inside().table().shown())).hasSize(6);
        type(robot, "#segment-filter", "moon type2");
        assertThat(onFx(() -> panel.inside().table().shown()))
                .singleElement()
                .satisfies(r -> assertThat(r.target()).isEqualTo(301));
        TextField search = onFx(() -> robot.lookup("#comment-search").query());
        onFx(() -> {
            panel.inside().turn("comment");
            search.setText("FOR TESTS");
            search.fireEvent(new ActionEvent());
            return 0;
        });
        assertThat(text(robot, "#comment-found")).isEqualTo("1 of 1");
        TextArea comment = onFx(() -> robot.lookup("#comment").query());
        String selected = onFx(() -> {
            // Something was loaded, or a file looked into: what was found stays.
            panel.inside().refresh();
            return comment.getSelectedText();
        });
        assertThat(selected).isEqualToIgnoringCase("for tests");
        assertThat(text(robot, "#comment-found")).isEqualTo("1 of 1");
    }

    @Test
    void theDigestIsThatOfTheFileAsItIs(FxRobot robot) throws IOException {
        awaitOpened();
        turn("inside");
        onFx(() -> {
            panel.inside().turn("file");
            return 0;
        });
        String before = awaitDigest(robot, "…");
        Path next = Files.write(home.resolve("next.part"), Files.readAllBytes(still));
        Files.move(next, sky, StandardCopyOption.REPLACE_EXISTING);
        onFx(() -> {
            panel.open(List.of(sky), KernelOrigin.DIALOG);
            return 0;
        });
        String then = awaitDigest(robot, before);
        assertThat(then).isEqualTo(Digest.of(still));
        // Of the same length, but of another time, and another within.
        byte[] renamed = Files.readAllBytes(still);
        renamed[20] = 'x';
        Files.move(Files.write(home.resolve("next.part"), renamed), sky, StandardCopyOption.REPLACE_EXISTING);
        onFx(() -> {
            panel.open(List.of(sky), KernelOrigin.DIALOG);
            return 0;
        });
        assertThat(awaitDigest(robot, then)).isEqualTo(Digest.of(sky));
    }

    private static String awaitDigest(FxRobot robot, String other) {
        Await.until(
                "the digest",
                () -> text(robot, "#digest").length() == 64
                        && !text(robot, "#digest").equals(other));
        return text(robot, "#digest");
    }

    @Test
    void theTreeLightsTheWayOfTheChosenBodyAndTheGranuleIsRead(FxRobot robot) {
        awaitOpened();
        service.focus(301);
        service.request(2.5 * YEAR);
        turn("inside");
        onFx(() -> {
            panel.inside().turn("tree");
            return 0;
        });
        Await.until("the route", () -> onFx(() -> panel.inside().tree().route()).equals(List.of(301, 3, 0)));
        TreeChart tree = panel.inside().tree();
        assertThat(onFx(() -> tree.room(Objects.requireNonNull(tree.nodes().get(4)), 400)))
                .as("the name of a body that nothing goes about has room as far as the edge")
                .isGreaterThan(1.5
                        * onFx(() ->
                                tree.room(Objects.requireNonNull(tree.nodes().get(3)), 400)));
        onFx(() -> {
            panel.inside().turn("coefficients");
            return 0;
        });
        Await.until("the granule", () -> text(robot, "#coefficients-said").contains("granule"));
        assertThat(text(robot, "#coefficients-said")).contains("sky.bsp", "15 terms");
        ComboBox<String> steps = onFx(() -> robot.lookup("#coefficient-step").query());
        assertThat(onFx(() -> steps.getItems())).hasSize(2);
    }

    @Test
    void twoKernelsAreComparedAndTheDifferenceIsExported(FxRobot robot) {
        addStill(robot);
        turn("compare");
        onFx(() -> {
            panel.compare().choose(sky, still);
            return 0;
        });
        press(robot, "#compare-go");
        Await.until("the statistics", () -> text(robot, "#compare-said").contains("Mars"));
        press(robot, "#compare-export");
        Await.until("the file", () -> Files.exists(home.resolve("difference-4.csv")));
    }

    @Test
    void theStatisticsAreOfTheVeryEpochsOfTheChartAndOfTheFile(FxRobot robot) throws IOException {
        awaitOpened();
        tab.choice.add(SmallSky.shifted(home.resolve("other.bsp"), YEAR, 2 * YEAR, 100));
        press(robot, "#add-kernel");
        Await.until("it on the list", () -> order().contains("other.bsp"));
        turn("compare");
        onFx(() -> {
            panel.compare().choose(sky, home.resolve("other.bsp"));
            return 0;
        });
        press(robot, "#compare-go");
        Await.until("the statistics", () -> text(robot, "#compare-said").contains("Mars"));
        press(robot, "#compare-export");
        Await.until("the file", () -> Files.exists(home.resolve("difference-4.csv")));
        TableView<KernelDiff.Row> table =
                onFx(() -> robot.lookup("#compare-table").query());
        KernelDiff.Row mars = onFx(() -> table.getItems().stream()
                .filter(row -> row.target() == 4)
                .findFirst()
                .orElseThrow());
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
    void whatWasFoundOfOnePairIsNotShownBesideAnotherAndAPairWithNothingInCommonIsSaidToBeSo(FxRobot robot)
            throws IOException {
        addStill(robot);
        Path apart = home.resolve("apart.bsp");
        SpkWriter.littleEndian()
                .add(ChebyshevLayout.zero(7, 0, 1, 0, YEAR, "apart"))
                .write(apart);
        tab.choice.clear();
        tab.choice.add(apart);
        press(robot, "#add-kernel");
        Await.until("it on the list", () -> order().contains("apart.bsp"));
        turn("compare");
        onFx(() -> {
            panel.compare().choose(sky, still);
            return 0;
        });
        press(robot, "#compare-go");
        Button export = onFx(() -> robot.lookup("#compare-export").query());
        Await.until("it found", () -> onFx(() -> !export.isDisabled()));
        onFx(() -> {
            panel.compare().choose(sky, apart);
            return 0;
        });
        assertThat(text(robot, "#compare-said"))
                .isEqualTo("sky.bsp and apart.bsp have no body in common. Choose another pair.");
        assertThat(onFx(export::isDisabled)).as("nothing to export").isTrue();
    }

    @Test
    void theComparedKernelIsDrawnInTheSkyTooAndTakenOutAgain(FxRobot robot) throws IOException {
        awaitOpened();
        Path other = SmallSky.shifted(home.resolve("other.bsp"), 0, 10 * YEAR, 100);
        tab.choice.add(other);
        press(robot, "#add-kernel");
        Await.until("it on the list", () -> order().contains("other.bsp"));
        service.request(2.5 * YEAR);
        turn("compare");
        onFx(() -> {
            panel.compare().choose(sky, other);
            return 0;
        });
        Action ghost = panel.actions().stream()
                .filter(a -> a.id().equals("kernels.ghost"))
                .findFirst()
                .orElseThrow();
        onFx(() -> {
            ghost.run().run();
            return 0;
        });
        Await.until("the ghost in a frame", () -> ghost().known(4));
        assertThat(ghost().factor()).isEqualTo(200_000);
        Await.until("it said", () -> text(robot, "#kernels-message").contains("other.bsp is drawn in the sky too"));
        press(robot, "#ghost-more");
        Await.until("more of it", () -> ghost().factor() == 2_000_000);
        assertThat(text(robot, "#ghost-factor")).contains("2,000,000");
        onFx(() -> {
            robot.lookup("#ghost-all").<ToggleButton>query().fire();
            return 0;
        });
        Await.until("all that both hold", () -> ghost().ids().length > 1);
        onFx(() -> {
            robot.lookup("#ghost-show").<ToggleButton>query().fire();
            return 0;
        });
        Await.until("it gone", () -> ghost().isNone());
    }

    private SkyGhost ghost() {
        SkyFrame frame = service.frame();
        return frame == null ? SkyGhost.NONE : frame.ghost();
    }

    @Test
    void anExcerptIsMadeReadBackAndAdded(FxRobot robot) {
        awaitOpened();
        turn("make");
        type(robot, "#make-bodies", "MOON");
        type(robot, "#make-from", "2001-01-01");
        type(robot, "#make-to", "2001-03-01");
        type(robot, "#make-out", "cut.bsp");
        press(robot, "#make-go");
        Await.until("the end of it", () -> text(robot, "#make-said").length() > 40);
        assertThat(text(robot, "#make-said")).contains("same to the bit");
        assertThat(home.resolve("mine/cut.bsp")).exists();
        press(robot, "#make-load");
        Await.until("it on the list", () -> order().contains("cut.bsp"));
        type(robot, "#make-out", sky.toString());
        press(robot, "#make-go");
        Await.until("the refusal", () -> text(robot, "#make-said").contains("one of the kernels on the list"));
    }

    @Test
    void aDownloadGoesOnAfterACutAndEndsOnTheList(FxRobot robot) throws IOException {
        awaitOpened();
        try (FileServer server = new FileServer()) {
            server.put("planets/de440s.bsp", Files.readAllBytes(still));
            server.cutAfter(700);
            turn("fetch");
            onFx(() -> {
                panel.fetch().base(server.base());
                return 0;
            });
            press(robot, "#fetch-de440s");
            Await.until("the file", () -> text(robot, "#fetch-said").contains("SHA-256"));
            assertThat(server.ranges()).containsExactly("", "700-");
            press(robot, "#fetch-load");
            Await.until("it on the list", () -> order().contains("de440s.bsp"));
        }
    }

    @Test
    void whereThereIsNoServerItSaysSo(FxRobot robot) throws IOException {
        awaitOpened();
        java.net.URI gone;
        try (FileServer server = new FileServer()) {
            gone = server.base();
        }
        turn("fetch");
        onFx(() -> {
            panel.fetch().base(gone);
            return 0;
        });
        press(robot, "#fetch-de421");
        Await.until("the reason", () -> text(robot, "#fetch-said").contains("No connection"));
        SkyCatalogue catalogue = service.catalogue();
        assertThat(catalogue).as("the sky goes on").isNotNull();
    }
}
