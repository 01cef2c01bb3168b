package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import javafx.scene.control.Button;
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

/**
 * A kernel that is written to while its sky plays: everywhere its numbers are shown, they are marked as untrustworthy.
 */
@ExtendWith(ApplicationExtension.class)
class AlteredKernelTest {
    @TempDir
    private static Path folder;

    private Path kernel = Path.of("");

    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private TestWindow shown;

    @Start
    void start(Stage stage) throws Exception {
        kernel = SmallSky.write(folder.resolve("sky.bsp"));
        shown = TestWindow.show(stage, SmallSky.YEAR / 2, kernel);
    }

    @Stop
    void stop() {
        shown.close();
    }

    @Test
    void theSkyTheBodyTabAndTheStatusLineSaySoUntilItIsOpenedAgain() throws Exception {
        Screen.reads("#status-kernel", "sky.bsp");
        Screen.run(() -> shown.window.tab("body"));
        Screen.unseen("#sky-untrusted");
        // Another file renamed over it leaves the bytes that are mapped as they were.
        Path other = SmallSky.write(folder.resolve("other.bsp"));
        Files.move(other, kernel, StandardCopyOption.REPLACE_EXISTING);
        Screen.so(
                "that another file stands there",
                () -> shown.service
                        .live()
                        .current()
                        .members()
                        .getFirst()
                        .stale()
                        .isPresent());
        assertThat(shown.service.altered()).isEmpty();
        Screen.run(() -> shown.window.open(List.of(kernel)));
        Screen.so(
                "the new one",
                () -> shown.service
                        .live()
                        .current()
                        .members()
                        .getFirst()
                        .stale()
                        .isEmpty());

        try (FileChannel file = FileChannel.open(kernel, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[] {0, 0, 0, 0, 0, 0, -16, 63}), 20_480);
        }
        String why = "sky.bsp was changed on disk while in use. These numbers cannot be trusted. Open it again.";
        Screen.reads("#sky-untrusted", why);
        Screen.seen("#sky-untrusted");
        Screen.reads("#body-untrusted", why);
        Screen.seen("#body-untrusted");
        Screen.reads("#status-kernel", "sky.bsp: changed on disk; cannot be trusted");
        Button status = Screen.node("#status-kernel", Button.class);
        Screen.so(
                "in the color of what is wrong",
                () -> status.getPseudoClassStates().stream()
                        .anyMatch(state -> state.getPseudoClassName().equals("wrong")));

        Screen.run(() -> shown.window.open(List.of(kernel)));
        Screen.unseen("#sky-untrusted");
        Screen.unseen("#body-untrusted");
        Screen.reads("#status-kernel", "sky.bsp");
    }
}
