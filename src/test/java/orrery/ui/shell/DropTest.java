package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import orrery.testing.Eventually;
import orrery.testing.Screen;
import orrery.testing.SmallSky;
import orrery.testing.TestWindow;

/** Files let fall on the window. The headless platform knows no dragging: the events are made by hand. */
@ExtendWith(ApplicationExtension.class)
class DropTest {
    @TempDir
    private static Path folder;

    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private TestWindow shown;

    private Path sky = Path.of("");
    private Path other = Path.of("");

    @Start
    void start(Stage stage) throws Exception {
        sky = SmallSky.write(folder.resolve("sky.bsp"));
        other = SmallSky.shifted(folder.resolve("other.bsp"), 0, SmallSky.YEAR, 100);
        shown = TestWindow.show(stage, SmallSky.YEAR / 2, sky);
    }

    @Stop
    void stop() {
        shown.close();
    }

    /** A board that holds files, as the system hands one over. */
    private static Dragboard board(List<File> files) throws ReflectiveOperationException {
        // What stands behind a board is not open to programs.
        Class<?> clipboard = Class.forName("com.sun.javafx.tk.TKClipboard");
        Object system = Proxy.newProxyInstance(
                DropTest.class.getClassLoader(),
                new Class<?>[] {clipboard},
                (_, method, arguments) -> switch (method.getName()) {
                    case "hasContent" -> !files.isEmpty() && DataFormat.FILES.equals(arguments[0]);
                    case "getContent" -> files;
                    case "getContentTypes" -> Set.of(DataFormat.FILES);
                    case "getTransferModes" -> EnumSet.of(TransferMode.COPY);
                    case "initSecurityContext" -> null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        Constructor<Dragboard> maker = Dragboard.class.getDeclaredConstructor(clipboard);
        maker.setAccessible(true);
        return maker.newInstance(system);
    }

    private void fire(EventType<DragEvent> type, Path... files) throws Exception {
        List<File> let = Stream.of(files).map(Path::toFile).toList();
        Screen.run(() -> Event.fireEvent(
                shown.window.sky(),
                new DragEvent(type, board(let), 300, 300, 300, 300, TransferMode.COPY, null, null, null)));
    }

    private List<String> loaded() {
        return shown.service.live().current().members().stream()
                .map(kernel -> kernel.name())
                .toList();
    }

    private void awaitLoaded(String... names) {
        Eventually.equal("the kernels that answer", List.of(names), this::loaded);
    }

    @Test
    void oneOrManyFilesLetFallOnTheWindowAreOpenedInTheirOrder() throws Exception {
        awaitLoaded("sky.bsp");
        fire(DragEvent.DRAG_OVER, sky, other);
        assertThat(loaded()).as("nothing happens before they fall").containsExactly("sky.bsp");
        fire(DragEvent.DRAG_DROPPED, sky, other);
        awaitLoaded("sky.bsp", "other.bsp");
        Path meta = Files.writeString(
                folder.resolve("set.tm"),
                "KPL/MK\n\\begindata\nPATH_VALUES = ( '" + folder + "' )\nPATH_SYMBOLS = ( 'K' )\n"
                        + "KERNELS_TO_LOAD = ( '$K/other.bsp', '$K/clock.tls' )\n");
        Files.writeString(folder.resolve("clock.tls"), "KPL/LSK\n");
        fire(DragEvent.DRAG_DROPPED, meta);
        awaitLoaded("other.bsp");
        Path page = Files.writeString(folder.resolve("page.bsp"), "<!DOCTYPE html><html>gone</html>");
        fire(DragEvent.DRAG_DROPPED, page);
        Screen.says("#message", "web page");
        assertThat(loaded()).as("the old one goes on").containsExactly("other.bsp");
        assertThat(Objects.requireNonNull(shown.service.catalogue()).kernels())
                .as("the leap seconds, too")
                .hasSize(2);
    }
}
