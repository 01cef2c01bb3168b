package orrery.ui.orrery;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;
import orrery.math.Constants;
import orrery.service.BodyFacts;
import orrery.service.SkyFrame;
import orrery.ui.fx.Throttle;
import orrery.ui.fx.Words;

/**
 * The ruler over the sky: a line between two bodies with their distance, its light time, and the angle between them as
 * seen from the Earth. Ignores the mouse.
 *
 * <p>Confined to the JavaFX thread.
 */
public final class RulerLayer extends Pane {
    private static final double ABOVE = 22;

    private final SkyModel model;
    private final Ruler ruler;
    private final Supplier<@Nullable Picture> picture;
    private final Words words = Words.of(RulerLayer.class);
    private final Line line = new Line();
    private final Label label = new Label();
    private final double[] a = new double[3];
    private final double[] b = new double[3];
    private Insets cover = Insets.EMPTY;
    private final Throttle readable = Throttle.millis(100);

    /** @param picture the picture shown now */
    public RulerLayer(SkyModel model, Ruler ruler, Supplier<@Nullable Picture> picture) {
        this.model = model;
        this.ruler = ruler;
        this.picture = picture;
        setMouseTransparent(true);
        setPickOnBounds(false);
        line.setId("ruler-line");
        line.getStyleClass().add("ruler-line");
        line.setManaged(false);
        label.setId("ruler-label");
        label.getStyleClass().add("ruler-label");
        label.setManaged(false);
        getChildren().addAll(line, label);
        hide();
        ruler.from().addListener(o -> readable.open());
        model.selected().addListener(o -> readable.open());
    }

    /** Sets how much of the edges is covered by other things. */
    public void cover(Insets insets) {
        cover = insets;
    }

    /** One pulse: the line follows the picture; the text changes at most ten times a second. */
    public void pulse(long now) {
        Picture shown = picture.get();
        OptionalInt from = ruler.from().get();
        int to = model.selected().get();
        if (shown == null || from.isEmpty()) {
            hide();
            return;
        }
        if (from.getAsInt() == to) {
            hide();
            say(words.get("ruler.wait", BodyLook.name(to)));
            label.relocate(
                    Math.rint((getWidth() - cover.getRight() - label.getWidth()) / 2),
                    Math.rint(getHeight() - cover.getBottom() - 60));
            return;
        }
        if (!seen(shown, from.getAsInt(), a) || !seen(shown, to, b)) {
            hide();
            return;
        }
        line.setVisible(true);
        line.setStartX(a[0]);
        line.setStartY(a[1]);
        line.setEndX(b[0]);
        line.setEndY(b[1]);
        if (readable.passes(now)) {
            measure(shown.frame(), from.getAsInt(), to);
        }
        place();
    }

    private void hide() {
        line.setVisible(false);
        label.setVisible(false);
    }

    /** Where a body appears, in the view's own pixels; false if it is behind the camera. */
    private boolean seen(Picture shown, int body, double[] out) {
        double scale = shown.viewport().scale();
        DrawnBody spot = shown.spot(body);
        if (spot != null) {
            out[0] = spot.x() / scale;
            out[1] = spot.y() / scale;
            return true;
        }
        return false;
    }

    private void measure(SkyFrame frame, int from, int to) {
        BodyFacts facts = model.service().facts();
        double km = distance(frame, from, to);
        OptionalDouble angle = facts == null || facts.body() != to
                ? OptionalDouble.empty()
                : facts.second()
                        .filter(s -> s.body() == from)
                        .map(BodyFacts.Second::angle)
                        .orElse(OptionalDouble.empty());
        String length = km > 0.02 * Constants.AU ? Lengths.au(km) + "\u2009au" : Lengths.km(km) + "\u2009km";
        String light = Lengths.seconds(km / Constants.C);
        say(
                angle.isPresent()
                        ? words.get("ruler.angle", length, light, Angles.small(angle.getAsDouble()))
                        : words.get("ruler.label", length, light));
    }

    private static double distance(SkyFrame frame, int from, int to) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            double d = component(frame, to, k) - component(frame, from, k);
            sum += d * d;
        }
        return Math.sqrt(sum);
    }

    private static double component(SkyFrame frame, int body, int k) {
        int index = frame.catalogue().indexOf(body);
        return index < 0 ? 0 : frame.component(index, k);
    }

    private void say(String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
        }
        label.setVisible(true);
        label.autosize();
    }

    /** The label at the middle of the visible part of the line, always complete. */
    private void place() {
        double right = getWidth() - cover.getRight();
        double bottom = getHeight() - cover.getBottom();
        double x = (Math.clamp(a[0], 0, right) + Math.clamp(b[0], 0, right)) / 2;
        double y = (Math.clamp(a[1], 0, bottom) + Math.clamp(b[1], 0, bottom)) / 2;
        double width = label.getWidth();
        double height = label.getHeight();
        if (Math.hypot(b[0] - a[0], b[1] - a[1]) < width) {
            // On a short line it would hide what is measured, so it is placed above both ends.
            y = Math.min(a[1], b[1]) - ABOVE;
        }
        label.relocate(
                Math.rint(Math.clamp(x - width / 2, 8, Math.max(8, right - width - 8))),
                Math.rint(Math.clamp(y - height - 8, 8, Math.max(8, bottom - height - 8))));
    }
}
