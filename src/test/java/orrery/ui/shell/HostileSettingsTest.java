package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import orrery.testing.Screen;
import orrery.testing.SmallSky;
import orrery.testing.TestWindow;
import orrery.testing.TextMutants;

/** Settings with wrong values, read by a window: it uses those that make sense. */
@ExtendWith(ApplicationExtension.class)
class HostileSettingsTest {
    private static final int FEW = 20;
    private static final int MANY = 600;

    @TempDir
    private static Path folder;

    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private TestWindow open;

    @Start
    void start(Stage stage) throws Exception {
        open = TestWindow.show(stage, SmallSky.START, SmallSky.write(folder.resolve("sky.bsp")));
    }

    @Stop
    void stop() {
        open.close();
    }

    @Test
    void theWindowTakesWhatMakesSense() throws Exception {
        take(FEW);
    }

    @Test
    @Tag("long")
    void thousandsOfThem() throws Exception {
        take(MANY);
    }

    private void take(int count) throws Exception {
        open.still();
        Path file = folder.resolve("settings.properties");
        Settings sound = Screen.fx(() -> open.window.settings());
        sound.save(file);
        byte[] text = Files.readAllBytes(file);
        for (int seed = 0; seed < count; seed++) {
            Files.write(file, TextMutants.of(text, seed));
            Settings spoilt = Settings.read(file);
            try {
                Settings kept = Screen.fx(() -> {
                    open.window.settings(spoilt);
                    open.window.scene().getRoot().applyCss();
                    open.window.scene().getRoot().layout();
                    return open.window.settings();
                });
                kept.save(file);
                assertThat(Settings.read(file)).isEqualTo(kept);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        Screen.run(() -> open.window.settings(sound));
        Settings last = Screen.fx(() -> open.window.settings());
        assertThat(last).isEqualTo(sound);
        assertThat(open.picture()).isNotNull();
    }
}
