package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.css.StyleManager;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.collections.ListChangeListener;
import javafx.css.CssParser;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import orrery.testing.Screen;
import orrery.testing.SmallSky;
import orrery.testing.TestWindow;
import orrery.ui.fx.Theme;

/**
 * From dark to light and back: whatever opens or is laid out just then, before the next pulse, finds every color. The
 * toolkit reports missing ones on standard error.
 */
@ExtendWith(ApplicationExtension.class)
class ThemeChangeTest {
    @TempDir
    private static Path folder;

    private final List<String> missed = new CopyOnWriteArrayList<>();
    private final ListChangeListener<CssParser.ParseError> listener = change -> {
        while (change.next()) {
            change.getAddedSubList().forEach(error -> missed.add(error.getMessage()));
        }
    };

    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private TestWindow shown;

    @Start
    void start(Stage stage) throws Exception {
        StyleManager.errorsProperty().addListener(listener);
        shown = TestWindow.show(stage, 0, SmallSky.write(folder.resolve("sky.bsp")));
    }

    @Stop
    void stop() {
        StyleManager.errorsProperty().removeListener(listener);
        shown.close();
    }

    @Test
    void whatOpensJustThenMissesNoColor() {
        Screen.reads("#status-kernel", "sky.bsp");
        TextField field = Screen.some(
                "a field",
                () -> shown.window.scene().getRoot().lookupAll(".text-field").stream()
                        .filter(TextField.class::isInstance)
                        .map(TextField.class::cast)
                        .filter(Screen::inSight)
                        .findFirst()
                        .orElse(null));
        Theme theme = Theme.DARK;
        for (String tab : List.of("body", "table", "kernels", "audit", "telemetry", "body")) {
            Theme next = theme.other();
            Screen.run(() -> {
                shown.window.theme(next);
                shown.window.tab(tab);
                shown.window.scene().getRoot().layout();
                menu(field);
            });
            Screen.so("the menu", ThemeChangeTest::isOpen);
            Screen.run(() -> {
                shown.window.theme(next.other());
                shown.window.theme(next);
                close();
            });
            theme = next;
        }
        assertThat(missed).isEmpty();
    }

    private static void menu(TextField field) {
        field.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 50, 900, false, null));
    }

    private static boolean isOpen() {
        return Window.getWindows().stream().anyMatch(PopupWindow.class::isInstance);
    }

    private static void close() {
        List.copyOf(Window.getWindows()).stream()
                .filter(PopupWindow.class::isInstance)
                .forEach(Window::hide);
    }
}
