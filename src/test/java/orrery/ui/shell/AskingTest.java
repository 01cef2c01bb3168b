package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static orrery.ui.shell.TestWindow.onFx;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Line;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import orrery.binding.KernelRegistry;
import orrery.service.SkyService;
import orrery.testing.Eventually;
import orrery.testing.SmallSky;
import orrery.ui.fx.Theme;
import orrery.ui.orrery.DrawnBody;
import orrery.ui.orrery.Picture;
import orrery.ui.orrery.SkyModel;

/** Asking in the real window: the ruler, the search for bodies, the way to the events. */
@ExtendWith(ApplicationExtension.class)
class AskingTest {
    private static final double EPOCH = 3.3 * SmallSky.YEAR;

    @TempDir
    private static Path folder;

    private final SkyService service = new SkyService(new KernelRegistry(), 2);
    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private OrreryWindow window;

    @Start
    void start(Stage stage) throws Exception {
        service.open(List.of(SmallSky.write(folder.resolve("small_sky.bsp")))).join();
        window = new OrreryWindow(service, EPOCH, Theme.DARK, owner -> List.of(), 1000, 1000);
        window.model().clock().pause();
        TestWindow.on(stage, window);
    }

    @Stop
    void stop() {
        window.close();
        service.close();
    }

    private SkyModel model() {
        return window.model();
    }

    private Picture picture() {
        Eventually.so("a picture", () -> onFx(() -> window.sky().picture()) != null);
        return Objects.requireNonNull(onFx(() -> window.sky().picture()));
    }

    private int selected() {
        return onFx(() -> model().selected().get());
    }

    private void select(int body) {
        onFx(() -> {
            model().selected().set(body);
            return 0;
        });
    }

    private void ruler() {
        onFx(() -> {
            window.run("body.ruler");
            return 0;
        });
    }

    @Test
    void theRulerJoinsTwoBodiesAndTellsDistanceLightAndAngle(FxRobot robot) {
        picture();
        select(4);
        Line line = onFx(() -> robot.lookup("#ruler-line").query());
        Label label = onFx(() -> robot.lookup("#ruler-label").query());
        assertThat(onFx(line::isVisible)).isFalse();
        // The headless robot does not hold modifiers reliably.
        ruler();
        Eventually.so(
                "the ruler to ask for its other end",
                () -> onFx(() -> label.isVisible() && label.getText().contains("Mars")));
        select(5);
        Eventually.so("the line", () -> onFx(line::isVisible));
        Eventually.so("the angle", () -> onFx(label::getText).contains("seen from the Earth"));
        Picture picture = picture();
        DrawnBody mars = Objects.requireNonNull(picture.spot(4));
        DrawnBody jupiter = Objects.requireNonNull(picture.spot(5));
        assertThat(onFx(line::getStartX)).isCloseTo(mars.x(), within(0.5));
        assertThat(onFx(line::getStartY)).isCloseTo(mars.y(), within(0.5));
        assertThat(onFx(line::getEndX)).isCloseTo(jupiter.x(), within(0.5));
        double[] a = SmallSky.place(1.5 * SmallSky.AU, 1.9 * SmallSky.YEAR, EPOCH);
        double[] b = SmallSky.place(5.2 * SmallSky.AU, 11.9 * SmallSky.YEAR, EPOCH);
        double au =
                Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2)) / SmallSky.AU;
        assertThat(onFx(label::getText))
                .startsWith(String.format(java.util.Locale.ROOT, "%.5f", au).substring(0, 6));
        ruler();
        Eventually.so("the ruler to be put away", () -> onFx(() -> !line.isVisible() && !label.isVisible()));
    }

    @Test
    void aBodyIsFoundByNameOrNumberEnterChoosesAndShiftEnterFlies(FxRobot robot) {
        picture();
        robot.push(KeyCode.SLASH);
        robot.write("jup").push(KeyCode.ENTER);
        assertThat(selected()).isEqualTo(5);
        assertThat(onFx(() -> model().rig().flying())).isFalse();
        robot.push(KeyCode.SLASH);
        robot.write("301").push(KeyCode.ENTER);
        assertThat(selected()).isEqualTo(301);
        robot.push(KeyCode.SLASH);
        robot.write("mar");
        // The headless robot does not hold modifiers reliably.
        onFx(() -> {
            robot.lookup("#command-field")
                    .<Node>query()
                    .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, true, false, false, false));
            return 0;
        });
        assertThat(selected()).isEqualTo(4);
        Eventually.so("arrival", () -> onFx(() -> !model().rig().flying()));
        assertThat(onFx(() -> model().rig().camera().focus())).isEqualTo(4);
    }

    @Test
    void aClickOnAFoundBodyChoosesItAndADoubleClickFlies(FxRobot robot) {
        picture();
        robot.push(KeyCode.SLASH);
        ListView<PaletteEntry> list = onFx(() -> robot.lookup("#command-list").query());
        assertThat(onFx(() -> list.getItems().stream().map(PaletteEntry::title).toList()))
                .as("bodies alone, from the Sun outwards")
                .startsWith("Sun", "Earth", "Moon", "Mars", "Jupiter");
        click(list, 4, 1);
        assertThat(selected()).isEqualTo(5);
        assertThat(onFx(() -> list.getParent().getParent().isVisible())).isTrue();
        click(list, 4, 2);
        Eventually.so(
                "arrival",
                () -> onFx(
                        () -> !model().rig().flying() && model().rig().camera().focus() == 5));
        assertThat(onFx(() -> list.getParent().getParent().isVisible())).isFalse();
    }

    private static void click(ListView<PaletteEntry> list, int index, int count) {
        onFx(() -> {
            list.getSelectionModel().select(index);
            list.fireEvent(new MouseEvent(
                    MouseEvent.MOUSE_CLICKED,
                    10,
                    10,
                    10,
                    10,
                    MouseButton.PRIMARY,
                    count,
                    false,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    true,
                    false,
                    true,
                    null));
            return 0;
        });
    }

    @Test
    void theEventsAreAKeyAway(FxRobot robot) {
        picture();
        robot.push(KeyCode.E);
        Eventually.so(
                "the page",
                () -> onFx(() -> robot.lookup("#events")
                        .tryQuery()
                        .filter(Node::isVisible)
                        .isPresent()));
        assertThat(onFx(() -> robot.lookup("#tab-body")
                        .<javafx.scene.control.ToggleButton>query()
                        .isSelected()))
                .isTrue();
        assertThat(onFx(() -> robot.lookup("#events-from")
                        .<javafx.scene.control.TextField>query()
                        .getText()))
                .startsWith("2003-");
    }
}
