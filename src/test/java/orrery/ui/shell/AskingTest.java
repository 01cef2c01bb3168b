package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Line;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import orrery.testing.Screen;
import orrery.testing.SmallSky;
import orrery.testing.TestWindow;
import orrery.ui.orrery.DrawnBody;
import orrery.ui.orrery.Picture;
import orrery.ui.orrery.SkyModel;

/** Queries in the real window: the ruler, the search for bodies, the way to the events. */
@ExtendWith(ApplicationExtension.class)
class AskingTest {
    private static final double EPOCH = 3.3 * SmallSky.YEAR;

    @TempDir
    private static Path folder;

    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private TestWindow shown;

    @Start
    void start(Stage stage) throws Exception {
        shown = TestWindow.show(stage, EPOCH, SmallSky.write(folder.resolve("small_sky.bsp")));
        shown.clock().pause();
    }

    @Stop
    void stop() {
        shown.close();
    }

    private SkyModel model() {
        return shown.model();
    }

    private void awaitSelected(int body) {
        Screen.equal("the body chosen", body, () -> model().selected().get());
    }

    private void awaitArrival(int body) {
        Screen.so(
                "arrival",
                () -> !model().rig().flying() && model().rig().camera().focus() == body);
    }

    @Test
    void theRulerJoinsTwoBodiesAndTellsDistanceLightAndAngle() {
        shown.picture();
        Screen.run(() -> model().selected().set(4));
        Line line = Screen.node("#ruler-line", Line.class);
        Label label = Screen.node("#ruler-label", Label.class);
        Screen.so("no line yet", () -> !line.isVisible());
        // The headless robot does not hold modifiers reliably.
        shown.act("body.ruler");
        Screen.so(
                "the ruler to ask for its other end",
                () -> label.isVisible() && label.getText().contains("Mars"));
        Screen.run(() -> model().selected().set(5));
        double[] a = SmallSky.place(1.5 * SmallSky.AU, 1.9 * SmallSky.YEAR, EPOCH);
        double[] b = SmallSky.place(5.2 * SmallSky.AU, 11.9 * SmallSky.YEAR, EPOCH);
        double au =
                Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2)) / SmallSky.AU;
        String distance = String.format(Locale.ROOT, "%.5f", au).substring(0, 6);
        Screen.so(
                "the distance and the angle",
                () -> label.getText().startsWith(distance) && label.getText().contains("seen from the Earth"));
        Screen.so("the line from one to the other", () -> {
            Picture picture = Objects.requireNonNull(shown.window.sky().picture());
            DrawnBody mars = picture.spot(4);
            DrawnBody jupiter = picture.spot(5);
            return line.isVisible()
                    && mars != null
                    && jupiter != null
                    && Math.abs(line.getStartX() - mars.x()) < 0.5
                    && Math.abs(line.getStartY() - mars.y()) < 0.5
                    && Math.abs(line.getEndX() - jupiter.x()) < 0.5;
        });
        shown.act("body.ruler");
        Screen.so("the ruler to be put away", () -> !line.isVisible() && !label.isVisible());
    }

    @Test
    void aBodyIsFoundByNameOrNumberEnterChoosesAndShiftEnterFlies() {
        shown.picture();
        find("jup");
        Screen.push(KeyCode.ENTER);
        awaitSelected(5);
        assertThat(Screen.fx(() -> model().rig().flying())).isFalse();
        find("301");
        Screen.push(KeyCode.ENTER);
        awaitSelected(301);
        find("mar");
        // The headless robot does not hold modifiers reliably.
        Node field = Screen.node("#command-field", Node.class);
        Screen.run(() ->
                field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, true, false, false, false)));
        awaitSelected(4);
        awaitArrival(4);
    }

    /** Opens the search and types. */
    private static void find(String text) {
        Screen.push(KeyCode.SLASH);
        Screen.seen("#command-field");
        Screen.write(text);
        Screen.reads("#command-field", text);
    }

    @Test
    void aClickOnAFoundBodyChoosesItAndADoubleClickFlies() {
        shown.picture();
        Screen.push(KeyCode.SLASH);
        ListView<?> list = Screen.node("#command-list", ListView.class);
        Screen.value(
                "bodies alone, from the Sun outwards",
                () -> list.getItems().stream()
                        .map(entry -> ((PaletteEntry) entry).title())
                        .toList(),
                titles -> titles.size() > 4
                        && titles.subList(0, 5).equals(List.of("Sun", "Earth", "Moon", "Mars", "Jupiter")));
        click(list, 4, 1);
        awaitSelected(5);
        Screen.seen("#command-list");
        click(list, 4, 2);
        awaitArrival(5);
        Screen.unseen("#command-list");
    }

    private static void click(ListView<?> list, int index, int count) {
        Screen.run(() -> {
            list.getSelectionModel().select(index);
            list.fireEvent(Screen.mouse(MouseEvent.MOUSE_CLICKED, 10, 10, count));
        });
    }

    @Test
    void theEventsAreAKeyAway() {
        shown.picture();
        Screen.push(KeyCode.E);
        Screen.seen("#events");
        ToggleButton tab = Screen.node("#tab-body", ToggleButton.class);
        Screen.so("the tab of the body", tab::isSelected);
        Screen.text("#events-from", from -> from.startsWith("2003-"));
    }
}
