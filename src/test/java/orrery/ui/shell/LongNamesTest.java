package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.TableHeaderRow;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import orrery.forge.SpkWriter;
import orrery.testing.MadeKernels;
import orrery.testing.Screen;
import orrery.testing.TestWindow;

/**
 * Names of eighty letters, of files and of bodies: they are shortened, with a tooltip; no value and no button moves.
 */
@ExtendWith(ApplicationExtension.class)
class LongNamesTest {
    private static final String EIGHTY =
            "Aname_of_eighty_letters_which_goes_on_and_on_until_there_are_as_many_as_said.bsp";
    private static final double WIDTH = 1000;

    @TempDir
    private static Path folder;

    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private TestWindow shown;

    @SuppressWarnings("NullAway.Init")
    private OrreryWindow window;

    @Start
    void start(Stage stage) throws Exception {
        assertThat(EIGHTY).hasSize(80);
        Path kernel = folder.resolve(EIGHTY);
        SpkWriter.littleEndian()
                .internalName("An internal name of sixty letters, as many as there is room!")
                .add(MadeKernels.segment(10, 0, 1))
                .add(MadeKernels.segment(3, 0, 1))
                .add(MadeKernels.segment(399, 3, 1))
                .add(MadeKernels.segment(1000012, 10, 2))
                .add(MadeKernels.segment(-95, 399, 3))
                .write(kernel);
        shown = TestWindow.show(stage, 0, kernel);
        window = shown.window;
    }

    @Stop
    void stop() {
        shown.close();
    }

    @Test
    void nothingIsPushedOutOfThePanel() {
        Screen.reads("#status-kernel", EIGHTY);
        for (int body : new int[] {1000012, -95}) {
            Screen.run(() -> {
                window.model().selected().set(body);
                window.tab("body");
            });
            Screen.value("the facts", () -> window.body().showing(), now -> now == body);
            awaitAllWithin("body");
        }
        Label name = Screen.node("#body-name", Label.class);
        Button fly = Screen.node("#body-fly", Button.class);
        double width = Screen.fx(() -> fly.getWidth());
        Screen.run(() -> name.setText(EIGHTY));
        Screen.so("it to be cut", name::isTextTruncated);
        assertThat(Screen.fx(() -> Objects.requireNonNull(name.getTooltip()).getText()))
                .isEqualTo(EIGHTY);
        assertThat(Screen.fx(() -> fly.getWidth())).isEqualTo(width);
        awaitAllWithin("body");
        for (String tab : List.of("audit", "telemetry", "table")) {
            Screen.run(() -> window.tab(tab));
            awaitAllWithin(tab);
        }
        Screen.run(() -> window.tab("kernels"));
        for (String page : List.of("list", "coverage", "inside", "compare", "make", "fetch")) {
            Screen.run(() -> window.run("kernels.page." + page));
            awaitAllWithin(page);
        }
    }

    private void awaitAllWithin(String where) {
        Screen.equal("what of " + where + " is out of sight at the right", List.of(), this::outside);
    }

    /** Visible texts that extend beyond the window; tables scroll, so theirs and their columns' do not count. */
    private List<String> outside() {
        window.scene().getRoot().applyCss();
        window.scene().getRoot().layout();
        List<String> out = new ArrayList<>();
        look(window.scene().getRoot(), out);
        return out;
    }

    private static void look(Node node, List<String> out) {
        if (!node.isVisible() || node instanceof VirtualFlow<?> || node instanceof TableHeaderRow) {
            return;
        }
        if (node instanceof Labeled text
                && text.getText() != null
                && !text.getText().isEmpty()) {
            Bounds at = node.localToScene(node.getBoundsInLocal());
            if (at.getMaxX() > WIDTH + 1 || at.getMinX() < -1) {
                out.add(text.getText() + " to " + at.getMaxX());
            }
        }
        if (node instanceof ScrollPane scroll && scroll.getContent() != null) {
            look(scroll.getContent(), out);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, out));
        }
    }
}
