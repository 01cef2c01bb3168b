package orrery.testing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import orrery.ui.fx.Theme;

/**
 * The single way in which window tests reach what is shown. Nodes are found, read and operated on the JavaFX thread
 * only. Changes by the program itself (on a pulse, or when a background thread ends) are awaited: each waiting method
 * returns the value that ended the wait, and the test judges that value.
 *
 * <p>{@link #fx} and {@link #run} look and act once, for state that only the test changes. Any thread except JavaFX's
 * own may call; ids are written as selectors ({@code "#digest"}).
 */
public final class Screen {
    private Screen() {}

    /** Something done on the JavaFX thread. */
    @FunctionalInterface
    public interface Act {
        void run() throws Exception;
    }

    // ---- on the JavaFX thread ----

    /** Does this on the JavaFX thread, once; what it returned, or threw. */
    public static <T extends @Nullable Object> T fx(Callable<T> what) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(what.call());
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(Eventually.LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new AssertionError("an act on the JavaFX thread failed", e.getCause());
            }
        } catch (TimeoutException e) {
            throw new AssertionError("the JavaFX thread does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while the JavaFX thread was at work", e);
        }
    }

    /** Does this on the JavaFX thread, once. */
    public static void run(Act act) {
        fx(() -> {
            act.run();
            return true;
        });
    }

    // ---- what is awaited ----

    /** The first value seen on the JavaFX thread that is as it should be. */
    public static <T> T value(String what, Callable<? extends @Nullable T> look, Predicate<? super T> right) {
        return Eventually.value(what, () -> Screen.<@Nullable T>fx(look::call), right);
    }

    /** The first value on the JavaFX thread that is there. */
    public static <T> T some(String what, Callable<? extends @Nullable T> look) {
        return value(what, look, _ -> true);
    }

    /** Waits until what is seen on the JavaFX thread equals this. */
    public static <T> T equal(String what, T expected, Callable<? extends @Nullable T> look) {
        return value(what, look, expected::equals);
    }

    /** Waits until this is so on the JavaFX thread. */
    public static void so(String what, Callable<Boolean> happened) {
        equal(what, true, happened);
    }

    /** The node of this id, as soon as it is there. */
    public static <N extends Node> N node(String id, Class<N> type) {
        return some(id, () -> find(id, type));
    }

    /** The first text of a label, button or field that is as it should be. */
    public static String text(String id, Predicate<String> right) {
        return value("the text of " + id, () -> words(find(id, Node.class)), right);
    }

    /** The first text of a label, button or field that holds all of these. */
    public static String says(String id, String... parts) {
        return value(
                "the text of " + id + " with " + List.of(parts),
                () -> words(find(id, Node.class)),
                text -> List.of(parts).stream().allMatch(text::contains));
    }

    /** Waits until a label, button or field reads exactly this. */
    public static String reads(String id, String text) {
        return equal("the text of " + id, text, () -> words(find(id, Node.class)));
    }

    /** Waits until a node is in sight: it and all that it lies in are visible. */
    public static void seen(String id) {
        so(id + " in sight", () -> inSight(find(id, Node.class)));
    }

    /** Waits until a node is not in sight, or is not there. */
    public static void unseen(String id) {
        so(id + " out of sight", () -> !inSight(find(id, Node.class)));
    }

    // ---- by hand ----

    /** Fires a button's action as soon as there is one of this id that can be pressed. */
    public static void press(String id) {
        ButtonBase button = some(id + " to press", () -> {
            ButtonBase found = find(id, ButtonBase.class);
            return found == null || found.isDisabled() ? null : found;
        });
        run(button::fire);
    }

    /** Writes into a field as soon as there is one of this id, instead of what stood there. */
    public static void type(String id, String text) {
        TextInputControl field = node(id, TextInputControl.class);
        run(() -> field.setText(text));
    }

    /** As {@link #type}, and Enter. */
    public static void enter(String id, String text) {
        TextInputControl field = node(id, TextInputControl.class);
        run(() -> {
            field.setText(text);
            field.fireEvent(new ActionEvent());
        });
    }

    /** Clicks in the middle of a node as soon as it is in view; the click is routed like a real one. */
    public static void click(String id) {
        so(id + " to click on", () -> {
            Node node = find(id, Node.class);
            if (node == null || node.isDisabled() || !inSight(node)) {
                return false;
            }
            return clickInto(node);
        });
    }

    /** Clicks in the middle of a node; returns whether it has a place on the screen at all. JavaFX thread. */
    public static boolean clickInto(Node node) {
        Parent root = node.getScene().getRoot();
        root.applyCss();
        root.layout();
        Bounds at = node.localToScreen(node.getLayoutBounds());
        if (at == null || at.getWidth() <= 0 || at.getHeight() <= 0) {
            return false;
        }
        mouse(at.getCenterX(), at.getCenterY());
        return true;
    }

    /** Clicks at a place of the stage's scene. */
    public static void click(Scene scene, double x, double y) {
        run(() -> {
            Point2D at = scene.getRoot().localToScreen(x, y);
            mouse(at.getX(), at.getY());
        });
    }

    /** Drags with the primary button from a place in the scene by this distance. */
    public static void drag(Scene scene, double x, double y, double dx, double dy) {
        run(() -> {
            Point2D at = scene.getRoot().localToScreen(x, y);
            Robot robot = new Robot();
            robot.mouseMove(at);
            robot.mousePress(MouseButton.PRIMARY);
            robot.mouseMove(at.getX() + dx / 2, at.getY() + dy / 2);
            robot.mouseMove(at.getX() + dx, at.getY() + dy);
            robot.mouseRelease(MouseButton.PRIMARY);
        });
    }

    /** Presses and releases keys one after the other, where the keyboard focus is. */
    public static void push(KeyCode... keys) {
        for (KeyCode key : keys) {
            run(() -> {
                Robot robot = new Robot();
                robot.keyPress(key);
                robot.keyRelease(key);
            });
        }
    }

    /** Types characters where the keyboard focus is, as keys do: pressed, typed, released. */
    public static void write(String text) {
        for (int i = 0; i < text.length(); i++) {
            String character = text.substring(i, i + 1);
            KeyCode known = KeyCode.getKeyCode(character.toUpperCase(Locale.ROOT));
            KeyCode key = known == null ? KeyCode.UNDEFINED : known;
            run(() -> {
                fire(KeyEvent.KEY_PRESSED, "", key);
                fire(KeyEvent.KEY_TYPED, character, KeyCode.UNDEFINED);
                fire(KeyEvent.KEY_RELEASED, "", key);
            });
        }
    }

    private static void fire(EventType<KeyEvent> type, String character, KeyCode key) {
        focusOwner().fireEvent(new KeyEvent(type, character, character, key, false, false, false, false));
    }

    /** The node that has the keyboard focus. JavaFX thread. */
    private static Node focusOwner() {
        return Window.getWindows().stream()
                .filter(window -> window.isShowing() && window.isFocused())
                .flatMap(window -> Optional.ofNullable(window.getScene()).stream())
                .flatMap(scene -> Optional.ofNullable(scene.getFocusOwner()).stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing has the keyboard's focus"));
    }

    private static void mouse(double x, double y) {
        Robot robot = new Robot();
        robot.mouseMove(x, y);
        robot.mousePress(MouseButton.PRIMARY);
        robot.mouseRelease(MouseButton.PRIMARY);
    }

    /** An event of the mouse at a place, with the primary button. */
    public static MouseEvent mouse(EventType<MouseEvent> type, double x, double y, int clicks) {
        boolean still = type == MouseEvent.MOUSE_CLICKED;
        return new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                clicks,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                still,
                null);
    }

    /** A turn of the wheel at a place, upwards, with or without the control key. */
    public static ScrollEvent wheel(double x, double y, boolean control) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                x,
                y,
                x,
                y,
                false,
                control,
                false,
                false,
                false,
                false,
                0,
                40,
                0,
                40,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    // ---- on the stage ----

    /** Shows a part of the window alone, in the corner of the screen, in its theme. JavaFX thread. */
    public static void show(Stage stage, Node part, Theme theme, List<String> sheets, double width, double height) {
        Scene scene = new Scene(new StackPane(part), width, height);
        theme.dress(scene, sheets);
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        stage.show();
        // All tests in this process share the stage; the previous one may have left it narrow.
        stage.sizeToScene();
    }

    /** The first node of this id in any window, or null. JavaFX thread. */
    public static <N extends Node> @Nullable N find(String id, Class<N> type) {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .flatMap(window -> Optional.ofNullable(window.getScene()).stream())
                .flatMap(scene -> scene.getRoot().lookupAll(id).stream())
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    /** Whether a node and all its parents are visible; false if it does not exist. JavaFX thread. */
    public static boolean inSight(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node != null && node.getScene() != null;
    }

    private static @Nullable String words(@Nullable Node node) {
        return switch (node) {
            case Labeled label -> label.getText();
            case TextInputControl field -> field.getText();
            case null, default -> null;
        };
    }
}
