package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import orrery.ephemeris.Site;
import orrery.forge.SpkWriter;
import orrery.testing.Screen;
import orrery.testing.SmallSky;
import orrery.testing.TestWindow;
import orrery.ui.orrery.CameraFrame;
import orrery.ui.orrery.Ground;

/** Places worth visiting, by key and from the palette. */
@ExtendWith(ApplicationExtension.class)
class LookoutsTest {
    private static final int CASSINI = -82;

    @TempDir
    private Path folder = Path.of("");

    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private TestWindow shown;

    @Start
    void start(Stage stage) throws IOException {
        Path craft = folder.resolve("craft.bsp");
        SpkWriter.littleEndian()
                .internalName("A spacecraft")
                .add(SmallSky.circle(CASSINI, 5, 2e6, 40 * 86_400.0, SmallSky.START, SmallSky.END))
                .write(craft);
        shown = TestWindow.show(stage, SmallSky.YEAR, SmallSky.write(folder.resolve("small.bsp")), craft);
    }

    @Stop
    void stop() {
        shown.close();
    }

    private CameraFrame frame(CameraFrame.Kind kind) {
        return Screen.value(
                "a camera that stands", () -> shown.model().rig().camera().frame(), frame -> frame.kind() == kind);
    }

    @Test
    void aSpacecraftSeesWhatLoomsLargestThroughItsOwnCamera() {
        shown.still();
        shown.act("view.craft");
        assertThat(frame(CameraFrame.Kind.FROM)).isEqualTo(CameraFrame.from(CASSINI, 3.5));
        assertThat(Screen.fx(() -> shown.model().rig().camera().focus())).isEqualTo(5);
    }

    @Test
    void oneStepsFromTheMiddleOfABodyToItsGroundAndBack() {
        shown.still();
        shown.act("view.moon");
        CameraFrame moon = frame(CameraFrame.Kind.FROM);
        assertThat(moon.a()).isEqualTo(301);
        assertThat(moon.ground()).contains(new Ground(70, 50));
        shown.act("view.horizon");
        Screen.equal(
                "the middle",
                Optional.empty(),
                () -> shown.model().rig().camera().frame().ground());
        shown.act("view.horizon");
        Screen.value(
                "a ground with the Earth low over it",
                () -> -Math.toDegrees(shown.model().rig().camera().pitch()),
                high -> high > 5 && high < 20);
        // On the Earth it is the chosen place.
        Screen.run(() -> {
            shown.model().site().set(Optional.of(Site.parse("Berlin")));
            shown.model().selected().set(399);
            shown.model().stand();
        });
        Screen.value(
                "Berlin",
                () -> shown.model().rig().camera().frame(),
                frame -> frame.a() == 399 && frame.ground().isPresent());
        Ground here = frame(CameraFrame.Kind.FROM).ground().orElseThrow();
        assertThat(here.latitude()).isBetween(52.0, 53.0);
    }
}
