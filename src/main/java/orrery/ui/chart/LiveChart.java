package orrery.ui.chart;

import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import orrery.ui.fx.LiveCanvas;
import orrery.ui.fx.Palette;
import orrery.ui.fx.PulsePump;

/**
 * A chart: a live canvas with the theme's palette, a description for screen readers, a crosshair that follows the
 * pointer or the arrow keys, and a ring while it has the keyboard focus. A subclass draws with an {@link Ink}. JavaFX
 * thread only.
 */
public abstract class LiveChart extends LiveCanvas {
    /** A node with this property receives letters and arrow keys before the window's own shortcuts. */
    public static final String OWN_KEYS = "orrery.keys";

    private static final double STEP = 0.8;
    private static final double PAN = 0.1;
    private static final int STOPS = 100;
    private static final double CLICK = 3;

    private Palette palette = Palette.DARK;
    private double readingX = Double.NaN;
    private double readingY = Double.NaN;
    private double dragX;
    private boolean dragged;

    /** @param name name of the chart, for screen readers */
    protected LiveChart(PulsePump pump, String name) {
        super(pump);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(name);
        focusVisibleProperty().addListener(_ -> changed());
    }

    /** Draws in these colors from now on. */
    public void palette(Palette colors) {
        palette = colors;
        changed();
    }

    /** The theme's colors. */
    protected final Palette palette() {
        return palette;
    }

    /** Draws everything; the canvas has been cleared. Sizes are in scene pixels. */
    protected abstract void draw(Ink ink, double width, double height);

    @Override
    protected final void draw(GraphicsContext g, double width, double height) {
        Ink ink = new Ink(g, palette);
        draw(ink, width, height);
        if (isFocusVisible()) {
            g.setStroke(palette.sun());
            g.setLineWidth(1);
            g.strokeRect(0.5, 0.5, width - 1, height - 1);
        }
    }

    /** Makes it reachable with Tab, and its keys take precedence over the window's. */
    protected final void takesFocus() {
        setFocusTraversable(true);
        getProperties().put(OWN_KEYS, true);
        addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
    }

    // ---- the crosshair ----

    /** Makes the crosshair follow the pointer. */
    protected final void readsAtPointer() {
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> reading(e.getX(), e.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> reading(Double.NaN, Double.NaN));
    }

    /**
     * Makes the crosshair follow the pointer, and the arrow keys along an axis while the chart has the focus; Escape
     * removes it.
     */
    protected final void reads(Supplier<ChartAxis> across) {
        takesFocus();
        readsAtPointer();
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.isAltDown() || e.isShortcutDown()) {
                return;
            }
            ChartAxis axis = across.get();
            double from = Double.isNaN(readingX) ? axis.end() : readingX;
            switch (e.getCode()) {
                case LEFT -> reading(axis.nearest(from - axis.length() / STOPS), readingY);
                case RIGHT -> reading(axis.nearest(from + axis.length() / STOPS), readingY);
                case ESCAPE -> {
                    if (Double.isNaN(readingX)) {
                        return;
                    }
                    reading(Double.NaN, Double.NaN);
                }
                default -> {
                    return;
                }
            }
            e.consume();
        });
    }

    private void reading(double x, double y) {
        readingX = x;
        readingY = y;
        changed();
    }

    /** Puts the crosshair here. */
    protected final void readAt(double x, double y) {
        reading(x, y);
    }

    /** Position of the crosshair, pixels; NaN if there is none. */
    protected final double readingX() {
        return readingX;
    }

    /** Height of the pointer that moves the crosshair, pixels; NaN if the keys move it, or nothing does. */
    protected final double readingY() {
        return readingY;
    }

    // ---- zoom ----

    /**
     * The wheel zooms at the pointer, dragging moves, a double-click shows everything; with the focus, plus and minus
     * zoom, left and right move, Home shows everything.
     *
     * @param axis where the span is drawn; the wheel outside it is left to the chart
     */
    protected final void zooms(ZoomSpan span, Supplier<ChartAxis> axis) {
        takesFocus();
        addEventHandler(ScrollEvent.SCROLL, e -> {
            if (e.getX() >= axis.get().start()) {
                span.zoom(Math.pow(STEP, Math.signum(e.getDeltaY())), axis.get().value(e.getX()));
                changed();
                e.consume();
            }
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            dragX = e.getX();
            dragged = false;
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> {
            double dx = e.getX() - dragX;
            if (dragged || Math.abs(dx) > CLICK) {
                dragged = true;
                dragX = e.getX();
                span.move(-dx / axis.get().length());
                changed();
            }
        });
        addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            if (e.getClickCount() == 2) {
                span.all();
                changed();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, e -> zoomed(span, axis.get(), e));
    }

    private void zoomed(ZoomSpan span, ChartAxis axis, KeyEvent event) {
        if (event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        double middle = axis.value((axis.start() + axis.end()) / 2);
        switch (event.getCode()) {
            case PLUS, EQUALS, ADD -> span.zoom(STEP, middle);
            case MINUS, SUBTRACT -> span.zoom(1 / STEP, middle);
            case LEFT -> span.move(-PAN);
            case RIGHT -> span.move(PAN);
            case HOME -> span.all();
            default -> {
                return;
            }
        }
        changed();
        event.consume();
    }

    /** Whether the pointer has moved too far since it was pressed for its release to be a click. */
    protected final boolean dragged() {
        return dragged;
    }
}
