package orrery.ui.fx;

import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.transform.Scale;

/**
 * A canvas that fills its parent and is drawn at most once a pulse, only when something has changed and it is visible.
 * A hidden canvas would keep buffering what is drawn on it, so it is not drawn until it is shown again.
 *
 * <p>If the window is scaled up, the canvas has correspondingly more pixels and is scaled down again, so that text and
 * lines are as sharp as those of controls. (A canvas follows the screen's own scale by itself.) Sizes and pointer
 * positions are in layout units.
 *
 * <p>A subclass draws; its owner calls {@link #shown}, and {@link #changed} when new data have arrived. JavaFX thread
 * only.
 */
public abstract class LiveCanvas extends Parent {
    private static final double COARSEST = 1;
    private static final double FINEST = 3;

    private final Follower pulse;
    private final Canvas canvas = new Canvas();
    private final Scale back = new Scale(1, 1);
    private final ReadOnlyDoubleWrapper width = new ReadOnlyDoubleWrapper(this, "width");
    private final ReadOnlyDoubleWrapper height = new ReadOnlyDoubleWrapper(this, "height");
    private boolean dirty = true;

    protected LiveCanvas(PulsePump pump) {
        pulse = new Follower(pump, (now, elapsed) -> pulse());
        canvas.setManaged(false);
        canvas.getTransforms().add(back);
        getChildren().add(canvas);
        width.addListener(o -> changed());
        height.addListener(o -> changed());
        localToSceneTransformProperty().addListener(o -> {
            if (Math.abs(enlarged() - 1 / back.getX()) > 1e-9) {
                changed();
            }
        });
    }

    /** The scale at which it is shown. */
    private double enlarged() {
        return Math.clamp(getLocalToSceneTransform().getMxx(), COARSEST, FINEST);
    }

    public final double getWidth() {
        return width.get();
    }

    public final double getHeight() {
        return height.get();
    }

    /** Draws everything; the canvas has been cleared. Sizes are in scene pixels. */
    protected abstract void draw(GraphicsContext g, double width, double height);

    /** Requests drawing in the next pulse. */
    public final void changed() {
        dirty = true;
    }

    /** Starts or stops following the pulse. */
    public final void shown(boolean shown) {
        dirty |= pulse.follow(shown);
    }

    /** Draws now, whether visible or not: for off-screen pictures. */
    public final void drawNow() {
        dirty = false;
        double larger = enlarged();
        back.setX(1 / larger);
        back.setY(1 / larger);
        canvas.setWidth(getWidth() * larger);
        canvas.setHeight(getHeight() * larger);
        GraphicsContext g = canvas.getGraphicsContext2D();
        // Clearing the whole canvas also resets its command buffer.
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.scale(larger, larger);
        if (getWidth() > 0 && getHeight() > 0) {
            draw(g, getWidth(), getHeight());
        }
    }

    private void pulse() {
        if (dirty) {
            drawNow();
        }
    }

    @Override
    public boolean isResizable() {
        return true;
    }

    @Override
    public double prefWidth(double height) {
        return 0;
    }

    @Override
    public double prefHeight(double width) {
        return 0;
    }

    @Override
    public double minWidth(double height) {
        return 0;
    }

    @Override
    public double minHeight(double width) {
        return 0;
    }

    @Override
    public double maxWidth(double height) {
        return Double.MAX_VALUE;
    }

    @Override
    public double maxHeight(double width) {
        return Double.MAX_VALUE;
    }

    @Override
    public void resize(double newWidth, double newHeight) {
        width.set(newWidth);
        height.set(newHeight);
    }
}
