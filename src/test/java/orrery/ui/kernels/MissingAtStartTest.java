package orrery.ui.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static orrery.ui.kernels.OpenTab.onFx;

import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import orrery.library.Place;
import orrery.testing.Await;
import orrery.testing.SmallSky;

/** A start with a kernel named that is not there. */
@ExtendWith(ApplicationExtension.class)
class MissingAtStartTest {
    @TempDir
    private static Path folder;

    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private OpenTab tab;

    @Start
    void start(Stage stage) throws Exception {
        Path sky = SmallSky.write(folder.resolve("sky.bsp"));
        tab = new OpenTab(stage, folder, 420, sky, folder.resolve("gone.bsp"));
    }

    @Stop
    void stop() {
        tab.close();
    }

    @Test
    void theOthersAreShownAndWhatIsWrongIsSaid() {
        Await.until("a sky", () -> tab.service.catalogue() != null);
        Await.until("the notice", () -> notice().text().contains("Now showing"));
        assertThat(notice().text()).contains("gone.bsp: there is no such file", "Now showing sky.bsp");
        assertThat(notice().wrong()).isTrue();
        assertThat(onFx(() -> tab.panel.hub().found().stream()
                        .map(i -> i.appraisal().name())
                        .toList()))
                .contains("gone.bsp");
        // Once something is shown, a list with a bad one in it changes nothing.
        onFx(() -> {
            tab.panel.open(List.of(folder.resolve("sky.bsp"), folder.resolve("lost.bsp")), Place.DROPPED);
            return 0;
        });
        Await.until("the refusal", () -> notice().text().contains("go on"));
        assertThat(notice().text()).contains("lost.bsp", "The kernels shown before go on");
    }

    private Notice notice() {
        return onFx(
                () -> java.util.Objects.requireNonNullElse(tab.panel.notice().get(), new Notice("", false)));
    }
}
