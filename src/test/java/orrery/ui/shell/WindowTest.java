package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import orrery.ephemeris.Coverage;
import orrery.math.Constants;
import orrery.service.SkyClock;
import orrery.service.SkyFrame;
import orrery.testing.Screen;
import orrery.testing.SmallSky;
import orrery.testing.TestWindow;
import orrery.ui.fx.Action;
import orrery.ui.fx.Png;
import orrery.ui.orrery.Camera;
import orrery.ui.orrery.CameraFrame;
import orrery.ui.orrery.DrawnBody;
import orrery.ui.orrery.Picture;
import orrery.ui.orrery.ScaleMode;
import orrery.ui.orrery.SkyModel;
import orrery.ui.telemetry.ExportTarget;

/** The real window, operated by hand. */
@ExtendWith(ApplicationExtension.class)
class WindowTest {
    private static final double EPOCH = 3.3 * SmallSky.YEAR;

    @TempDir
    private static Path folder;

    private final List<Path> choice = new CopyOnWriteArrayList<>();

    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private TestWindow shown;

    @SuppressWarnings("NullAway.Init")
    private OrreryWindow window;

    /** Exports without a dialog. */
    private record ToFile(Path file) implements ExportTarget {
        @Override
        public Optional<Path> choose(@Nullable Window owner, String suggestedName) {
            return Optional.of(file);
        }

        @Override
        public void picture(Path to, WritableImage image) throws IOException {
            Files.write(to, Png.of(image));
        }
    }

    private Path saved = Path.of("");

    @Start
    void start(Stage stage) throws Exception {
        Path kernel = SmallSky.write(folder.resolve("small_sky.bsp"));
        saved = folder.resolve("saved.png");
        Files.deleteIfExists(saved);
        shown = TestWindow.show(stage, EPOCH, _ -> List.copyOf(choice), new ToFile(saved), kernel);
        window = shown.window;
    }

    @Stop
    void stop() {
        shown.close();
    }

    private SkyModel model() {
        return window.model();
    }

    private SkyClock clock() {
        return model().clock();
    }

    private void awaitPlaying(boolean playing) {
        Screen.equal("time moves", playing, () -> clock().playing());
    }

    private void awaitSelected(int body) {
        Screen.equal("the body chosen", body, () -> model().selected().get());
    }

    private void awaitEt(String what, double et, double tolerance) {
        Screen.value(what, () -> clock().et(), now -> Math.abs(now - et) <= tolerance);
    }

    @Test
    void itOpensMovingAndThePlayButtonStopsAndStartsTime() {
        shown.picture();
        double before = Screen.fx(() -> clock().et());
        Screen.value("time to move", () -> clock().et(), et -> et > before);
        Screen.click("#play");
        awaitPlaying(false);
        Screen.push(KeyCode.SPACE);
        awaitPlaying(true);
    }

    @Test
    void fasterSlowerAndReverseChangeTheRateAndItsWords() {
        shown.picture();
        Screen.click("#faster");
        Screen.reads("#rate", "2 days / s");
        Screen.click("#slower");
        Screen.click("#slower");
        Screen.reads("#rate", "12 h / s");
        Screen.click("#reverse");
        Screen.reads("#rate", "\u221212 h / s");
        Screen.push(KeyCode.J);
        Screen.reads("#rate", "12 h / s");
        Screen.push(KeyCode.L);
        Screen.reads("#rate", "5 days / s");
    }

    @Test
    void theDateFieldSaysWhatIsWrongAndGoesWhereItCan() {
        shown.still();
        Screen.push(KeyCode.D);
        Screen.write("2003-02-30");
        Screen.push(KeyCode.ENTER);
        Screen.seen("#complaint");
        Screen.says("#complaint", "30");
        // The key that leads there is not typed.
        Screen.text("#date", date -> date.startsWith("2003"));
        Screen.push(KeyCode.ESCAPE);
        Screen.unseen("#complaint");
        Screen.push(KeyCode.D);
        Screen.write("2453000.5");
        Screen.push(KeyCode.ENTER);
        awaitEt("the date", (2453000.5 - 2451545.0) * 86400, 0);
        Screen.text("#date", date -> date.startsWith("2003-12-27 00:00:00"));
    }

    @Test
    void pastTheKernelsEndTimeStopsAndTheBarSaysWhy() {
        shown.picture();
        Node faster = Screen.node("#faster", Node.class);
        double before = Screen.fx(() -> {
            window.settle();
            return faster.localToScene(0, 0).getX();
        });
        Screen.run(() -> {
            clock().jump(SmallSky.END - 10);
            clock().play();
        });
        awaitPlaying(false);
        Screen.text("#rate", said -> said.startsWith("Kernel ends 2010-01-01") && said.contains("time stopped there"));
        Screen.equal("the buttons stay where they are", before, () -> {
            window.settle();
            return faster.localToScene(0, 0).getX();
        });
    }

