package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static orrery.ui.shell.TestWindow.onFx;

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
import orrery.binding.KernelRegistry;
import orrery.service.SkyService;
import orrery.testing.Eventually;
import orrery.testing.SmallSky;
import orrery.ui.fx.LiveCanvas;
import orrery.ui.fx.Theme;

/** The window with no hand on the mouse. */
@ExtendWith(ApplicationExtension.class)
class KeyboardTest {
    /** More stops than any tab has. */
    private static final int FAR = 200;

    @TempDir
    private static Path folder;

    private SkyService service = new SkyService(new KernelRegistry(), 2);
    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private OrreryWindow window;

    @Start
    void start(Stage stage) throws Exception {
        Path kernel = SmallSky.write(folder.resolve("small_sky.bsp"));
        window = new OrreryWindow(service, 3.3 * SmallSky.YEAR, Theme.DARK, owner -> List.of(), 1000, 1000);
        TestWindow.on(stage, window, kernel);
    }

    @Stop
    void stop() {
        window.close();
        service.close();
    }

    private void opened() {
        Eventually.so("a picture", () -> onFx(() -> window.sky().picture()) != null);
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

    /** The lines drawn about a node and its parts that stand out from the ground, each by its place and colour. */
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
        opened();
        List<String> wrong = new ArrayList<>();
        for (Theme theme : Theme.values()) {
            for (String tab : List.of("body", "audit", "table")) {
                wrong.addAll(onFx(() -> {
                    window.theme(theme);
                    window.model().clock().pause();
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

    /** Goes round with Tab; what is wrong on the way. */
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
        opened();
        for (KeyCode opener : List.of(KeyCode.K, KeyCode.S, KeyCode.F1)) {
            Node before = onFx(() -> {
                Node play = window.scene().lookup("#play");
                play.requestFocus();
                return play;
            });
            onFx(() -> {
                boolean control = opener != KeyCode.F1;
                Event.fireEvent(
                        focus(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", opener, false, control, false, false));
                return 0;
            });
            Node sheet = onFx(() -> veil());
            assertThat(sheet).as("sheet of " + opener).isNotNull();
            for (boolean back : new boolean[] {false, true}) {
                for (int i = 0; i < 9; i++) {
                    assertThat(onFx(() -> {
                                press(KeyCode.TAB, back);
                                return within(sheet, focus());
                            }))
                            .as("Tab " + i + " on the sheet of " + opener)
                            .isTrue();
                }
            }
            onFx(() -> {
                press(KeyCode.ESCAPE, false);
                return 0;
            });
            assertThat(onFx(() -> veil())).isNull();
            assertThat(onFx(this::focus)).isEqualTo(before);
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
        opened();
        double yaw = onFx(() -> window.model().rig().camera().yaw());
        onFx(() -> {
            window.model().clock().pause();
            window.tab("table");
            window.settle();
            return 0;
        });
        TableView<?> table = onFx(() -> (TableView<?>) window.scene().lookup("#sky-table"));
        Eventually.so("the bodies", () -> onFx(() -> table.getItems().size()) == 5);
        onFx(() -> {
            table.requestFocus();
            table.getSelectionModel().select(0);
            press(KeyCode.DOWN, false);
            return 0;
        });
        assertThat(onFx(() -> table.getSelectionModel().getSelectedIndex())).isEqualTo(1);
        assertThat(onFx(() -> window.model().rig().camera().yaw())).isEqualTo(yaw);
        assertThat(onFx(() -> {
                    press(KeyCode.ESCAPE, false);
                    return focus();
                }))
                .isEqualTo(window.sky());
        onFx(() -> {
            window.tab("body");
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            window.scene().lookup("#body-copy").requestFocusTraversal(TraversalDirection.NEXT);
            return 0;
        });
        assertThat(onFx(this::focus)).isInstanceOf(ComboBox.class);
        onFx(() -> {
            press(KeyCode.SPACE, false);
            return 0;
        });
        assertThat(onFx(() -> window.model().clock().playing())).isFalse();
        assertThat(onFx(() -> ((ComboBox<?>) focus()).isShowing())).isTrue();
        onFx(() -> {
            ((ComboBox<?>) focus()).hide();
            press(KeyCode.ESCAPE, false);
            return 0;
        });
        assertThat(onFx(this::focus)).isEqualTo(window.sky());
    }

    @Test
    void theArrowsLeadFromTabToTab() {
        opened();
        onFx(() -> {
            window.tab("body");
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            window.sky().requestFocus();
            press(KeyCode.TAB, false);
            press(KeyCode.RIGHT, false);
            press(KeyCode.RIGHT, false);
            return 0;
        });
        assertThat(onFx(this::focus).getId()).isEqualTo("tab-telemetry");
        assertThat(onFx(() -> focus().isFocusVisible())).isTrue();
        assertThat(onFx(() -> window.settings().get("panel", v -> v, ""))).isEqualTo("telemetry");
        onFx(() -> {
            press(KeyCode.LEFT, false);
            return 0;
        });
        assertThat(onFx(() -> window.settings().get("panel", v -> v, ""))).isEqualTo("audit");
    }

    @Test
    void escLeadsOutOfAField() {
        opened();
        onFx(() -> {
            window.tab("audit");
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            return 0;
        });
        for (String field : List.of("#date", "#seed")) {
            onFx(() -> {
                TextField at = (TextField) window.scene().lookup(field);
                at.requestFocus();
                press(KeyCode.ESCAPE, false);
                return 0;
            });
            assertThat(onFx(this::focus)).as(field).isNotInstanceOf(TextField.class);
        }
    }
}
