package orrery.ui.fx;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/**
 * A canvas that fills its parent, draws at most once a pulse, and only when something has changed and it can be seen.
 * A canvas that is not shown would go on buffering what is drawn on it, so this one is left alone until it is shown again.
 *
 * <p>A subclass draws; whoever owns it says {@link #shown} and calls {@link #changed} when new data has come.
 * JavaFX thread only.
 */
public abstract class LiveCanvas extends Canvas {
    private final PulsePump pump;
    private @Nullable AutoCloseable subscription;
    private boolean dirty = true;

    protected LiveCanvas(PulsePump pump) {
        this.pump = pump;
        widthProperty().addListener(o -> changed());
        heightProperty().addListener(o -> changed());
    }

    /** Draws everything; the canvas has been cleared. Sizes in pixels of the scene. */
    protected abstract void draw(GraphicsContext g, double width, double height);

    /** Asks for a drawing in the next pulse. */
    public final void changed() {
        dirty = true;
    }

    /** Starts or stops following the pulse. */
    public final void shown(boolean shown) {
        if (shown == (subscription != null)) {
            return;
        }
        if (shown) {
            dirty = true;
            subscription = pump.listen((now, elapsed) -> pulse());
        } else {
            close();
        }
    }

    /** Draws now, whether shown or not: for pictures taken off the screen. */
    public final void drawNow() {
        dirty = false;
        GraphicsContext g = getGraphicsContext2D();
        // Clearing the whole canvas also resets its command buffer.
        g.clearRect(0, 0, getWidth(), getHeight());
        if (getWidth() > 0 && getHeight() > 0) {
            draw(g, getWidth(), getHeight());
        }
    }

    private void pulse() {
        if (dirty) {
            drawNow();
        }
    }

    private void close() {
        AutoCloseable open = subscription;
        subscription = null;
        if (open != null) {
            try {
                open.close();
            } catch (Exception e) {
                throw new IllegalStateException("a pulse listener could not be removed", e);
            }
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
    public void resize(double width, double height) {
        setWidth(width);
        setHeight(height);
    }
}