    @Test
    void aDragTurnsTheCameraAndTheWheelZoomsAtTheCursor() {
        shown.picture();
        double yaw = Screen.fx(() -> camera().yaw());
        Screen.drag(window.scene(), 300, 700, 80, 0);
        Screen.value("the camera turned", () -> camera().yaw(), now -> now != yaw);
        double distance = Screen.fx(() -> camera().distance());
        Screen.run(() -> window.sky().fireEvent(Screen.wheel(300, 700, false)));
        Screen.value("the camera nearer", () -> camera().distance(), now -> now < distance);
    }

    @Test
    void aClickChoosesABodyAndADoubleClickFliesThere() {
        shown.still();
        DrawnBody jupiter = Screen.some("Jupiter in a picture that stands still", () -> {
            Picture picture = window.sky().picture();
            SkyFrame frame = model().service().frame();
            return picture == null || frame == null || frame.et() != clock().et() ? null : picture.spot(5);
        });
        Screen.click(window.scene(), jupiter.x(), jupiter.y());
        awaitSelected(5);
        Screen.push(KeyCode.G);
        Screen.so("arrival", () -> !model().rig().flying() && camera().focus() == 5);
        Screen.push(KeyCode.CLOSE_BRACKET);
        Screen.value("another body", () -> model().selected().get(), body -> body != 5);
    }

    @Test
    void aTabTakesTheWholeWindowAndEscGivesItBack() {
        shown.picture();
        Screen.click("#side-open");
        Screen.click("#tab-kernels");
        Screen.click("#side-whole");
        Screen.so("the sky gone", () -> !window.sky().isVisible());
        Screen.push(KeyCode.ESCAPE);
        Screen.so("the sky back", () -> window.sky().isVisible());
    }

    @Test
    void aBadKernelIsRefusedWithItsReasonAndAGoodOneIsSwitchedTo() throws Exception {
        shown.picture();
        choice.add(Files.writeString(folder.resolve("bad.bsp"), "<html>moved</html>".repeat(100)));
        Screen.click("#side-open");
        Screen.click("#tab-kernels");
        Screen.click("#open-kernel");
        Screen.says("#message", "stay loaded");
        Screen.equal(
                "the catalogue of before",
                1L,
                () -> Objects.requireNonNull(model().catalogue().get()).generation());
        choice.set(0, SmallSky.write(folder.resolve("other.bsp"), 0, 9 * SmallSky.YEAR));
        Screen.click("#open-kernel");
        Screen.text("#message", said -> said.startsWith("Now showing other.bsp"));
        Screen.equal("the new span", 9 * SmallSky.YEAR, () -> clock().span().end());
    }

    @Test
    void thePaletteFindsActionsAndBodies() {
        shown.picture();
        // The headless robot does not hold modifiers reliably.
        shown.act("window.command");
        Screen.write("fly moon");
        Screen.push(KeyCode.ENTER);
        awaitSelected(301);
    }

    @Test
    void bothThemesPaintTheirOwnGround() {
        shown.picture();
        Screen.value("the dark sky", this::corner, blue -> blue < 0x30);
        Screen.push(KeyCode.T);
        // Paper, with a little of the Milky Way on it.
        Screen.value("the light sky", this::corner, blue -> blue >= 0xD8 && blue <= 0xF4);
    }

    /** The blue of a pixel in the corner of the sky. JavaFX thread. */
    private int corner() {
        return window.scene().snapshot(null).getPixelReader().getArgb(3, 400) & 255;
    }

    @Test
    void datesInUtcAreShownAndReadAsUtc() {
        shown.still();
        Screen.click("#time-scale");
        Screen.push(KeyCode.D);
        Screen.write("2004-02-01 00:00:00");
        Screen.push(KeyCode.ENTER);
        // 32 leap seconds by then, 32.184 s between TAI and TT, and TDB within 2 ms of it.
        awaitEt("the date", (2453036.5 - 2451545.0) * 86400 + 64.184, 0.003);
        Screen.reads("#date", "2004-02-01 00:00:00");
        Screen.click("#time-scale");
        Screen.reads("#date", "2004-02-01 00:01:04");
    }

