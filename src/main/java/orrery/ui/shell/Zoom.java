package orrery.ui.shell;

import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.control.PopupControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/**
 * Scales everything in the window, text above all: it is laid out in a proportionally smaller or larger window, and
 * scaled.
 *
 * <p>Confined to the JavaFX thread.
 */
final class Zoom extends Region {
    static final double LEAST = 0.8;
    static final double MOST = 2;

    /** The minimum layout width: below it, essential parts of the window would be cut off. */
    private static final double NARROWEST = 500;

    private static final double[] STEPS = {0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2};

    private final Region content;
    private final Scale scale = new Scale(1, 1);
    private double factor = 1;
    // Kept alive as long as this object.
    @SuppressWarnings({"FieldCanBeLocal", "UnusedVariable"})
    private final ListChangeListener<Window> popups;

    Zoom(Region content) {
        this.content = content;
        content.getTransforms().add(scale);
        getChildren().add(content);
        ListChangeListener<Window> opened = change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::popup);
            }
        };
        // Weak, because the list of windows outlives this one.
        popups = opened;
        Window.getWindows().addListener(new WeakListChangeListener<>(opened));
    }

    /** Popups are separate windows, outside the scaling; their text is made as large. */
    private void popup(Window window) {
        if (window instanceof PopupControl popup && getScene() != null && owned(popup)) {
            double size = (popup instanceof Tooltip ? 11 : 13) * scale.getX();
            popup.setStyle("-fx-font-size: " + size + "px");
        }
    }

    private boolean owned(PopupWindow popup) {
        Window owner = popup.getOwnerWindow();
        while (owner instanceof PopupWindow above) {
            owner = above.getOwnerWindow();
        }
        return owner != null && owner.equals(getScene().getWindow());
    }

    /** The requested scale; a window too narrow for it uses the largest possible one. */
    double factor() {
        return factor;
    }

    /** Lays out what it holds at once, for pictures. */
    void settle() {
        applyCss();
        layout();
    }

    void factor(double wanted) {
        factor = Math.clamp(wanted, LEAST, MOST);
        fit();
        requestLayout();
    }

    private void fit() {
        double fitting = Math.min(factor, Math.max(1, getWidth() / NARROWEST));
        if (fitting != scale.getX()) {
            scale.setX(fitting);
            scale.setY(fitting);
            Window.getWindows().forEach(this::popup);
        }
    }

    void larger() {
        for (double step : STEPS) {
            if (step > factor + 1e-9 && factor == scale.getX()) {
                factor(step);
                return;
            }
        }
    }

    void smaller() {
        for (int i = STEPS.length - 1; i >= 0; i--) {
            if (STEPS[i] < scale.getX() - 1e-9) {
                factor(STEPS[i]);
                return;
            }
        }
    }

    @Override
    protected void layoutChildren() {
        fit();
        content.resizeRelocate(0, 0, Math.ceil(getWidth() / scale.getX()), Math.ceil(getHeight() / scale.getY()));
    }
}
