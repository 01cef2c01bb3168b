package orrery.ui.fx;

import java.util.List;
import javafx.scene.Node;

/**
 * One tab of the panel at the right. The shell makes one of each, shows one at a time, and says when it is shown: a panel
 * that is not shown draws nothing.
 *
 * <p>JavaFX thread only.
 */
public interface Panel extends AutoCloseable {
    /** Stable name, such as {@code audit}; also the name that {@code --tab} takes. */
    String id();

    /** What stands on the tab. */
    String title();

    /** The guide's chapter on it. */
    default String chapter() {
        return id();
    }

    /** The panel's content; the same node every time. It must do with 360 px and with the whole window. */
    Node view();

    /** The panel has come into sight, or gone out of it. */
    void shown(boolean shown);

    /** What the panel adds to the table of actions. */
    default List<Action> actions() {
        return List.of();
    }

    /** The theme has changed; views that draw take their colours from it. */
    default void theme(Theme theme) {}

    /** Stops whatever the panel has started. */
    @Override
    default void close() {}
}