    @Test
    void stepsAreOfTheUnitChosenAndLoopsEndWhenTold() {
        shown.still();
        Screen.click("#time-step");
        Screen.run(() -> clock().jump(0));
        Screen.click("#forward");
        awaitEt("the end of January", 31 * Constants.DAY, 0);
        Screen.push(KeyCode.Q);
        Screen.click("#forward");
        awaitEt("the end of February", 60 * Constants.DAY, 0);
        Screen.push(KeyCode.W);
        Screen.equal(
                "the loop",
                new Coverage.Span(31 * Constants.DAY, 60 * Constants.DAY),
                () -> clock().loop().orElse(null));
        Node now = Screen.node("#now", Node.class);
        Screen.value(
                "the button of the loop pushes nothing over the edge",
                () -> {
                    window.settle();
                    return now.localToScene(now.getLayoutBounds()).getMaxX();
                },
                right -> right <= 986);
        Screen.click("#loop");
        Screen.so("no loop", () -> clock().loop().isEmpty());
    }

    @Test
    void theChartOfCoverageChoosesABodyAndADate() {
        shown.still();
        Screen.click("#coverage-open");
        Screen.seen("#coverage-chart");
        Screen.click("#coverage-chart");
        awaitEt("the middle of the span", 5 * SmallSky.YEAR, 5e6);
        Screen.value("another body", () -> model().selected().get(), body -> body != 399);
        Screen.push(KeyCode.ESCAPE);
        Screen.unseen("#coverage-chart");
    }

    @Test
    void theCameraLooksFromAllSidesAndTurnsWithAPair() {
        shown.still();
        Screen.push(KeyCode.DIGIT3);
        Screen.value("the view from above", this::camera, camera -> camera.pitch() == Math.PI / 2);
        Screen.push(KeyCode.DIGIT6);
        Screen.value("the isometric view", this::camera, Camera::orthographic);
        Screen.push(KeyCode.X);
        Screen.value("the Earth in the middle", this::camera, camera -> camera.focus() == 399);
        Screen.equal("the Earth as the center", 399, () -> model().style().get().center());
        Screen.push(KeyCode.X);
        shown.act("view.turning");
        Screen.value(
                "turning with the pair", this::camera, camera -> camera.frame().equals(CameraFrame.pair(10, 399)));
        double[] before = Screen.some("the frame of now", () -> direction(399));
        Screen.run(() -> clock().jump(clock().et() + SmallSky.YEAR / 4));
        Screen.value("the camera to follow", () -> direction(399), along -> Math.abs(along[0] - before[0]) < 1e-6);
        Screen.push(KeyCode.DIGIT7);
        Screen.value(
                "the view from the Earth",
                this::camera,
                camera -> camera.eye() > 0
                        && camera.focus() == 10
                        && Math.abs(camera.eyeDistance() / SmallSky.AU - 1) < 0.01);
    }

    /** JavaFX thread. */
    private Camera camera() {
        return model().rig().camera();
    }

    /** The direction from the camera's focus to a body, along the camera's axes, in the frame of now. JavaFX thread. */
    private double @Nullable [] direction(int body) {
        SkyFrame frame = model().service().frame();
        if (frame == null || frame.et() != clock().et()) {
            return null;
        }
        double[] at = new double[3];
        double[] focus = new double[3];
        double[] along = new double[3];
        model().sky().of(body, at);
        model().sky().of(camera().focus(), focus);
        camera().axes().fromSky(at[0] - focus[0], at[1] - focus[1], at[2] - focus[2], along);
        double length = Math.sqrt(along[0] * along[0] + along[1] * along[1] + along[2] * along[2]);
        return new double[] {along[0] / length, along[1] / length, along[2] / length};
    }

    @Test
    void aLinkBringsBackTheViewAndSaysWhichKernelIsMissing() {
        shown.still();
        Camera there = Screen.fx(() -> {
            model().selected().set(4);
            model().rig().set(Camera.first().at(4).distance(1e7).turned(0.3, -0.2));
            model().style().set(model().style().get().scale(ScaleMode.LOGARITHMIC));
            clock().jump(1e8);
            return camera();
        });
        shown.act("share.copy");
        Screen.says("#message", "clipboard");
        String link = Screen.value(
                "the link",
                () -> Clipboard.getSystemClipboard().getString(),
                copied -> copied.startsWith("orrery:view?date=2003-") && copied.contains("small_sky.bsp@"));
        Screen.run(() -> {
            model().rig().set(Camera.first());
            clock().jump(0);
            window.run("share.paste");
        });
        Screen.equal("the view of before", there, this::camera);
        awaitEt("the date of before", 1e8, 0);
        awaitSelected(4);
        int at = link.indexOf("small_sky.bsp@") + "small_sky.bsp@".length();
        Screen.run(() -> window.link(link.substring(0, at) + "f".repeat(64)));
        Screen.says("#message", "which was not found here");
        Screen.run(() -> window.link("orrery:nonsense"));
        Screen.says("#message", "begins with orrery:view?");
    }

