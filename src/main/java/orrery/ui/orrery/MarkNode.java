package orrery.ui.orrery;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;

/** A body's mark as in the picture, for use in lists. */
final class MarkNode {
    private static final double BOX = 11;

    private MarkNode() {}

    static Node of(int id, boolean dark) {
        BodyLook look = BodyLook.of(id);
        Shape shape = switch (look.body().kind()) {
            case ASTEROID -> new Polygon(4.5, 0, 9, 4.5, 4.5, 9, 0, 4.5);
            case COMET -> new Polygon(4.5, 0, 9, 9, 0, 9);
            case SPACECRAFT -> path("M0 4.5 H3 M3 2.5 H7 V6.5 H3 Z M7 4.5 H10");
            case STATION -> new Polygon(0, 0, 9, 0, 4.5, 9);
            case LAGRANGE_POINT, BARYCENTER, UNKNOWN, TIME -> path("M0 4.5 H9 M4.5 0 V9");
            case STAR, PLANET -> new Circle(4.5);
            case MOON -> new Circle(3);
        };
        int rgb = look.color(dark);
        Color color = Color.rgb((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255);
        if (shape instanceof SVGPath) {
            shape.setStroke(color);
            shape.setStrokeWidth(1.4);
            shape.setFill(Color.TRANSPARENT);
        } else {
            shape.setFill(color);
        }
        return shape;
    }

    /** The mark in the middle of a square as large as the largest mark, so that the text beside it is aligned. */
    static Node boxed(int id, boolean dark) {
        StackPane box = new StackPane(of(id, dark));
        box.setMinSize(BOX, BOX);
        box.setMaxSize(BOX, BOX);
        return box;
    }

    private static SVGPath path(String content) {
        SVGPath path = new SVGPath();
        path.setContent(content);
        return path;
    }
}
