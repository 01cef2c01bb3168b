package orrery.ui.orrery;

import javafx.scene.input.GestureEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/**
 * Mouse and touch input on the sky: dragging turns, dragging with the other button or with Shift pans, the wheel zooms
 * at the cursor, a click selects, a double-click flies there. On a touch screen one finger drags and taps, two zoom.
 *
 * <p>Confined to the JavaFX thread.
 */
final class SkyHand {
    /** The effect of one notch of the wheel (40 px of delta) on the distance: one fifth less. */
    private static final double ZOOM_PER_PIXEL = 0.0055;

    private static final double TURN_PER_PIXEL = 0.0062;
    private final SkyModel model;
    private double lastX;
    private double lastY;
    private boolean dragged;
    private boolean pinching;

    SkyHand(SkyModel model) {
        this.model = model;
    }

    /** Handles the mouse on a view from now on. */
    void follow(OrreryView view) {
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> pressed(view, e));
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> dragged(view, e));
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, e -> clicked(view, e));
        view.addEventHandler(ScrollEvent.SCROLL, e -> scrolled(view, e));
        view.addEventHandler(ZoomEvent.ZOOM_STARTED, _ -> pinching = true);
        view.addEventHandler(ZoomEvent.ZOOM, e -> pinched(view, e));
        view.addEventHandler(ZoomEvent.ZOOM_FINISHED, _ -> pinching = false);
    }

    private void pressed(OrreryView view, MouseEvent event) {
        view.requestFocus();
        lastX = event.getX();
        lastY = event.getY();
        dragged = false;
        view.endHint();
    }

    private void dragged(OrreryView view, MouseEvent event) {
        double dx = event.getX() - lastX;
        double dy = event.getY() - lastY;
        if (!dragged && Math.hypot(dx, dy) < 3) {
            return;
        }
        dragged = true;
        lastX = event.getX();
        lastY = event.getY();
        // Of two fingers that zoom, the first is also reported as a mouse.
        if (pinching) {
            return;
        }
        view.point(Double.NaN, Double.NaN);
        Picture picture = view.picture();
        if (event.getButton() == MouseButton.PRIMARY && !event.isShiftDown()) {
            model.rig().turn(-dx * TURN_PER_PIXEL, dy * TURN_PER_PIXEL);
        } else if (picture != null) {
            double scale = picture.viewport().scale();
            model.rig().pan(dx * scale, dy * scale, picture.viewport(), picture.projection());
        }
    }

    private void clicked(OrreryView view, MouseEvent event) {
        if (dragged || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        DrawnBody spot = view.at(event.getX(), event.getY());
        if (spot == null) {
            return;
        }
        if (event.getClickCount() >= 2) {
            model.flyTo(spot.id());
        } else {
            model.selected().set(spot.id());
        }
    }

    private void scrolled(OrreryView view, ScrollEvent event) {
        Picture picture = view.picture();
        // A finger that drags on a touch screen turns the view, and is also reported as a drag.
        if (picture == null || event.getDeltaY() == 0 || event.getTouchCount() > 0 || event.isDirect()) {
            return;
        }
        zoom(view, picture, Math.exp(-event.getDeltaY() * ZOOM_PER_PIXEL), event);
    }

    private void pinched(OrreryView view, ZoomEvent event) {
        Picture picture = view.picture();
        if (picture != null && event.getZoomFactor() > 0) {
            zoom(view, picture, 1 / event.getZoomFactor(), event);
        }
    }

    /** Zooms at the cursor, or between the fingers. */
    private void zoom(OrreryView view, Picture picture, double factor, GestureEvent event) {
        view.endHint();
        double scale = picture.viewport().scale();
        DrawnBody spot = view.at(event.getX(), event.getY());
        Projection projection = SkyPainter.projection(
                new DrawnPositions(picture.frame(), model.style().get().scale()),
                model.rig().camera(),
                picture.viewport());
        double depth = projection.distance();
        double x = event.getX() * scale;
        double y = event.getY() * scale;
        if (spot != null) {
            depth = spot.depth();
            x = spot.x();
            y = spot.y();
        }
        model.rig().zoom(factor, x, y, depth, projection);
        event.consume();
    }
}
