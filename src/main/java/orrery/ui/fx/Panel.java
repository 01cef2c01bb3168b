package orrery.ui.fx;

import java.util.List;
import javafx.scene.Node;

/**
 * One tab of the panel on the right. The shell creates one of each, shows one at a time, and tells a panel when it is
 * visible: a hidden panel draws nothing.
 *
 * <p>JavaFX thread only.
 */
public interface Panel extends AutoCloseable {
    /** Stable name, such as {@code audit}; also the value of {@code --tab}. */
    String id();

    /** The text on the tab. */
    String title();

    /** The guide's chapter on it. */
    default String chapter() {
        return id();
    }

    /** The panel's content; always the same node. It must work with 360 px and with the whole window. */
    Node view();

    /** The panel has become visible or hidden. */
    void shown(boolean shown);

    /** The panel's entries in the table of actions. */
    default List<Action> actions() {
        return List.of();
    }

    /** The theme has changed; views that draw take their colors from it. */
    default void theme(Theme theme) {}

    /** Stops everything the panel has started. */
    @Override
    default void close() {}
}
