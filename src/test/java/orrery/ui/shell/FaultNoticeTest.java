package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import orrery.testing.Screen;
import orrery.testing.SmallSky;
import orrery.testing.TestWindow;
import orrery.ui.fx.PulsePump;
import orrery.ui.kernels.Notice;

/** An uncaught exception on the JavaFX thread is reported once, and the window goes on. */
@ExtendWith(ApplicationExtension.class)
class FaultNoticeTest {
    @TempDir
    private static Path folder;

    private final AtomicInteger told = new AtomicInteger();

    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private TestWindow shown;

    private Thread.@Nullable UncaughtExceptionHandler before;

    @Start
    void start(Stage stage) throws Exception {
        shown = TestWindow.show(stage, SmallSky.YEAR / 2, SmallSky.write(folder.resolve("sky.bsp")));
        before = Thread.currentThread().getUncaughtExceptionHandler();
        FaultNotice faults = new FaultNotice(this::say);
        Thread.currentThread().setUncaughtExceptionHandler(faults);
    }

    private void say(Notice notice) {
        told.incrementAndGet();
        shown.window.say(notice);
    }

    @Stop
    void stop() {
        Thread.currentThread().setUncaughtExceptionHandler(before);
        shown.close();
    }

    @Test
    void itIsToldOnceInTheNoticeAndTheOtherViewsGoOn() {
        Screen.reads("#status-kernel", "sky.bsp");
        AtomicInteger pulses = new AtomicInteger();
        PulsePump pump = new PulsePump();
        Screen.run(() -> {
            var _ = pump.listen((now, elapsed) -> {
                throw new IllegalStateException("a view that fails");
            });
            var _ = pump.listen((now, elapsed) -> pulses.incrementAndGet());
            pump.start();
        });
        Screen.says("#message", "Something in the window failed (IllegalStateException", "The window is still running");
        Screen.value("pulses of the view beside it", pulses::get, count -> count > 20);
        assertThat(told.get()).isEqualTo(1);
        Platform.runLater(() -> {
            throw new UnsupportedOperationException("another one");
        });
        Screen.says("#message", "UnsupportedOperationException");
        Screen.run(pump::stop);
        Screen.run(() -> shown.window.tab("body"));
        Screen.seen("#body-copy");
    }

    @Test
    void aLackOfMemoryIsASentenceAndNoTrace() {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            AtomicInteger pulses = new AtomicInteger();
            PulsePump pump = new PulsePump();
            Screen.run(() -> {
                var _ = pump.listen((now, elapsed) -> {
                    throw new OutOfMemoryError("of a test");
                });
                var _ = pump.listen((now, elapsed) -> pulses.incrementAndGet());
                pump.start();
            });
            Screen.says("#message", "There was not enough memory", "-Xmx");
            Screen.value("pulses of the view beside it", pulses::get, count -> count > 20);
            Screen.run(pump::stop);
        } finally {
            System.setErr(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("There was not enough memory")
                .doesNotContain("OutOfMemoryError", "at orrery");
    }
}
