package orrery.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A sheet over the whole window. While it is open, Tab cycles within it; Esc or a click beside it closes it, and the
 * focus returns to where it was.
 *
 * <p>Confined to the JavaFX thread.
 */
abstract class Overlay extends StackPane {
    private @Nullable Node before;

    Overlay() {
        getStyleClass().add("veil");
        setVisible(false);
        setOnMousePressed(e -> {
            if (equals(e.getTarget())) {
                close();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.TAB) {
                goRound(!e.isShiftDown());
                e.consume();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                close();
                e.consume();
            }
        });
    }

    /** Opens it over the window, with the focus on a part of it. */
    final void lay(Node first) {
        Scene scene = getScene();
        if (!isVisible()) {
            before = scene == null ? null : scene.getFocusOwner();
        }
        setVisible(true);
        first.requestFocus();
    }

    /** Closes it. */
    final void close() {
        if (!isVisible()) {
            return;
        }
        Node back = before;
        before = null;
        setVisible(false);
        Parent parent = getParent();
        if (back != null && seen(back)) {
            back.requestFocus();
        } else if (parent != null) {
            parent.requestFocus();
        }
    }

    private boolean seen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null && node.getScene().equals(getScene());
    }

    private void goRound(boolean on) {
        List<Node> stops = new ArrayList<>();
        gather(this, stops);
        Scene scene = getScene();
        Node now = scene == null ? null : scene.getFocusOwner();
        int at = stops.indexOf(now);
        int last = stops.size() - 1;
        if (stops.isEmpty() || last == 0) {
            return;
        }
        // Traversing, rather than requesting, makes the focus visible.
        if (at >= 0 && (on ? at < last : at > 0)) {
            stops.get(at).requestFocusTraversal(on ? TraversalDirection.NEXT : TraversalDirection.PREVIOUS);
        } else if (on) {
            stops.get(1).requestFocusTraversal(TraversalDirection.PREVIOUS);
        } else {
            stops.get(last - 1).requestFocusTraversal(TraversalDirection.NEXT);
        }
    }

    private static void gather(Parent parent, List<Node> stops) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible() || child.isDisabled()) {
                continue;
            }
            if (child.isFocusTraversable()) {
                stops.add(child);
            }
            if (child instanceof Parent inner && (!(child instanceof Control) || child instanceof ScrollPane)) {
                gather(inner, stops);
            }
        }
    }
}
