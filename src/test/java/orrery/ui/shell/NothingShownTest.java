package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static orrery.ui.shell.TestWindow.onFx;

import java.nio.file.Path;
import java.util.List;
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

/** A window whose only kernel is not there. */
@ExtendWith(ApplicationExtension.class)
class NothingShownTest {
    @TempDir
    private static Path folder;

    private final SkyService service = new SkyService(new KernelRegistry(), 2);

    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private OrreryWindow window;

    @Start
    void start(Stage stage) {
        window = new OrreryWindow(service, SmallSky.YEAR / 2, Theme.DARK, owner -> List.of(), 1000, 1000);
        TestWindow.on(stage, window, folder.resolve("gone.bsp"));
    }

    @Stop
    void stop() {
        window.close();
        service.close();
    }

    @Test
    void theReasonStaysUntilThereIsASky(FxRobot robot) throws Exception {
        NoticeLabel message = onFx(() -> robot.lookup("#message").query());
        Eventually.so("the reason", () -> onFx(message::getText).contains("there is no such file"));
        assertThat(onFx(message::getText)).contains("gone.bsp", "No kernel is shown; open another");
        assertThat(onFx(message::isLasting)).isTrue();
        Path sky = SmallSky.write(folder.resolve("sky.bsp"));
        onFx(() -> {
            window.open(List.of(sky));
            return 0;
        });
        Eventually.so("the sky", () -> onFx(message::getText).startsWith("Now showing sky.bsp"));
        assertThat(onFx(message::isLasting)).isFalse();
    }
}
