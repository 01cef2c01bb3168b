package orrery.ui.orrery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;

/**
 * Names beside the bodies. Those that matter more are placed first; one that would lie over another, or over a body, tries
 * the other side and then stays away. Names fade in and out; they never jump about.
 *
 * <p>Confined to the JavaFX thread.
 */
final class LabelLayer extends Pane {
    private static final double STEP = 0.14;

    private final Map<Integer, Text> names = new HashMap<>();
    private final List<Text> ticks = new ArrayList<>();

    LabelLayer() {
        setMouseTransparent(true);
        setPickOnBounds(false);
        getStyleClass().add("sky-labels");
    }

    /** Places the names of a picture. At once, or fading. */
    void show(Picture picture, SkyStyle style, boolean atOnce) {
        double scale = picture.viewport().scale();
        double right = (picture.viewport().width() - picture.viewport().right()) / scale;
        double bottom = (picture.viewport().height() - picture.viewport().bottom()) / scale;
        List<Bounds> taken = new ArrayList<>();
        for (Spot spot : picture.spots()) {
            if (spot.strength() > 0.5) {
                double r = spot.radius() / scale;
                taken.add(new BoundingBox(spot.x() / scale - r, spot.y() / scale - r, 2 * r, 2 * r));
            }
        }
        Set<Integer> placed = new HashSet<>();
        for (Spot spot : picture.spots()) {
            boolean inside = spot.x() > 0
                    && spot.y() > 0
                    && spot.x() / scale < right
                    && spot.y() / scale < bottom
                    && spot.radius() / scale < 160;
            if (spot.strength() <= 0.5 || !inside) {
                continue;
            }
            Text text = name(spot.id(), style);
            if (place(text, spot, scale, taken)) {
                placed.add(spot.id());
                fade(text, 1, atOnce);
            }
        }
        names.forEach((id, text) -> {
            if (!placed.contains(id)) {
                fade(text, 0, atOnce);
            }
        });
        ticks(picture, scale, taken);
    }

    private boolean place(Text text, Spot spot, double scale, List<Bounds> taken) {
        double width = text.getLayoutBounds().getWidth();
        double height = text.getLayoutBounds().getHeight();
        double gap = spot.radius() / scale + 7;
        double x = spot.x() / scale;
        double y = spot.y() / scale;
        double[][] corners = {
            {x + gap, y - height / 2},
            {x - gap - width, y - height / 2},
            {x - width / 2, y + gap - 3},
            {x - width / 2, y - gap - height + 3}
        };
        for (double[] corner : corners) {
            Bounds box = new BoundingBox(corner[0], corner[1], width, height);
            if (taken.stream().noneMatch(other -> other.intersects(box))) {
                taken.add(box);
                text.setX(Math.rint(corner[0]));
                text.setY(Math.rint(corner[1] + text.getBaselineOffset()));
                return true;
            }
        }
        return false;
    }

    private Text name(int id, SkyStyle style) {
        Text text = names.computeIfAbsent(id, key -> {
            Text made = new Text(BodyLook.name(key));
            made.getStyleClass().add("sky-name");
            made.setOpacity(0);
            getChildren().add(made);
            return made;
        });
        text.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("chosen"), id == style.selected());
        return text;
    }

    private static void fade(Text text, double to, boolean atOnce) {
        double now = text.getOpacity();
        double next = atOnce ? to : now < to ? Math.min(to, now + STEP) : Math.max(to, now - STEP);
        if (next != now) {
            text.setOpacity(next);
            text.setVisible(next > 0);
        }
    }

    private void ticks(Picture picture, double scale, List<Bounds> taken) {
        List<Picture.Tick> wanted = picture.ticks();
        while (ticks.size() < wanted.size()) {
            Text text = new Text();
            text.getStyleClass().add("sky-tick");
            ticks.add(text);
            getChildren().addFirst(text);
        }
        for (int i = 0; i < ticks.size(); i++) {
            Text text = ticks.get(i);
            boolean shown = i < wanted.size();
            if (shown) {
                Picture.Tick tick = wanted.get(i);
                text.setText(Lengths.round(tick.km()));
                double x = tick.x() / scale + 5;
                double y = tick.y() / scale + 4;
                Bounds box = new BoundingBox(
                        x,
                        y,
                        text.getLayoutBounds().getWidth(),
                        text.getLayoutBounds().getHeight());
                shown = taken.stream().noneMatch(other -> other.intersects(box));
                if (shown) {
                    taken.add(box);
                }
                text.setX(Math.rint(x));
                text.setY(Math.rint(y + text.getBaselineOffset()));
                text.setOpacity(Math.min(1, tick.strength() * 1.2));
            }
            text.setVisible(shown);
        }
    }

    /** Whether a body's name stands in the picture. */
    boolean names(int id) {
        Text text = names.get(id);
        return text != null && text.isVisible() && text.getOpacity() > 0.5;
    }
}
