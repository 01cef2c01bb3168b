package orrery.ui.guide;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import orrery.ui.fx.Views;

/** The page that is shown, as far as there is room, and the keys that move it. JavaFX thread only. */
final class GuideScroll extends ScrollPane {
    private static final double STEP = 48;

    private final StackPane column = new StackPane();

    GuideScroll() {
        setContent(column);
        setId("guide-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(true);
        Views.scrollPlainly(this);
        column.getStyleClass().add("guide-column");
    }

    /** Shows this instead of what was there. */
    void show(Node page) {
        Scene scene = getScene();
        Node focus = scene == null ? null : scene.getFocusOwner();
        boolean onPage = focus != null && Views.holds(column, focus);
        column.getChildren().setAll(page);
        if (onPage) {
            // The link that had the keys is gone.
            requestFocus();
        }
    }

    /** Brings a part of the page into sight. */
    void to(Node part) {
        double y = column.sceneToLocal(part.localToScene(0, 0)).getY();
        double room = room();
        setVvalue(room <= 0 ? 0 : Math.clamp((y - STEP / 2) / room, 0.0, 1.0));
    }

    void down() {
        by(STEP);
    }

    void up() {
        by(-STEP);
    }

    /** Takes a key that moves the page; false for all others. */
    boolean moved(KeyEvent event) {
        double height = getViewportBounds().getHeight() - STEP;
        switch (event.getCode()) {
            case DOWN -> down();
            case UP -> up();
            case PAGE_DOWN -> by(height);
            case PAGE_UP -> by(-height);
            case SPACE -> by(event.isShiftDown() ? -height : height);
            case HOME -> setVvalue(0);
            case END -> setVvalue(1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void by(double pixels) {
        double room = room();
        if (room > 0) {
            setVvalue(Math.clamp(getVvalue() + pixels / room, 0.0, 1.0));
        }
    }

    /** How much of the page is out of sight, pixels. */
    private double room() {
        return column.getHeight() - getViewportBounds().getHeight();
    }
}
