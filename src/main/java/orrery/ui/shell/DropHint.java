package orrery.ui.shell;

import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;

/**
 * What a drop would do, shown over the part of the window that would take the files, while they are dragged.
 *
 * <p>Confined to the JavaFX thread.
 */
final class DropHint extends Label {
    private static final double GAP = 8;
    /** The id of the list of loaded kernels with its page. */
    private static final String LIST = "kernels-list";

    private final WindowLayout window;

    DropHint(WindowLayout window) {
        this.window = window;
        setId("drop-hint");
        getStyleClass().add("drop-target");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        window.hint(this);
    }

    /**
     * Shows the hint for files dragged over a node.
     *
     * @param names the files' names
     */
    void show(Node over, List<String> names) {
        Node taker = takerOf(over);
        String key = taker == window ? "drop.open" : "drop.add";
        setText(Fxml.WORDS.count(names.size(), key, names.size() == 1 ? names.getFirst() : names.size()));
        place(taker);
        setVisible(true);
        toFront();
    }

    void hide() {
        setVisible(false);
    }

    private void place(Node taker) {
        Bounds all = new BoundingBox(0, 0, window.getWidth(), window.getHeight());
        Bounds part = taker == window ? all : window.sceneToLocal(taker.localToScene(taker.getLayoutBounds()));
        // Inside the window, around the list.
        double in = taker == window ? GAP : -GAP;
        resizeRelocate(part.getMinX() + in, part.getMinY() + in, part.getWidth() - 2 * in, part.getHeight() - 2 * in);
    }

    /** The list of loaded kernels takes what is dropped on it, the window everything else. */
    private Node takerOf(Node over) {
        for (Node one = over; one != null && one != window; one = one.getParent()) {
            if (LIST.equals(one.getId())) {
                return one;
            }
        }
        return window;
    }
}
