package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
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
import orrery.ui.fx.LiveCanvas;
import orrery.ui.fx.Theme;

/** The window without a mouse. */
@ExtendWith(ApplicationExtension.class)
class KeyboardTest {
    /** More stops than any tab has. */
    private static final int FAR = 200;

    @TempDir
    private static Path folder;

    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private TestWindow shown;

    @SuppressWarnings("NullAway.Init")
    private OrreryWindow window;

    @Start
    void start(Stage stage) throws Exception {
        shown = TestWindow.show(stage, 3.3 * SmallSky.YEAR, SmallSky.write(folder.resolve("small_sky.bsp")));
        window = shown.window;
    }

    @Stop
    void stop() {
        shown.close();
    }

    private Node focus() {
        return Objects.requireNonNull(window.scene().getFocusOwner());
    }

    /** A key pressed and let go, where the keyboard's focus is. */
    private void press(KeyCode key, boolean shift) {
        Node at = focus();
        Event.fireEvent(at, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, false, false, false));
        Event.fireEvent(focus(), new KeyEvent(KeyEvent.KEY_RELEASED, "", "", key, shift, false, false, false));
    }

    private static Set<String> lines(Node node, Color ground) {
        node.applyCss();
        return lines(node, ground, "");
    }

    /** The lines around a node and its parts that differ from the background, each by its place and color. */
    private static Set<String> lines(Node node, Color ground, String place) {
        Set<String> lines = new HashSet<>();
        if (!node.isVisible()) {
            return lines;
        }
        if (node instanceof Region region && region.getBorder() != null) {
            for (BorderStroke stroke : region.getBorder().getStrokes()) {
                for (Paint paint : List.of(stroke.getTopStroke(), stroke.getBottomStroke())) {
                    boolean drawn = stroke.getWidths().getBottom() > 0 && paint instanceof Color;
                    if (drawn && paint instanceof Color color && color.getOpacity() > 0.9) {
                        if (contrast(color, ground) >= 3) {
                            lines.add(place + " " + color + " "
                                    + stroke.getWidths().getBottom());
                        }
                    }
                }
            }
        }
        if (node instanceof Parent parent) {
            int i = 0;
            for (Node child : parent.getChildrenUnmodifiable()) {
                lines.addAll(lines(child, ground, place + "/" + i++));
            }
        }
        return lines;
    }

    /** WCAG's ratio of luminances. */
    private static double contrast(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double c) {
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static String words(Node node) {
        String said = node.getAccessibleText();
        return said != null && !said.isBlank() ? said : node instanceof Labeled label ? label.getText() : "";
    }

    @Test
    void everyStopOfTabIsSeenSaysWhatItIsAndLeadsOn() {
        shown.still();
        List<String> wrong = new ArrayList<>();
        for (Theme theme : Theme.values()) {
            for (String tab : List.of("body", "audit", "table")) {
                wrong.addAll(Screen.fx(() -> {
                    window.theme(theme);
                    window.tab(tab);
                    window.scene().getRoot().applyCss();
                    window.scene().getRoot().layout();
                    window.sky().requestFocus();
                    return round(theme + " " + tab);
                }));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Goes round with Tab; returns what is wrong on the way. */
    private List<String> round(String where) {
        List<String> wrong = new ArrayList<>();
        List<Node> seen = new ArrayList<>();
        Color ground = window.model().style().get().theme().palette().space();
        while (seen.size() < FAR) {
            press(KeyCode.TAB, false);
            Node now = focus();
            if (seen.contains(now)) {
                break;
            }
            seen.add(now);
            String name = where + ": " + now.getClass().getSimpleName() + " " + now.getId() + " " + words(now);
            if (words(now).isBlank() || words(now).contains("{0}")) {
                wrong.add(name + " does not say what it is");
            }
            Set<String> with = lines(now, ground);
            window.scene().getRoot().requestFocus();
            with.removeAll(lines(now, ground));
            now.requestFocus();
            // What is drawn marks the focus itself.
            if (with.isEmpty() && !(now instanceof LiveCanvas)) {
                wrong.add(name + " is not seen to have the focus");
            }
        }
        if (!seen.contains(window.sky()) || seen.size() < 15 || seen.size() == FAR) {
            wrong.add(where + ": Tab does not go round, it met " + seen.size());
        }
        return wrong;
    }

    @Test
    void aSheetKeepsTabAndGivesTheFocusBack() {
        shown.still();
        for (KeyCode opener : List.of(KeyCode.K, KeyCode.S, KeyCode.F1)) {
            Screen.run(() -> {
                Node before = window.scene().lookup("#play");
                before.requestFocus();
                boolean control = opener != KeyCode.F1;
                Event.fireEvent(
                        focus(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", opener, !control, control, false, false));
                Node sheet = Objects.requireNonNull(veil(), "sheet of " + opener);
                for (boolean back : new boolean[] {false, true}) {
                    for (int i = 0; i < 9; i++) {
                        press(KeyCode.TAB, back);
                        assertThat(within(sheet, focus()))
                                .as("Tab " + i + " on the sheet of " + opener)
                                .isTrue();
                    }
                }
                press(KeyCode.ESCAPE, false);
                assertThat(veil()).isNull();
                assertThat(focus()).isEqualTo(before);
            });
        }
    }

    private @Nullable Node veil() {
        return window.scene().getRoot().lookupAll(".veil").stream()
                .filter(Node::isVisible)
                .findFirst()
                .orElse(null);
    }

    private static boolean within(Node sheet, Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(sheet)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void listsAndChoicesHaveTheirOwnKeysAndEscGivesThemBackToTheSky() {
        shown.still();
        Screen.run(() -> {
            window.tab("table");
            window.settle();
        });
        TableView<?> table = Screen.node("#sky-table", TableView.class);
        Screen.equal("the bodies", 5, () -> table.getItems().size());
        Screen.run(() -> {
            double yaw = window.model().rig().camera().yaw();
            table.requestFocus();
            table.getSelectionModel().select(0);
            press(KeyCode.DOWN, false);
            assertThat(table.getSelectionModel().getSelectedIndex()).isEqualTo(1);
            assertThat(window.model().rig().camera().yaw()).isEqualTo(yaw);
            press(KeyCode.ESCAPE, false);
            assertThat(focus()).isEqualTo(window.sky());
        });
        Screen.run(() -> {
            window.tab("body");
            layOut();
            window.scene().lookup("#body-copy").requestFocusTraversal(TraversalDirection.NEXT);
            assertThat(focus()).isInstanceOf(ComboBox.class);
            press(KeyCode.SPACE, false);
            assertThat(window.model().clock().playing()).isFalse();
            assertThat(((ComboBox<?>) focus()).isShowing()).isTrue();
            ((ComboBox<?>) focus()).hide();
            press(KeyCode.ESCAPE, false);
            assertThat(focus()).isEqualTo(window.sky());
        });
    }

    private void layOut() {
        window.scene().getRoot().applyCss();
        window.scene().getRoot().layout();
    }

    private String panel() {
        return window.settings().get("panel", v -> v, "");
    }

    @Test
    void theArrowsLeadFromTabToTab() {
        shown.still();
        Screen.run(() -> {
            window.tab("body");
            layOut();
            window.sky().requestFocus();
            press(KeyCode.TAB, false);
            press(KeyCode.RIGHT, false);
            press(KeyCode.RIGHT, false);
            assertThat(focus().getId()).isEqualTo("tab-telemetry");
            assertThat(focus().isFocusVisible()).isTrue();
            assertThat(panel()).isEqualTo("telemetry");
            press(KeyCode.LEFT, false);
            assertThat(panel()).isEqualTo("audit");
        });
    }

    @Test
    void escLeadsOutOfAField() {
        shown.still();
        Screen.run(() -> {
            window.tab("audit");
            layOut();
            for (String field : List.of("#date", "#seed")) {
                window.scene().lookup(field).requestFocus();
                press(KeyCode.ESCAPE, false);
                assertThat(focus()).as(field).isNotInstanceOf(TextField.class);
            }
        });
    }
}
