package orrery.ui.orrery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import orrery.service.SkyCatalogue;
import orrery.spk.BodyKind;

/**
 * Names beside the bodies. The more important ones are placed first; one that would cover another label or a body tries
 * the other sides, then only its letter, and then disappears. Names fade in and out; they never jump.
 *
 * <p>Confined to the JavaFX thread.
 */
final class LabelLayer extends Pane {
    private static final double STEP = 0.14;

    /** Bodies for which a place is sought, for each name allowed in the picture: in a swarm few have one. */
    private static final int TRIES = 4;

    /** More names than this are not kept for when they are seen again. */
    private static final int KEPT = 1_000;

    private static final double LARGEST_DISC = 160;
    private static final double RINGED = 4.5;
    private static final double RAISED = 12;
    private static final double EDGE = 4;
    private static final double RAISE = 0.4;
    /** Sides of a body on which its name may stand, beside it first. */
    private static final int LEFT = 0;

    private static final int RIGHT = 1;
    private static final int BELOW = 2;
    /** For so many pictures a name stays where it is although the other side has become the better one. */
    private static final int PATIENCE = 120;

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass LETTER = PseudoClass.getPseudoClass("letter");

    /** The longest name shown in the sky, in letters; the Body tab has the full name. */
    private static final int LONGEST = 40;

    private final Map<Integer, Label> labels = new HashMap<>();
    private final List<Text> ticks = new ArrayList<>();
    private final Absence absence = new Absence();
    private final double[] outwards = new double[2];
    private double[] taken = new double[256];
    private double right;
    private int count;
    private List<Rectangle2D> reserved = List.of();
    private long round;
    private boolean still;
    /** Whether names keep the sides that they had: true in the window; a single picture has no predecessor. */
    private boolean calm;

    /** A body's label, and the round in which it was last placed. */
    private static final class Label {
        private final Text text = new Text();
        private BodyLook look;
        private String name;
        private long placed;
        private boolean abbreviated;
        private int side;
        private int waited;

        Label(BodyLook look) {
            this.look = look;
            this.name = cut(look.name());
            text.setText(name);
            text.getStyleClass().add("sky-name");
            text.setOpacity(0);
        }

        /** A kernel loaded since may give the body another name. */
        void follow(BodyLook now) {
            if (!now.equals(look)) {
                look = now;
                name = cut(now.name());
            }
        }

        private static String cut(String whole) {
            return whole.length() > LONGEST ? whole.substring(0, LONGEST) + "\u2026" : whole;
        }
    }

    LabelLayer() {
        setMouseTransparent(true);
        setPickOnBounds(false);
        getStyleClass().add("sky-labels");
    }

    /** With reduced motion, names appear and disappear instantly. */
    void reducedMotion(boolean reduced) {
        still = reduced;
    }

    /** Keeps parts of the view free of names from now on, for other text. */
    void reserve(List<Rectangle2D> places) {
        reserved = places;
    }

