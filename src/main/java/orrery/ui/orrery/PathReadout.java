package orrery.ui.orrery;

import javafx.scene.control.Label;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import orrery.math.Constants;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import orrery.ui.fx.Words;

/**
 * The text beside the pointer on a path: the body, the date, and its state there.
 *
 * <p>Confined to the JavaFX thread.
 */
final class PathReadout {
    /** The reach of the pointer around a path, pixels. */
    private static final double PATH_REACH = 7;

    private final Label reading = new Label();
    private final Circle dot = new Circle(3);
    private final PathReader reader = new PathReader();
    private final Words words = Words.of(PathReadout.class);
    private EpochFormat date = EpochFormat.minutes(TimeScale.TDB).spaced();

    PathReadout() {
        reading.getStyleClass().add("sky-reading");
        reading.setId("path-reading");
        reading.setVisible(false);
        reading.setMouseTransparent(true);
        dot.setVisible(false);
        dot.getStyleClass().add("sky-dot");
        dot.setMouseTransparent(true);
    }

    Label label() {
        return reading;
    }

    Circle dot() {
        return dot;
    }

    void timeScale(TimeScale scale) {
        date = EpochFormat.minutes(scale).spaced();
    }

    /** The current reading; empty if there is no path under the pointer. */
    String text() {
        return reading.isVisible() ? reading.getText() : "";
    }

    /**
     * Reads the path at a point.
     *
     * @param picture null if there is nothing to read
     * @param right right edge of the space for the text
     */
    void show(@Nullable Picture picture, double pointerX, double pointerY, double right, double bottom) {
        double scale = picture == null ? 1 : picture.viewport().scale();
        PathReader.Reading found =
                picture == null ? null : reader.at(picture, pointerX * scale, pointerY * scale, PATH_REACH * scale);
        reading.setVisible(found != null);
        dot.setVisible(found != null);
        if (found == null || picture == null) {
            return;
        }
        OrreryView.set(reading, readingText(found));
        dot.setCenterX(found.x() / scale);
        dot.setCenterY(found.y() / scale);
        double width = reading.prefWidth(-1);
        double height = reading.prefHeight(-1);
        double x = pointerX + 16 + width > right ? pointerX - 12 - width : pointerX + 16;
        double y = Math.min(pointerY + 14, bottom - height);
        reading.resizeRelocate(Math.rint(Math.max(8, x)), Math.rint(Math.max(8, y)), width, height);
    }

    private String readingText(PathReader.Reading at) {
        StringBuilder lines = new StringBuilder(
                        words.get("path.reading", BodyLook.name(at.body()), date.format(at.et())))
                .append('\n')
                .append(words.get(
                        "path.reading.state",
                        Lengths.roughly(at.distance()),
                        BodyLook.name(at.center()),
                        Lengths.speed(at.speed())));
        PathReader.Vector p = at.position();
        if (!Double.isNaN(p.x())) {
            boolean far = at.distance() > 0.02 * Constants.AU;
            lines.append('\n')
                    .append(words.get(
                            far ? "path.reading.au" : "path.reading.km",
                            far ? Lengths.au(p.x()) : Lengths.km(p.x()),
                            far ? Lengths.au(p.y()) : Lengths.km(p.y()),
                            far ? Lengths.au(p.z()) : Lengths.km(p.z())));
        }
        if (!Double.isNaN(at.apart())) {
            lines.append('\n')
                    .append(words.get(
                            at.osculating() ? "path.reading.ellipse" : "path.reading.own",
                            Lengths.roughly(at.apart())));
        } else if (at.osculating()) {
            lines.append('\n').append(words.get("path.reading.osculating"));
        }
        return lines.toString();
    }
}
