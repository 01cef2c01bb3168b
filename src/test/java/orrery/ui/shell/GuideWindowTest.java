package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
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

/** The guide in the window: F1 opens the page for the current tab, links work, and the search finds. */
@ExtendWith(ApplicationExtension.class)
class GuideWindowTest {
    @TempDir
    private static Path folder;

    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private TestWindow shown;

    @Start
    void start(Stage stage) throws Exception {
        shown = TestWindow.show(stage, 3.3 * SmallSky.YEAR, SmallSky.write(folder.resolve("small_sky.bsp")));
    }

    @Stop
    void stop() {
        shown.close();
    }

    private void press(KeyCode key, KeyCode... held) {
        List<KeyCode> down = List.of(held);
        Screen.run(() -> Event.fireEvent(
                Objects.requireNonNull(shown.window.scene().getFocusOwner()),
                new KeyEvent(
                        KeyEvent.KEY_PRESSED,
                        "",
                        "",
                        key,
                        down.contains(KeyCode.SHIFT),
                        down.contains(KeyCode.CONTROL),
                        down.contains(KeyCode.ALT),
                        false)));
    }

    /** The first heading of the page that is shown. */
    private static String title() {
        Node scroll = Objects.requireNonNull(Screen.find("#guide-scroll", Node.class));
        return scroll.lookup(".guide-heading-1") instanceof TextFlow heading ? heading.getAccessibleText() : "";
    }

    private static void awaitTitle(String title) {
        Screen.equal("the page", title, GuideWindowTest::title);
    }

    private static List<Node> links() {
        List<Node> links = new ArrayList<>();
        gather(Objects.requireNonNull(Screen.find("#guide-scroll", Parent.class)), links);
        return links;
    }

    private static void gather(Parent parent, List<Node> links) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child instanceof Text text && text.getStyleClass().contains("guide-link")) {
                links.add(text);
            } else if (child instanceof Parent inner) {
                gather(inner, links);
            }
        }
    }

    private static Node link(String words) {
        return links().stream()
                .filter(node -> node instanceof Text text && text.getText().contains(words))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itIsMadeWhenItIsAskedForAndOpensWhereTheReaderIs() {
        shown.still();
        assertThat(Screen.fx(() -> Screen.find("#guide", Node.class)) == null)
                .as("made at the start")
                .isTrue();
        press(KeyCode.F1);
        awaitTitle("First ten minutes");
        press(KeyCode.F1);
        Screen.unseen("#guide");
        shown.act("tab.audit");
        press(KeyCode.F1);
        Screen.seen("#guide");
        awaitTitle("The audit");
        press(KeyCode.F1);
        shown.act("tab.tours");
        Screen.seen("#tour-title");
        Screen.run(() -> Objects.requireNonNull(shown.window.scene().lookup("#tour-title"))
                .requestFocus());
        press(KeyCode.F1);
        awaitTitle("Films and tours");
        press(KeyCode.ESCAPE);
        Screen.unseen("#guide");
        assertThat(Screen.fx(() -> shown.window.sky().isFocused())).isTrue();
    }

    @Test
    void linksLeadToPagesAndToTheSkyAndBackAgain() {
        shown.still();
        press(KeyCode.F1);
        awaitTitle("First ten minutes");
        Screen.run(() -> link("Saturn and its rings").requestFocus());
        double before = Screen.fx(() -> shown.clock().et());
        press(KeyCode.ENTER);
        Screen.value(
                "the date of the link, or as near as this kernel goes",
                () -> shown.clock().et(),
                et -> et > before);
        Screen.run(() -> link("The audit").requestFocus());
        press(KeyCode.SPACE);
        awaitTitle("The audit");
        press(KeyCode.LEFT, KeyCode.ALT);
        awaitTitle("First ten minutes");
        press(KeyCode.RIGHT, KeyCode.ALT);
        awaitTitle("The audit");
    }

    @Test
    void whatIsLookedForIsMarkedAndEnterGoesOnFromPageToPage() {
        shown.still();
        press(KeyCode.F1);
        awaitTitle("First ten minutes");
        press(KeyCode.F, KeyCode.CONTROL);
        TextField field = Screen.node("#guide-search", TextField.class);
        assertThat(Screen.fx(field::isFocused)).isTrue();
        Screen.run(() -> field.setText("shift+enter"));
        Screen.says("#guide-count", "1 of ", " elsewhere");
        assertThat(Screen.fx(() -> Objects.requireNonNull(Screen.find("#guide-scroll", Node.class))
                        .lookupAll(".guide-hit")
                        .size()))
                .isPositive();
        Screen.run(() -> field.setText("perfetto"));
        Screen.says("#guide-count", "none here");
        press(KeyCode.ENTER);
        Screen.value("another page", GuideWindowTest::title, title -> !title.equals("First ten minutes"));
        Screen.says("#guide-count", "1 of ");
        press(KeyCode.ESCAPE);
        assertThat(Screen.<String>fx(field::getText)).isEmpty();
    }

    @Test
    void theSkyGivesWayAndEverythingHasAName() {
        shown.still();
        Screen.run(() -> shown.window.side().open(false));
        press(KeyCode.F1);
        awaitTitle("First ten minutes");
        Screen.value("where the sky begins", () -> shown.window.sky().getLayoutX(), x -> x > 300);
        List<String> nameless = Screen.fx(() -> {
            List<String> without = new ArrayList<>();
            for (String id : List.of("back", "forth", "whole", "close", "search", "scroll")) {
                Node node = Objects.requireNonNull(Screen.find("#guide-" + id, Node.class));
                if (node.getAccessibleText() == null || node.getAccessibleText().isBlank()) {
                    without.add(id);
                }
            }
            return without;
        });
        assertThat(nameless).isEmpty();
        Screen.press("#guide-whole");
        Screen.value(
                "the whole window",
                () -> Objects.requireNonNull(Screen.find("#guide", Parent.class))
                        .getLayoutBounds()
                        .getWidth(),
                w -> w == 1000);
        press(KeyCode.ESCAPE);
        Screen.seen("#guide");
        press(KeyCode.ESCAPE);
        Screen.unseen("#guide");
        Screen.value("the sky back", () -> shown.window.sky().getLayoutX(), x -> x == 0);
    }
}