    /** Places the names of a picture, instantly or fading. */
    void show(Picture picture, SkyStyle style, boolean atOnce) {
        boolean now = atOnce || still;
        calm = !atOnce;
        double scale = picture.viewport().scale();
        LabelDensity density = style.labels();
        right = (picture.viewport().width() - picture.viewport().right()) / scale;
        round++;
        count = 0;
        for (Rectangle2D place : reserved) {
            take(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
        }
        Optional<Skyline> skyline = Skyline.of(picture.camera(), picture.projection(), picture.viewport());
        int obstacles = 0;
        for (DrawnBody spot : picture.spots()) {
            // The dots of a thousand asteroids cannot all be kept free.
            if (spot.strength() > 0.5 && !spot.dot() && (spot.radius() > 4 * scale || obstacles++ < 80)) {
                double r = spot.radius() / scale;
                take(spot.x() / scale - r, spot.y() / scale - r, 2 * r, 2 * r);
            }
        }
        int names = density.names();
        int letters = density.letters();
        int tries = TRIES * (names + letters);
        for (DrawnBody spot : picture.spots()) {
            boolean chosen = spot.id() == style.selected();
            if (!chosen && (density == LabelDensity.NONE || tries <= 0 || (names <= 0 && letters <= 0))) {
                break;
            }
            if (spot.dot()
                    || spot.strength() <= (spot.gone() ? 0.05 : 0.5)
                    || !picture.viewport().shows(spot.x(), spot.y())
                    || spot.radius() / scale > LARGEST_DISC) {
                continue;
            }
            tries--;
            BodyLook look = BodyLook.of(spot.id());
            Label label = labels.get(spot.id());
            if (label == null) {
                label = new Label(look);
                labels.put(spot.id(), label);
                getChildren().add(label.text);
            }
            label.follow(look);
            label.text.pseudoClassStateChanged(CHOSEN, chosen);
            outwards(picture, spot);
            boolean named = (names > 0 || chosen) && (density != LabelDensity.LETTERS || chosen);
            if (named && place(label, name(label, picture, spot), false, spot, scale, density.air())) {
                names--;
            } else if (letters > 0
                    && !look.letter().isEmpty()
                    && place(label, look.letter(), true, spot, scale, density.air())) {
                letters--;
            }
            if (label.placed == round) {
                double strength = spot.gone() ? Math.min(1, spot.strength() + 0.2) : 1;
                double light = skyline.map(line -> line.strength(spot.x(), spot.y(), scale))
                        .orElse(1.0);
                fade(label.text, strength * light, now);
            }
        }
        labels.forEach((id, label) -> {
            if (label.placed != round) {
                fade(label.text, 0, now);
            }
        });
        forget(picture.frame().catalogue());
        ticks(picture, scale);
    }

    /** Removes the names of bodies that are no longer there after kernels have changed. */
    private void forget(SkyCatalogue catalogue) {
        boolean many = labels.size() > KEPT;
        if (labels.size() <= catalogue.size() && !many) {
            return;
        }
        labels.entrySet().removeIf(entry -> {
            Text text = entry.getValue().text;
            boolean gone = (many || catalogue.indexOf(entry.getKey()) < 0) && text.getOpacity() <= 0;
            if (gone) {
                getChildren().remove(text);
            }
            return gone;
        });
    }

    /** The name, with the reason if no kernel covers the body now. */
    private String name(Label label, Picture picture, DrawnBody spot) {
        if (!spot.gone()) {
            return label.name;
        }
        SkyCatalogue catalogue = picture.frame().catalogue();
        int index = catalogue.indexOf(spot.id());
        return index < 0
                ? label.name
                : label.name + " \u00b7 "
                        + absence.of(
                                catalogue.bodies().get(index), picture.frame().et());
    }

    /** The apparent direction away from the body's center; up and to the right if that is not in the picture. */
    private void outwards(Picture picture, DrawnBody spot) {
        outwards[0] = 1;
        outwards[1] = -1;
        SkyCatalogue catalogue = picture.frame().catalogue();
        int index = catalogue.indexOf(spot.id());
        int around =
                index < 0 ? -1 : catalogue.placeOf(catalogue.bodies().get(index).parent());
        DrawnBody center =
                around < 0 ? null : picture.spot(catalogue.bodies().get(around).id());
        if (center != null && center.id() != spot.id()) {
            // Away from the Sun is where a comet's tail is.
            int out = BodyLook.of(spot.id()).body().kind() == BodyKind.COMET ? -1 : 1;
            outwards[0] = out * (spot.x() - center.x());
            outwards[1] = out * (spot.y() - center.y());
        }
    }

    private boolean place(Label label, String words, boolean letter, DrawnBody spot, double scale, double air) {
        Text text = label.text;
        if (!words.equals(text.getText())) {
            text.setText(words);
        }
        if (letter != label.abbreviated) {
            label.abbreviated = letter;
            text.pseudoClassStateChanged(LETTER, letter);
        }
        double width = text.getLayoutBounds().getWidth();
        double height = text.getLayoutBounds().getHeight();
        // Rings are drawn once the disc is large enough for them.
        double reach = spot.radius() > RINGED * scale ? BodyLook.of(spot.id()).reach() : 1;
        double gap = spot.radius() * reach / scale + (letter ? 5 : 7);
        double x = spot.x() / scale;
        double y = spot.y() / scale;
        // Away from the body's center, so that the body's own path does not cross the name.
        boolean leftwards = outwards[0] < 0;
        double raised = spot.radius() < RAISED * scale ? Math.copySign(height * RAISE, -outwards[1]) : 0;
        int best = leftwards ? LEFT : RIGHT;
        // Where it stood last it stays while there is room, or until another side has been better for a while.
        boolean stays = calm && label.placed == round - 1 && label.waited < PATIENCE;
        for (int i = stays ? -1 : 0; i < 4; i++) {
            int side = i < 0 ? label.side : i < 2 ? (i == 0 ? best : LEFT + RIGHT - best) : i;
            boolean beside = side == LEFT || side == RIGHT;
            double left = !beside ? x - width / 2 : side == LEFT ? x - gap - width : x + gap;
            double top = beside ? y - height / 2 - raised : side == BELOW ? y + gap - 3 : y - gap - height + 3;
            boolean inside = left >= EDGE && left + width <= right - EDGE;
            if (inside && free(left, top, width, height, air / 2)) {
                take(left, top, width, height);
                stand(label, side, best);
                text.setX(Math.rint(left));
                text.setY(Math.rint(top + text.getBaselineOffset()));
                return true;
            }
        }
        return false;
    }

    /** A name that changes sides fades in again instead of jumping. */
    private void stand(Label label, int side, int best) {
        boolean moved = label.placed == round - 1 && side != label.side;
        if (calm && moved) {
            label.text.setOpacity(0);
        }
        label.waited = side == best || moved ? 0 : label.waited + 1;
        label.side = side;
        label.placed = round;
    }

    private void take(double x, double y, double width, double height) {
        if (count + 4 > taken.length) {
            taken = Arrays.copyOf(taken, taken.length * 2);
        }
        taken[count++] = x;
        taken[count++] = y;
        taken[count++] = x + width;
        taken[count++] = y + height;
    }

    private boolean free(double x, double y, double width, double height, double air) {
        for (int i = 0; i < count; i += 4) {
            if (x - air < taken[i + 2] && x + width + air > taken[i] && y < taken[i + 3] && y + height > taken[i + 1]) {
                return false;
            }
        }
        return true;
    }

    private static void fade(Text text, double to, boolean atOnce) {
        double now = text.getOpacity();
        double next = atOnce ? to : now < to ? Math.min(to, now + STEP) : Math.max(to, now - STEP);
        if (next != now) {
            text.setOpacity(next);
            text.setVisible(next > 0);
        }
    }

    private void ticks(Picture picture, double scale) {
        List<Picture.Tick> wanted = picture.ticks();
        double bottom = (picture.viewport().height() - picture.viewport().bottom()) / scale;
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
                if (!tick.text().equals(text.getText())) {
                    text.setText(tick.text());
                }
                double x = tick.x() / scale + 5;
                double y = tick.y() / scale + 4;
                double width = text.getLayoutBounds().getWidth();
                double height = text.getLayoutBounds().getHeight();
                // A distance cut off by the panel is useless.
                shown = x + width <= right - EDGE && y + height <= bottom && free(x, y, width, height, 0);
                if (shown) {
                    take(x, y, width, height);
                }
                text.setX(Math.rint(x));
                text.setY(Math.rint(y + text.getBaselineOffset()));
                text.setOpacity(Math.min(1, tick.strength() * 1.2));
            }
            text.setVisible(shown);
        }
    }

    /** Whether a body's name or letter is in the picture. */
    boolean names(int id) {
        Label label = labels.get(id);
        return label != null && label.text.isVisible() && label.text.getOpacity() > 0.5;
    }
}
