package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;
import orrery.binding.KernelRegistry;
import orrery.service.SkyClock;
import orrery.service.SkyService;
import orrery.testing.Await;
import orrery.testing.SmallSky;
import orrery.ui.fx.Theme;
import orrery.ui.orrery.Picture;
import orrery.ui.orrery.SkyModel;
import orrery.ui.orrery.Spot;

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

    @Start
    void start(Stage stage) throws Exception {
        Path kernel = SmallSky.write(folder.resolve("small_sky.bsp"));
        window = new OrreryWindow(service, EPOCH, Theme.DARK, owner -> List.copyOf(choice), 1000, 1000);
        stage.setX(0);
        stage.setY(0);
        window.open(List.of(kernel));
        window.show(stage);
    }

    @Stop
    void stop() {
        window.close();
        service.close();
    }

    private static <T> T onFx(Callable<T> what) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, what);
    }

    private SkyModel model() {
        return window.model();
    }

    private SkyClock clock() {
        return model().clock();
    }

    private Picture picture() {
        Await.until("a picture", () -> onFx(() -> window.sky().picture()) != null);
        return Objects.requireNonNull(onFx(() -> window.sky().picture()));
    }

    private String text(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        return onFx(() -> node instanceof Label label ? label.getText() : ((TextField) node).getText());
    }

    @Test
    void itOpensMovingAndThePlayButtonStopsAndStartsTime(FxRobot robot) {
        picture();
        double before = onFx(() -> clock().et());
        Await.until("time to move", () -> onFx(() -> clock().et()) > before);
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
        assertThat(text(robot, "#rate")).isEqualTo("6 h / s");
        robot.clickOn("#reverse");
        assertThat(text(robot, "#rate")).isEqualTo("\u22126 h / s");
        robot.push(KeyCode.J);
        assertThat(text(robot, "#rate")).isEqualTo("6 h / s");
    }

    @Test
    void theDateFieldSaysWhatIsWrongAndGoesWhereItCan(FxRobot robot) {
        picture();
        robot.push(KeyCode.SPACE);
        robot.push(KeyCode.D);
        robot.write("2003-02-30").push(KeyCode.ENTER);
        Node complaint = robot.lookup("#complaint").query();
        assertThat(onFx(complaint::isVisible)).isTrue();
        assertThat(text(robot, "#complaint")).contains("30");
        assertThat(text(robot, "#date"))
                .as("the key that leads there is not typed")
                .startsWith("2003");
        robot.push(KeyCode.ESCAPE);
        assertThat(onFx(complaint::isVisible)).isFalse();
        robot.push(KeyCode.D);
        robot.write("2453000.5").push(KeyCode.ENTER);
        assertThat(onFx(() -> clock().et())).isEqualTo((2453000.5 - 2451545.0) * 86400);
        assertThat(text(robot, "#date")).startsWith("2003-12-27 00:00:00");
    }

    @Test
    void pastTheKernelsEndTimeStopsAndTheBarSaysWhy(FxRobot robot) {
        picture();
        onFx(() -> {
            clock().jump(SmallSky.END - 10);
            clock().play();
            return 0;
        });
        Await.until("time to stop", () -> onFx(() -> !clock().playing()));
        Await.until("the reason", () -> text(robot, "#rate").contains("time stopped there"));
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
        Await.until("Jupiter in sight", () -> picture().spot(5) != null);
        Spot jupiter = Objects.requireNonNull(picture().spot(5));
        robot.clickOn(jupiter.x(), jupiter.y());
        assertThat(onFx(() -> model().selected().get())).isEqualTo(5);
        robot.push(KeyCode.G);
        Await.until("arrival", () -> onFx(() -> !model().rig().flying()));
        assertThat(onFx(() -> model().rig().camera().focus())).isEqualTo(5);
        robot.push(KeyCode.CLOSE_BRACKET);
        assertThat(onFx(() -> model().selected().get())).isNotEqualTo(5);
    }

    @Test
    void aTabTakesTheWholeWindowAndEscGivesItBack(FxRobot robot) {
        picture();
        robot.clickOn("#side-open");
        robot.clickOn("#tab-kernels");
        assertThat(robot.lookup("#side-whole").<Node>query().isVisible()).isTrue();
        robot.clickOn("#side-whole");
        assertThat(onFx(() -> window.sky().isVisible())).isFalse();
        robot.push(KeyCode.ESCAPE);
        Await.until("the sky back", () -> onFx(() -> window.sky().isVisible()));
    }

    @Test
    void aBadKernelIsRefusedWithItsReasonAndAGoodOneIsSwitchedTo(FxRobot robot) throws Exception {
        picture();
        Path bad = Files.writeString(folder.resolve("bad.bsp"), "<html>moved</html>".repeat(100));
        choice.add(bad);
        robot.clickOn("#side-open").clickOn("#tab-kernels").clickOn("#open-kernel");
        Await.until("the refusal", () -> text(robot, "#message").contains("go on"));
        assertThat(onFx(() -> Objects.requireNonNull(model().catalogue().get()).generation()))
                .isEqualTo(1);
        choice.set(0, SmallSky.write(folder.resolve("other.bsp"), 0, 9 * SmallSky.YEAR));
        robot.clickOn("#open-kernel");
        Await.until("the switch", () -> text(robot, "#message").startsWith("Now showing other.bsp"));
        Await.until("the new span", () -> onFx(() -> clock().span().end()) == 9 * SmallSky.YEAR);
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
        Await.until("the light sky", () -> corner() != dark);
        assertThat(corner()).isEqualTo(0xFFF7F5F0);
    }

    private int corner() {
        return onFx(() -> {
            WritableImage image = window.scene().snapshot(null);
            PixelReader reader = image.getPixelReader();
            return reader.getArgb(3, 400);
        });
    }
}
