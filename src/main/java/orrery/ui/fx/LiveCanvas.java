package orrery.ui.fx;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.transform.Scale;

/**
 * A canvas that fills its parent, draws at most once a pulse, and only when something has changed and it can be seen.
 * A canvas that is not shown would go on buffering what is drawn on it, so this one is left alone until it is shown again.
 *
 * <p>Where the window is shown larger than it is laid out, the canvas has as many pixels more, and is shown smaller again, so
 * that words and lines are as sharp as those of controls. (The screen's own scale a canvas follows by itself.) Sizes and the
 * pointer's places are the layout's.
 *
 * <p>A subclass draws; whoever owns it says {@link #shown} and calls {@link #changed} when new data has come.
 * JavaFX thread only.
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

    /** How much larger than laid out it is shown. */
    private double enlarged() {
        return Math.clamp(getLocalToSceneTransform().getMxx(), COARSEST, FINEST);
    }

    public final double getWidth() {
        return width.get();
    }

    public final double getHeight() {
        return height.get();
    }

    public final ReadOnlyDoubleProperty widthProperty() {
        return width.getReadOnlyProperty();
    }

    /** Draws everything; the canvas has been cleared. Sizes in pixels of the scene. */
    protected abstract void draw(GraphicsContext g, double width, double height);

    /** Asks for a drawing in the next pulse. */
    public final void changed() {
        dirty = true;
    }

    /** Starts or stops following the pulse. */
    public final void shown(boolean shown) {
        dirty |= pulse.follow(shown);
    }

    /** Draws now, whether shown or not: for pictures taken off the screen. */
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
