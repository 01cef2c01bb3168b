package orrery.ui.orrery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    /** Bodies for which a place is sought, for each name allowed in the picture: in a swarm few have one. */
    private static final int TRIES = 4;

    /** More names than this are not kept for when they are seen again. */
    private static final int KEPT = 1_000;

    private static final double LARGEST_DISC = 160;
    /** Radii from which on names make room for rings, and at which these are drawn. */
    private static final double RINGLESS = 3;

    private static final double RINGED = 4.5;
    /** Up to this radius a name is raised, and to its double less and less. */
    private static final double RAISED = 8;

    private static final double EDGE = 4;
    private static final double RAISE = 0.4;
    /** The mark of the selected body ends there. */
    private static final double OUTSIDE_MARK = 11;

    /** Sides of a body on which its name may stand, beside it first. */
    private static final int LEFT = 0;

    private static final int RIGHT = 1;
    private static final int BELOW = 2;
    /** For so many pictures a name stays where it is although the other side has become the better one. */
    private static final int PATIENCE = 120;

    /** What has been out of sight for so many pictures is named at once. */
    private static final int ABSENT = 60;
    /** Bodies that move by less than this in a picture are at rest, and all is when they are for so many pictures. */
    private static final double QUIET = 0.5;

    private static final int RESTED = 20;
    /** How far, in a picture, a name follows the way in which it is raised. */
    private static final double CREEP = 0.7;

    private final Map<Integer, SkyName> labels = new HashMap<>();
    private final List<Text> ticks = new ArrayList<>();
    /** Names that were placed elsewhere. */
    private List<Text> placed = List.of();

    private final Absence absence = new Absence();
    private final double[] outwards = new double[2];
    private final Occupied occupied = new Occupied();
    private double right;
    private List<Rectangle2D> reserved = List.of();
    private long round;
    private boolean still;
    /** Whether names keep the sides that they had: true in the window; a single picture has no predecessor. */
    private boolean calm;
    /** How far the bodies have moved since the last picture, at most; and for how many pictures almost not at all. */
    private double stir;

    private int rest;
    /** Whether the name being placed is shown as soon as there is room. */
    private boolean hurry;

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
        rest = stir < QUIET ? rest + 1 : 0;
        stir = 0;
        occupied.begin(reserved, picture);
        Optional<Skyline> skyline = Skyline.of(picture.camera(), picture.projection(), picture.viewport());
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
            SkyName label = label(spot.id(), look);
            label.chosen(chosen);
            stir = Math.max(stir, label.moves(spot.x() / scale, spot.y() / scale));
            outwards(picture, spot);
            label.full.says(name(label, picture, spot));
            // What comes into sight, or is selected, is named at once.
            hurry = !calm || chosen || label.sought == 0 || label.sought < round - ABSENT;
            label.sought = round;
            SkyName.Tag placed = null;
            boolean named = (names > 0 || chosen) && (density != LabelDensity.LETTERS || chosen);
            if (named && place(label.full, false, spot, scale, density.air(), chosen)) {
                names--;
                placed = label.full;
            } else if (letters > 0
                    && !look.letter().isEmpty()
                    && (label.letter.placed == round - 1 || !label.full.hasRoom(round))
                    && place(label.letter, true, spot, scale, density.air(), chosen)) {
                letters--;
                placed = label.letter;
            }
            if (placed != null && placed.placed == round) {
                double strength = spot.gone() ? Math.min(1, spot.strength() + 0.2) : 1;
                double light = skyline.map(line -> line.strength(spot.x(), spot.y(), scale))
                        .orElse(1.0);
                placed.fade(strength * light, now);
            }
        }
        fadeOthers(picture, now);
        forget(picture.frame().catalogue());
        ticks(picture, scale);
    }

    private SkyName label(int id, BodyLook look) {
        SkyName label = labels.get(id);
        if (label == null) {
            label = new SkyName(look);
            labels.put(id, label);
            getChildren().addAll(label.texts());
        }
        label.follow(look);
        return label;
    }

    /** What has not been placed fades, going along with its body. */
    private void fadeOthers(Picture picture, boolean now) {
        double scale = picture.viewport().scale();
        labels.forEach((id, label) -> label.tags()
                .filter(tag -> tag.placed != round && tag.text.isVisible())
                .forEach(tag -> {
                    DrawnBody spot = picture.spot(id);
                    if (spot != null) {
                        tag.move(spot.x() / scale, spot.y() / scale);
                    }
                    tag.fade(0, now);
                }));
    }

    /** Shows names where they have been placed already, and the distances of a picture between them. */
    void show(Picture picture, List<ShownName> names) {
        double scale = picture.viewport().scale();
        right = (picture.viewport().width() - picture.viewport().right()) / scale;
        if (placed.isEmpty()) {
            placed = names.stream().map(ShownName::text).toList();
            getChildren().addAll(placed);
        }
        occupied.begin(List.of(), picture);
        placed.forEach(occupied::take);
        ticks(picture, scale);
    }

    /** The names in sight. */
    List<ShownName> shown() {
        List<ShownName> names = new ArrayList<>();
        labels.values().forEach(label -> {
            if (label.full.text.isVisible()) {
                names.add(ShownName.of(label.full, false));
            }
            if (label.letter.text.isVisible()) {
                names.add(ShownName.of(label.letter, true));
            }
        });
        return List.copyOf(names);
    }

    /** Removes the names of bodies that are no longer there after kernels have changed. */
    private void forget(SkyCatalogue catalogue) {
        boolean many = labels.size() > KEPT;
        if (labels.size() <= catalogue.size() && !many) {
            return;
        }
        labels.entrySet().removeIf(entry -> {
            SkyName label = entry.getValue();
            boolean gone = (many || catalogue.indexOf(entry.getKey()) < 0) && label.isGone();
            if (gone) {
                getChildren().removeAll(label.texts());
            }
            return gone;
        });
    }

    /** The name, with the reason if no kernel covers the body now. */
    private String name(SkyName label, Picture picture, DrawnBody spot) {
        if (!spot.gone()) {
            return label.name();
        }
        SkyCatalogue catalogue = picture.frame().catalogue();
        int index = catalogue.indexOf(spot.id());
        return index < 0
                ? label.name()
                : label.name() + " \u00b7 "
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

    /** Seeks room for a text; true if there is some, even if it does not come into sight yet. */
    private boolean place(SkyName.Tag tag, boolean letter, DrawnBody spot, double scale, double air, boolean chosen) {
        double width = tag.text.getLayoutBounds().getWidth();
        double height = tag.text.getLayoutBounds().getHeight();
        double radius = spot.radius() / scale;
        // Rings are drawn once the disc is large enough for them.
        double ringed = Math.clamp((radius - RINGLESS) / (RINGED - RINGLESS), 0, 1);
        double reach = 1 + ringed * (BodyLook.of(spot.id()).reach() - 1);
        double gap = Math.max(radius * reach + (letter ? 5 : 7), chosen ? radius + OUTSIDE_MARK : 0);
        double x = spot.x() / scale;
        double y = spot.y() / scale;
        // Away from the body's center, so that the body's own path does not cross the name.
        int best = outwards[0] < 0 ? LEFT : RIGHT;
        double raise = height * RAISE * steepness() * Math.clamp(2 - radius / RAISED, 0, 1);
        boolean stood = calm && tag.placed == round - 1;
        double creep = stood ? CREEP : Double.MAX_VALUE;
        tag.raised = Math.clamp(raise, tag.raised - creep, tag.raised + creep);
        // Where it stood last it stays while there is room, or until another side has been better for a while.
        boolean turns = tag.waited >= PATIENCE;
        boolean stays = calm && tag.hasRoom(round - 1) && !turns;
        for (int i = stays ? -1 : 0; i < 4; i++) {
            int side = i < 0 ? tag.side : i < 2 ? (i == 0 ? best : LEFT + RIGHT - best) : i;
            boolean beside = side == LEFT || side == RIGHT;
            double left = !beside ? x - width / 2 : side == LEFT ? x - gap - width : x + gap;
            double top = beside ? y - height / 2 - tag.raised : side == BELOW ? y + gap - 3 : y - gap - height + 3;
            boolean inside = left >= EDGE && left + width <= right - EDGE;
            boolean standing = stood && side == tag.side;
            if (inside && occupied.free(left, top, width, height, air / 2, standing ? tag : null)) {
                if (rest >= RESTED) {
                    tag.rests();
                }
                boolean ripe = tag.ripens(round, side) || hurry || standing || tag.turning == round - 1;
                if (calm && tag.text.isVisible() && tag.side != side) {
                    if (turns) {
                        // It fades where it is, and comes back on the other side.
                        tag.turning = round;
                    } else {
                        tag.loses(round);
                    }
                    return true;
                }
                tag.waited = side == best || tag.side != side ? 0 : tag.waited + 1;
                tag.side = side;
                if (ripe) {
                    occupied.take(left, top, width, height);
                    tag.stands(round);
                    tag.put(x, y, left, top);
                }
                return ripe;
            }
        }
        tag.loses(round);
        return false;
    }

    /** How far a name is raised: up to one for a body above its center, down to minus one. */
    private double steepness() {
        double length = Math.hypot(outwards[0], outwards[1]);
        return length > 0 ? Math.clamp(-1.5 * outwards[1] / length, -1, 1) : 0;
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
                boolean whole = x + width <= right - EDGE && y + height <= bottom;
                double clear = whole ? occupied.clearness(x, y, width, height) : 0;
                shown = clear > 0;
                if (shown) {
                    occupied.take(x, y, width, height);
                }
                text.setX(Math.rint(x));
                text.setY(Math.rint(y + text.getBaselineOffset()));
                text.setOpacity(Math.min(1, tick.strength() * 1.2) * clear);
            }
            text.setVisible(shown);
        }
    }

    /** Whether a body's name or letter is in the picture. */
    boolean names(int id) {
        SkyName label = labels.get(id);
        return label != null && label.tags().anyMatch(tag -> tag.text.isVisible() && tag.text.getOpacity() > 0.5);
    }
}
