package orrery.ui.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** The one way from FXML and style sheets to views. JavaFX thread only. */
public final class Views {
    private Views() {}

    /**
     * Loads a view from the FXML beside its room's classes.
     *
     * @param room a class of the room
     * @param name file name
     * @param controller receives the {@code @FXML} fields and calls
     * @param words texts of the room
     * @throws UncheckedIOException if the file is invalid: a defect
     */
    public static Parent load(Class<?> room, String name, Object controller, Words words) {
        FXMLLoader loader = new FXMLLoader(resource(room, name), words.bundle());
        loader.setController(controller);
        try {
            Parent view = loader.load();
            scrollPlainly(view);
            return view;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /** The URL of a style sheet beside a room's classes. */
    public static String sheet(Class<?> room, String name) {
        return resource(room, name).toExternalForm();
    }

    /** Whether a node is another one or lies in it, however deep. */
    public static boolean holds(Node outer, Node inner) {
        for (Node at = inner; at != null; at = at.getParent()) {
            if (at.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    private static URL resource(Class<?> room, String name) {
        return Objects.requireNonNull(room.getResource(name), name);
    }

    /**
     * Draws scrolled content directly. The control's skin would cache a picture of the content, remade whenever a
     * figure changes; pictures of every past window size stay in the toolkit's pool.
     */
    public static void scrollPlainly(Node node) {
        if (node instanceof ScrollPane scroll) {
            scroll.skinProperty().subscribe(skin -> {
                Node viewport = skin == null ? null : scroll.lookup(".viewport");
                if (viewport != null) {
                    viewport.setCache(false);
                }
            });
            if (scroll.getContent() != null) {
                scrollPlainly(scroll.getContent());
            }
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(Views::scrollPlainly);
        }
    }
}
