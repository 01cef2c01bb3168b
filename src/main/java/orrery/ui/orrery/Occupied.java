package orrery.ui.orrery;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** The places of a picture that are taken, by text and by bodies: rectangles. Confined to the JavaFX thread. */
final class Occupied {
    /** Within so many pixels of what is there a text fades. */
    private static final double NEAR = 10;

    /** Of small bodies, the dots of a thousand asteroids cannot all be kept free. */
    private static final int MOST_SMALL = 80;

    private static final double SMALL = 4;

    private double[] taken = new double[256];
    private int count;
    /** Which of the places are those of bodies. */
    private int discs;

    private int discsEnd;

    /** Forgets all; then takes some places, and those of a picture's bodies. */
    void begin(List<Rectangle2D> reserved, Picture picture) {
        count = 0;
        for (Rectangle2D place : reserved) {
            take(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
        }
        discs = count;
        double scale = picture.viewport().scale();
        int small = 0;
        for (DrawnBody spot : picture.spots()) {
            if (spot.strength() > 0.5 && !spot.dot() && (spot.radius() > SMALL * scale || small++ < MOST_SMALL)) {
                double r = spot.radius() / scale;
                take(spot.x() / scale - r, spot.y() / scale - r, 2 * r, 2 * r);
            }
        }
        discsEnd = count;
    }

    void take(Text text) {
        Bounds bounds = text.getLayoutBounds();
        take(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }

    void take(double x, double y, double width, double height) {
        if (count + 4 > taken.length) {
            taken = Arrays.copyOf(taken, taken.length * 2);
        }
        taken[count++] = x;
        taken[count++] = y;
        taken[count++] = x + width;
        taken[count++] = y + height;
    }

    /** Whether nothing is in the way; a text that stands there already bears bodies that pass. */
    boolean free(double x, double y, double width, double height, double air, SkyName.@Nullable Tag standing) {
        boolean crossed = false;
        for (int i = 0; i < count; i += 4) {
            if (x - air < taken[i + 2] && x + width + air > taken[i] && y < taken[i + 3] && y + height > taken[i + 1]) {
                if (standing == null || i < discs || i >= discsEnd) {
                    return false;
                }
                crossed = true;
            }
        }
        return standing == null || standing.bears(crossed);
    }

    /** How clear a place is: 0 if something is in it, 1 if nothing is near. */
    double clearness(double x, double y, double width, double height) {
        double nearest = NEAR;
        for (int i = 0; i < count; i += 4) {
            double across = Math.max(taken[i] - x - width, x - taken[i + 2]);
            double down = Math.max(taken[i + 1] - y - height, y - taken[i + 3]);
            nearest = Math.min(nearest, Math.max(across, down));
        }
        return Math.max(0, nearest / NEAR);
    }
}
