package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static orrery.ui.shell.TestWindow.onFx;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Coverage;
import orrery.math.Constants;
import orrery.service.SkyClock;
import orrery.service.SkyService;
import orrery.testing.Eventually;
import orrery.testing.SmallSky;
import orrery.ui.fx.Action;
import orrery.ui.fx.Png;
import orrery.ui.fx.Theme;
import orrery.ui.orrery.Camera;
import orrery.ui.orrery.CameraFrame;
import orrery.ui.orrery.DrawnBody;
import orrery.ui.orrery.Picture;
import orrery.ui.orrery.ScaleMode;
import orrery.ui.orrery.SkyModel;
import orrery.ui.telemetry.ExportTarget;

/** The real window, driven by hand. */
@ExtendWith(ApplicationExtension.class)
class WindowTest {
    private static final double EPOCH = 3.3 * SmallSky.YEAR;

    @TempDir
    private static Path folder;

    private final List<Path> choice = new ArrayList<>();
    private SkyService service = new SkyService(new KernelRegistry(), 2);
    // Made in start(), on the JavaFX thread.
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
        window = new OrreryWindow(
                service, EPOCH, Theme.DARK, owner -> List.copyOf(choice), new ToFile(saved), 1000, 1000);
        TestWindow.on(stage, window, kernel);
    }

    @Stop
    void stop() {
        window.close();
        service.close();
    }

    private SkyModel model() {
        return window.model();
    }

    private SkyClock clock() {
        return model().clock();
    }

    private Picture picture() {
        Eventually.so("a picture", () -> onFx(() -> window.sky().picture()) != null);
        return Objects.requireNonNull(onFx(() -> window.sky().picture()));
    }

    private String text(FxRobot robot, String id) {
        Node node = onFx(() -> robot.lookup(id).query());
        return onFx(() -> node instanceof Label label ? label.getText() : ((TextField) node).getText());
    }

    @Test
    void itOpensMovingAndThePlayButtonStopsAndStartsTime(FxRobot robot) {
        picture();
        double before = onFx(() -> clock().et());
        Eventually.so("time to move", () -> onFx(() -> clock().et()) > before);
        robot.clickOn("#play");
        assertThat(onFx(() -> clock().playing())).isFalse();
        robot.push(KeyCode.SPACE);
        assertThat(onFx(() -> clock().playing())).isTrue();
    }

    @Test
    void fasterSlowerAndReverseChangeTheRateAndItsWords(FxRobot robot) {
        picture();
        robot.clickOn("#faster");
        assertThat(text(robot, "#rate")).isEqualTo("2 days / s");
        robot.clickOn("#slower").clickOn("#slower");
        assertThat(text(robot, "#rate")).isEqualTo("12 h / s");
        robot.clickOn("#reverse");
        assertThat(text(robot, "#rate")).isEqualTo("\u221212 h / s");
        robot.push(KeyCode.J);
        assertThat(text(robot, "#rate")).isEqualTo("12 h / s");
        robot.push(KeyCode.L);
        assertThat(text(robot, "#rate")).isEqualTo("5 days / s");
    }

    @Test
    void theDateFieldSaysWhatIsWrongAndGoesWhereItCan(FxRobot robot) {
        picture();
        robot.push(KeyCode.SPACE);
        robot.push(KeyCode.D);
        robot.write("2003-02-30").push(KeyCode.ENTER);
        Node complaint = onFx(() -> robot.lookup("#complaint").query());
        assertThat(onFx(complaint::isVisible)).isTrue();
        assertThat(text(robot, "#complaint")).contains("30");
        assertThat(text(robot, "#date"))
                .as("the key that leads there is not typed")
                .startsWith("2003");
        robot.push(KeyCode.ESCAPE);
        assertThat(onFx(complaint::isVisible)).isFalse();
        robot.push(KeyCode.D);
        robot.write("2453000.5").push(KeyCode.ENTER);
        Eventually.so("the date", () -> onFx(() -> clock().et()) == (2453000.5 - 2451545.0) * 86400);
        Eventually.so("its words", () -> text(robot, "#date").startsWith("2003-12-27 00:00:00"));
    }

    @Test
    void pastTheKernelsEndTimeStopsAndTheBarSaysWhy(FxRobot robot) {
        picture();
        double faster =
                onFx(() -> robot.lookup("#faster").query().localToScene(0, 0).getX());
        onFx(() -> {
            clock().jump(SmallSky.END - 10);
            clock().play();
            return 0;
        });
        Eventually.so("time to stop", () -> onFx(() -> !clock().playing()));
        Eventually.so("the reason", () -> text(robot, "#rate").contains("time stopped there"));
        onFx(() -> {
            window.settle();
            return 0;
        });
        assertThat(onFx(() -> robot.lookup("#faster").query().localToScene(0, 0).getX()))
                .as("the buttons stay where they are")
                .isEqualTo(faster);
        assertThat(text(robot, "#rate")).startsWith("Kernel ends 2010-01-01");
    }

    @Test
    void aDragTurnsTheCameraAndTheWheelZoomsAtTheCursor(FxRobot robot) {
        picture();
        double yaw = onFx(() -> model().rig().camera().yaw());
        robot.drag(300, 700).moveBy(80, 0).drop();
        assertThat(onFx(() -> model().rig().camera().yaw())).isNotEqualTo(yaw);
        double distance = onFx(() -> model().rig().camera().distance());
        onFx(() -> {
            window.sky()
                    .fireEvent(new ScrollEvent(
                            ScrollEvent.SCROLL,
                            300,
                            700,
                            300,
                            700,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            0,
                            40,
                            0,
                            40,
                            ScrollEvent.HorizontalTextScrollUnits.NONE,
                            0,
                            ScrollEvent.VerticalTextScrollUnits.NONE,
                            0,
                            0,
                            null));
            return 0;
        });
        assertThat(onFx(() -> model().rig().camera().distance())).isLessThan(distance);
    }

    @Test
    void aClickChoosesABodyAndADoubleClickFliesThere(FxRobot robot) {
        picture();
        robot.push(KeyCode.SPACE);
        Eventually.so("Jupiter in sight", () -> picture().spot(5) != null);
        DrawnBody jupiter = Objects.requireNonNull(picture().spot(5));
        robot.clickOn(jupiter.x(), jupiter.y());
        assertThat(onFx(() -> model().selected().get())).isEqualTo(5);
        robot.push(KeyCode.G);
        Eventually.so("arrival", () -> onFx(() -> !model().rig().flying()));
        assertThat(onFx(() -> model().rig().camera().focus())).isEqualTo(5);
        robot.push(KeyCode.CLOSE_BRACKET);
        assertThat(onFx(() -> model().selected().get())).isNotEqualTo(5);
    }

    @Test
    void aTabTakesTheWholeWindowAndEscGivesItBack(FxRobot robot) {
        picture();
        robot.clickOn("#side-open");
        robot.clickOn("#tab-kernels");
        assertThat(onFx(() -> robot.lookup("#side-whole").query().isVisible())).isTrue();
        robot.clickOn("#side-whole");
        assertThat(onFx(() -> window.sky().isVisible())).isFalse();
        robot.push(KeyCode.ESCAPE);
        Eventually.so("the sky back", () -> onFx(() -> window.sky().isVisible()));
    }

    @Test
    void aBadKernelIsRefusedWithItsReasonAndAGoodOneIsSwitchedTo(FxRobot robot) throws Exception {
        picture();
        Path bad = Files.writeString(folder.resolve("bad.bsp"), "<html>moved</html>".repeat(100));
        choice.add(bad);
        robot.clickOn("#side-open").clickOn("#tab-kernels").clickOn("#open-kernel");
        Eventually.so("the refusal", () -> text(robot, "#message").contains("go on"));
        assertThat(onFx(() -> Objects.requireNonNull(model().catalogue().get()).generation()))
                .isEqualTo(1);
        choice.set(0, SmallSky.write(folder.resolve("other.bsp"), 0, 9 * SmallSky.YEAR));
        robot.clickOn("#open-kernel");
        Eventually.so("the switch", () -> text(robot, "#message").startsWith("Now showing other.bsp"));
        Eventually.so("the new span", () -> onFx(() -> clock().span().end()) == 9 * SmallSky.YEAR);
    }

    @Test
    void thePaletteFindsActionsAndBodies(FxRobot robot) {
        picture();
        // The headless robot does not hold modifiers reliably.
        onFx(() -> {
            window.run("window.command");
            return 0;
        });
        robot.write("fly moon").push(KeyCode.ENTER);
        assertThat(onFx(() -> model().selected().get())).isEqualTo(301);
    }

    @Test
    void bothThemesPaintTheirOwnGround(FxRobot robot) {
        picture();
        int dark = corner();
        robot.push(KeyCode.T);
        Eventually.so("the light sky", () -> corner() != dark);
        // Paper, with a little of the Milky Way on it.
        assertThat(corner() & 255).isBetween(0xD8, 0xF4);
        assertThat(dark & 255).isLessThan(0x30);
    }

    private int corner() {
        return onFx(() -> {
            WritableImage image = window.scene().snapshot(null);
            PixelReader reader = image.getPixelReader();
            return reader.getArgb(3, 400);
        });
    }

    @Test
    void datesInUtcAreShownAndReadAsUtc(FxRobot robot) {
        picture();
        robot.push(KeyCode.SPACE);
        robot.clickOn("#time-scale").push(KeyCode.D);
        robot.write("2004-02-01 00:00:00").push(KeyCode.ENTER);
        // 32 leap seconds by then, 32.184 s between TAI and TT, and TDB within 2 ms of it.
        double tdb = (2453036.5 - 2451545.0) * 86400 + 64.184;
        Eventually.so("the date", () -> Math.abs(onFx(() -> clock().et()) - tdb) < 0.003);
        Eventually.so("its words", () -> text(robot, "#date").equals("2004-02-01 00:00:00"));
        robot.clickOn("#time-scale");
        assertThat(text(robot, "#date")).isEqualTo("2004-02-01 00:01:04");
    }

    @Test
    void stepsAreOfTheUnitChosenAndLoopsEndWhenTold(FxRobot robot) {
        picture();
        robot.push(KeyCode.SPACE).clickOn("#time-step");
        onFx(() -> {
            clock().jump(0);
            return 0;
        });
        robot.clickOn("#forward");
        assertThat(onFx(() -> clock().et())).as("January").isEqualTo(31 * Constants.DAY);
        robot.push(KeyCode.Q).clickOn("#forward").push(KeyCode.W);
        assertThat(onFx(() -> clock().loop().orElseThrow()))
                .isEqualTo(new Coverage.Span(31 * Constants.DAY, 60 * Constants.DAY));
        assertThat(onFx(() -> {
                    Node now = robot.lookup("#now").query();
                    now.getScene().getRoot().layout();
                    return now.localToScene(now.getLayoutBounds()).getMaxX();
                }))
                .as("the button of the loop pushes nothing over the edge")
                .isLessThanOrEqualTo(986);
        robot.clickOn("#loop");
        assertThat(onFx(() -> clock().loop())).isEmpty();
    }

    @Test
    void theChartOfCoverageChoosesABodyAndADate(FxRobot robot) {
        picture();
        robot.push(KeyCode.SPACE).clickOn("#coverage-open");
        Node chart = onFx(() -> robot.lookup("#coverage-chart").query());
        assertThat(onFx(chart::isVisible)).isTrue();
        robot.clickOn("#coverage-chart");
        Eventually.so("the middle of the span", () -> Math.abs(onFx(() -> clock().et()) - 5 * SmallSky.YEAR) < 5e6);
        assertThat(onFx(() -> model().selected().get())).isNotEqualTo(399);
        robot.push(KeyCode.ESCAPE);
        assertThat(onFx(chart::isVisible)).isFalse();
    }

    @Test
    void theCameraLooksFromAllSidesAndTurnsWithAPair(FxRobot robot) {
        picture();
        robot.push(KeyCode.SPACE).push(KeyCode.DIGIT3);
        Eventually.so("the view from above", () -> camera().pitch() == Math.PI / 2);
        robot.push(KeyCode.DIGIT6);
        Eventually.so("the isometric view", () -> camera().orthographic());
        robot.push(KeyCode.X);
        Eventually.so("the Earth in the middle", () -> camera().focus() == 399);
        assertThat(onFx(() -> model().style().get().center())).isEqualTo(399);
        robot.push(KeyCode.X);
        onFx(() -> {
            window.run("view.turning");
            return 0;
        });
        assertThat(camera().frame()).isEqualTo(CameraFrame.pair(10, 399));
        double[] before = onFx(() -> direction(399));
        onFx(() -> {
            clock().jump(clock().et() + SmallSky.YEAR / 4);
            return 0;
        });
        Eventually.so(
                "the frame of then",
                () -> onFx(
                        () -> Objects.requireNonNull(model().service().frame()).et() == clock().et()));
        Eventually.so("the camera to follow", () -> Math.abs(onFx(() -> direction(399))[0] - before[0]) < 1e-6);
        robot.push(KeyCode.DIGIT7);
        Eventually.so("the view from the Earth", () -> camera().eye() > 0 && camera().focus() == 10);
        assertThat(camera().eyeDistance() / SmallSky.AU).isBetween(0.99, 1.01);
    }

    private Camera camera() {
        return onFx(() -> model().rig().camera());
    }

    /** The direction from the camera's focus to a body, along the camera's axes. */
    private double[] direction(int body) {
        double[] at = new double[3];
        double[] focus = new double[3];
        double[] along = new double[3];
        model().sky().of(body, at);
        model().sky().of(model().rig().camera().focus(), focus);
        model().rig().camera().axes().fromSky(at[0] - focus[0], at[1] - focus[1], at[2] - focus[2], along);
        double length = Math.sqrt(along[0] * along[0] + along[1] * along[1] + along[2] * along[2]);
        return new double[] {along[0] / length, along[1] / length, along[2] / length};
    }

    @Test
    void aLinkBringsBackTheViewAndSaysWhichKernelIsMissing(FxRobot robot) {
        picture();
        robot.push(KeyCode.SPACE);
        Camera there = onFx(() -> {
            model().selected().set(4);
            model().rig().set(Camera.first().at(4).distance(1e7).turned(0.3, -0.2));
            model().style().set(model().style().get().scale(ScaleMode.LOGARITHMIC));
            clock().jump(1e8);
            return model().rig().camera();
        });
        onFx(() -> {
            window.run("share.copy");
            return 0;
        });
        Eventually.so("the copy", () -> text(robot, "#message").contains("clipboard"));
        String link = onFx(() -> Clipboard.getSystemClipboard().getString());
        assertThat(link).startsWith("orrery:view?date=2003-").contains("small_sky.bsp@");
        onFx(() -> {
            model().rig().set(Camera.first());
            clock().jump(0);
            window.run("share.paste");
            return 0;
        });
        assertThat(camera()).isEqualTo(there);
        assertThat(onFx(() -> clock().et())).isEqualTo(1e8);
        assertThat(onFx(() -> model().selected().get())).isEqualTo(4);
        int at = link.indexOf("small_sky.bsp@") + "small_sky.bsp@".length();
        onFx(() -> {
            window.link(link.substring(0, at) + "f".repeat(64));
            return 0;
        });
        Eventually.so("the reason", () -> text(robot, "#message").contains("which is not here"));
        onFx(() -> {
            window.link("orrery:nonsense");
            return 0;
        });
        assertThat(text(robot, "#message")).contains("begins with orrery:view?");
    }

    @Test
    void thePictureIsSavedInTheSizeAskedFor(FxRobot robot) throws Exception {
        picture();
        onFx(() -> {
            window.run("share.picture");
            return 0;
        });
        robot.write("30").clickOn("#picture-save");
        assertThat(saved).as("30 pixels are too few").doesNotExist();
        type(robot, "#picture-width", "700");
        type(robot, "#picture-height", "1300");
        robot.clickOn("#picture-save");
        Eventually.so("the picture", () -> text(robot, "#message").startsWith("Saved "));
        BufferedImage image = ImageIO.read(saved.toFile());
        assertThat(image.getWidth()).isEqualTo(700);
        assertThat(image.getHeight()).isEqualTo(1300);
        assertThat(image.getRGB(350, 650) & 0xFFFFFF).as("the Sun").isGreaterThan(0xF00000);
    }

    private void type(FxRobot robot, String id, String text) {
        TextField field = onFx(() -> robot.lookup(id).query());
        onFx(() -> {
            field.setText(text);
            return 0;
        });
    }

    @Test
    void theSheetShowsEveryKeyOnceAndTheTableEveryBody(FxRobot robot) {
        picture();
        robot.push(KeyCode.F1);
        Node sheet = onFx(() -> robot.lookup("#key-sheet").query());
        assertThat(onFx(sheet::isVisible)).isTrue();
        assertThat(onFx(() -> robot.lookup(".key-cap").queryAll())).hasSizeGreaterThan(40);
        robot.push(KeyCode.ESCAPE);
        assertThat(onFx(sheet::isVisible)).isFalse();
        robot.clickOn("#side-open").clickOn("#tab-table");
        TableView<?> table = onFx(() -> robot.lookup("#sky-table").query());
        Eventually.so("the bodies", () -> onFx(() -> table.getItems().size()) == 5);
        onFx(() -> {
            table.getSelectionModel().select(3);
            return 0;
        });
        assertThat(onFx(() -> model().selected().get())).isEqualTo(4);
        Eventually.so(
                "the scene in words",
                () -> onFx(() -> window.sky().getAccessibleText()).contains("Mars, chosen"));
    }

    @Test
    void whatIsChosenIsKeptAndTakenUpAgain() {
        picture();
        Settings kept = onFx(() -> {
            window.run("view.scale");
            window.run("window.theme");
            window.run("time.scale");
            window.run("window.larger");
            window.run("window.motion");
            return window.settings();
        });
        onFx(() -> {
            window.settings(Settings.none());
            window.run("view.scale");
            window.settings(kept);
            return 0;
        });
        Settings again = onFx(window::settings);
        assertThat(again.equals(kept)).isTrue();
        assertThat(onFx(() -> model().style().get().scale())).isEqualTo(ScaleMode.LOGARITHMIC);
        assertThat(scale()).isEqualTo(1.15);
    }

    @Test
    void wordsInTheCornersOfTheSkyStandWholeBesideThePanel(FxRobot robot) {
        picture();
        onFx(() -> {
            window.tab("body");
            model().style().set(model().style().get().scale(ScaleMode.SCHEMATIC));
            for (int i = 0; i < 3; i++) {
                window.run("window.larger");
            }
            return 0;
        });
        Label badge = onFx(() -> robot.lookup("#badge").query());
        Eventually.so("the badge", () -> onFx(badge::getText).startsWith("Not to scale"));
        onFx(() -> {
            window.settle();
            return 0;
        });
        Node side = onFx(() -> robot.lookup(".side").query());
        assertThat(onFx(() -> badge.localToScene(badge.getLayoutBounds()).getMaxX()))
                .isLessThan(onFx(() -> side.localToScene(0, 0).getX()));
        assertThat(onFx(badge::getHeight)).isGreaterThanOrEqualTo(onFx(() -> badge.prefHeight(badge.getWidth())));
    }

    @Test
    void atTwiceTheSizeNothingIsCutOffAndThePanelFillsTheWindow(FxRobot robot) {
        picture();
        onFx(() -> {
            window.tab("audit");
            for (int i = 0; i < 8; i++) {
                window.run("window.larger");
            }
            return 0;
        });
        assertThat(scale()).isEqualTo(2);
        for (String id : List.of(
                "#tab-body",
                "#tab-table",
                "#side-close",
                "#start",
                "#reader",
                "#status-kernel",
                "#status-theme",
                "#play")) {
            Eventually.so(id + " within the window", () -> {
                Bounds bounds = onFx(() -> {
                    Node node = robot.lookup(id).query();
                    return node.localToScene(node.getLayoutBounds());
                });
                return bounds.getWidth() > 0 && bounds.getMinX() >= 0 && bounds.getMaxX() <= 1000;
            });
        }
        assertThat(onFx(() -> robot.lookup(".side").<Region>query().getWidth())).isEqualTo(500);
        onFx(() -> {
            window.run("window.usual");
            return 0;
        });
        assertThat(scale()).isEqualTo(1);
    }

    private double scale() {
        return onFx(() -> {
            window.settle();
            return window.scene()
                    .getRoot()
                    .getChildrenUnmodifiable()
                    .getFirst()
                    .getLocalToSceneTransform()
                    .getMxx();
        });
    }

    @Test
    void noTwoActionsHaveTheSameKey() {
        picture();
        List<String> keys = onFx(() -> window.actions().stream()
                .map(Action::shortcut)
                .filter(key -> !key.isEmpty())
                .toList());
        assertThat(keys).hasSizeGreaterThan(40).doesNotHaveDuplicates();
    }
}