    @Test
    void thePictureIsSavedInTheSizeAskedFor() throws Exception {
        shown.picture();
        shown.act("share.picture");
        Screen.type("#picture-width", "30");
        Screen.click("#picture-save");
        Screen.seen("#picture-save");
        assertThat(saved).as("30 pixels are too few").doesNotExist();
        Screen.type("#picture-width", "700");
        Screen.type("#picture-height", "1300");
        Screen.click("#picture-save");
        Screen.text("#message", said -> said.startsWith("Saved "));
        BufferedImage image = ImageIO.read(saved.toFile());
        assertThat(image.getWidth()).isEqualTo(700);
        assertThat(image.getHeight()).isEqualTo(1300);
        assertThat(image.getRGB(350, 650) & 0xFFFFFF).as("the Sun").isGreaterThan(0xF00000);
    }

    @Test
    void theSheetShowsEveryKeyOnceAndTheTableEveryBody() {
        shown.picture();
        shown.act("window.keys");
        Screen.seen("#key-sheet");
        Screen.value(
                "the keys", () -> window.scene().getRoot().lookupAll(".key-cap").size(), keys -> keys > 40);
        Screen.push(KeyCode.ESCAPE);
        Screen.unseen("#key-sheet");
        Screen.click("#side-open");
        Screen.click("#tab-table");
        TableView<?> table = Screen.node("#sky-table", TableView.class);
        Screen.equal("the bodies", 5, () -> table.getItems().size());
        Screen.run(() -> table.getSelectionModel().select(3));
        awaitSelected(4);
        Screen.value(
                "the scene in words", () -> window.sky().getAccessibleText(), said -> said.contains("Mars, selected"));
    }

    @Test
    void whatIsChosenIsKeptAndTakenUpAgain() {
        shown.picture();
        shown.act("view.scale", "window.theme", "time.scale", "window.larger", "window.motion");
        Settings kept = Screen.fx(window::settings);
        Screen.run(() -> {
            window.settings(Settings.none());
            window.run("view.scale");
            window.settings(kept);
        });
        Screen.equal("what was kept", kept, window::settings);
        Screen.equal(
                "the scale of distances",
                ScaleMode.LOGARITHMIC,
                () -> model().style().get().scale());
        Screen.equal("the size of the text", 1.15, this::scale);
    }

    @Test
    void wordsInTheCornersOfTheSkyStandWholeBesideThePanel() {
        shown.picture();
        Screen.run(() -> {
            window.tab("body");
            model().style().set(model().style().get().scale(ScaleMode.SCHEMATIC));
            for (int i = 0; i < 3; i++) {
                window.run("window.larger");
            }
        });
        Label badge = Screen.node("#badge", Label.class);
        Region side = Screen.node(".side", Region.class);
        Screen.so("the badge whole, beside the panel", () -> {
            window.settle();
            return badge.getText().startsWith("Not to scale")
                    && badge.localToScene(badge.getLayoutBounds()).getMaxX()
                            < side.localToScene(0, 0).getX()
                    && badge.getHeight() >= badge.prefHeight(badge.getWidth());
        });
    }

    @Test
    void atTwiceTheSizeNothingIsCutOffAndThePanelFillsTheWindow() {
        shown.picture();
        Screen.run(() -> {
            window.tab("audit");
            for (int i = 0; i < 8; i++) {
                window.run("window.larger");
            }
        });
        Screen.equal("twice the size", 2.0, this::scale);
        for (String id : List.of(
                "#tab-body",
                "#tab-table",
                "#side-close",
                "#start",
                "#reader",
                "#status-kernel",
                "#status-theme",
                "#play")) {
            Node node = Screen.node(id, Node.class);
            Screen.value(
                    id + " within the window",
                    () -> node.localToScene(node.getLayoutBounds()),
                    bounds -> bounds.getWidth() > 0 && bounds.getMinX() >= 0 && bounds.getMaxX() <= 1000);
        }
        Region side = Screen.node(".side", Region.class);
        Screen.equal("the panel fills the window", 500.0, side::getWidth);
        shown.act("window.usual");
        Screen.equal("the usual size", 1.0, this::scale);
    }

    /** JavaFX thread. */
    private double scale() {
        window.settle();
        return window.scene()
                .getRoot()
                .getChildrenUnmodifiable()
                .getFirst()
                .getLocalToSceneTransform()
                .getMxx();
    }

    @Test
    void noTwoActionsHaveTheSameKey() {
        List<String> keys = Screen.fx(() -> window.actions().stream()
                .map(Action::shortcut)
                .filter(key -> !key.isEmpty())
                .toList());
        assertThat(keys).hasSizeGreaterThan(40).doesNotHaveDuplicates();
    }
}
