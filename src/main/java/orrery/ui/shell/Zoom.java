package orrery.ui.shell;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Makes everything in the window larger or smaller, words first of all: it is laid out in a window so much smaller or larger,
 * and scaled.
 *
 * <p>Confined to the JavaFX thread.
 */
final class Zoom extends Region {
    static final double LEAST = 0.8;
    static final double MOST = 2;

    private static final double[] STEPS = {0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2};

    private final Region content;
    private final Scale scale = new Scale(1, 1);

    Zoom(Region content) {
        this.content = content;
        content.getTransforms().add(scale);
        getChildren().add(content);
    }

    double factor() {
        return scale.getX();
    }

    void factor(double factor) {
        scale.setX(Math.clamp(factor, LEAST, MOST));
        scale.setY(scale.getX());
        requestLayout();
    }

    void larger() {
        for (double step : STEPS) {
            if (step > factor() + 1e-9) {
                factor(step);
                return;
            }
        }
    }

    void smaller() {
        for (int i = STEPS.length - 1; i >= 0; i--) {
            if (STEPS[i] < factor() - 1e-9) {
                factor(STEPS[i]);
                return;
            }
        }
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, Math.ceil(getWidth() / factor()), Math.ceil(getHeight() / factor()));
    }
}
