package orrery.ui.telemetry;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Arranges its children in as many equal columns as fit its width, each child in the currently shortest column, so that
 * the order stays readable and the columns end at nearly the same height. JavaFX thread only.
 */
final class ColumnBoard extends Region {
    private static final double COLUMN = 470;
    private static final double GAP = 28;
    private static final double SPACE = 24;

    void fill(List<? extends Node> nodes) {
        getChildren().setAll(nodes);
    }

    private int columns(double width) {
        return Math.clamp((int) (width / COLUMN), 1, 3);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 360;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return place(width <= 0 ? 360 : width, false);
    }

    @Override
    protected void layoutChildren() {
        place(getWidth(), true);
    }

    /** Places each child. @return the height of the longest column */
    private double place(double whole, boolean move) {
        double left = snappedLeftInset();
        double width = whole - left - snappedRightInset();
        int count = columns(width);
        double each = Math.floor((width - (count - 1) * GAP) / count);
        double[] bottoms = new double[count];
        Arrays.fill(bottoms, snappedTopInset());
        for (Node child : getManagedChildren()) {
            int column = 0;
            for (int i = 1; i < count; i++) {
                if (bottoms[i] < bottoms[column]) {
                    column = i;
                }
            }
            double height = Math.ceil(child.prefHeight(each));
            if (move) {
                child.resizeRelocate(left + column * (each + GAP), bottoms[column], each, height);
            }
            bottoms[column] += height + SPACE;
        }
        double longest = 0;
        for (double bottom : bottoms) {
            longest = Math.max(longest, bottom);
        }
        return longest + snappedBottomInset();
    }
}
