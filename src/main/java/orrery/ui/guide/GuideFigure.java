package orrery.ui.guide;

import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/**
 * A picture scaled down to the available width, but never enlarged. Its height is known before it is loaded, so that
 * nothing moves when it arrives.
 *
 * <p>Confined to the JavaFX thread.
 */
final class GuideFigure extends Region {
    private final GuideBlock.Figure figure;
    private final ImageView view = new ImageView();

    GuideFigure(GuideBlock.Figure figure) {
        this.figure = figure;
        getStyleClass().add("guide-figure");
        GuideLibrary.picture(figure.resource()).ifPresent(url -> view.setImage(new Image(url.toExternalForm(), true)));
        view.setPreserveRatio(true);
        view.setSmooth(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(figure.words());
        getChildren().add(view);
    }

    private double shown(double width) {
        return width <= 0 ? figure.width() : Math.min(width, figure.width());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return figure.width();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(shown(width) * figure.height() / figure.width());
    }

    @Override
    protected void layoutChildren() {
        view.setFitWidth(shown(getWidth()));
        view.relocate(0, 0);
    }
}
