package orrery.ui.orrery;

import java.util.ArrayList;
import java.util.List;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import orrery.ui.fx.Words;

/** The picture in words, for users who cannot see it: what is in view, where, and how far from the eye. */
final class SkyText {
    private static final int MOST = 12;

    private final Words words = Words.of(SkyText.class);
    private final EpochFormat date = EpochFormat.minutes(TimeScale.TDB).spaced();

    String of(Picture picture) {
        List<String> sentences = new ArrayList<>();
        sentences.add(words.get(
                "text.scene",
                date.format(picture.frame().et()),
                BodyLook.name(picture.camera().focus()),
                Lengths.roughly(picture.camera().eyeDistance())));
        int more = 0;
        for (DrawnBody spot : picture.spots()) {
            if (spot.strength() < 0.5 || !picture.viewport().shows(spot.x(), spot.y())) {
                continue;
            }
            if (sentences.size() > MOST) {
                more++;
                continue;
            }
            sentences.add(words.get(
                    spot.id() == picture.style().selected() ? "text.chosen" : "text.body",
                    BodyLook.name(spot.id()),
                    place(picture.viewport(), spot),
                    Lengths.roughly(spot.depth())));
        }
        if (more > 0) {
            sentences.add(words.get("text.more", more));
        }
        sentences.add(words.get("text.table"));
        return String.join(" ", sentences);
    }

    private String place(Viewport viewport, DrawnBody spot) {
        double x = spot.x() / (viewport.width() - viewport.right());
        double y = spot.y() / (viewport.height() - viewport.bottom());
        String column = x < 1.0 / 3 ? "left" : x > 2.0 / 3 ? "right" : "middle";
        String row = y < 1.0 / 3 ? "top" : y > 2.0 / 3 ? "bottom" : "middle";
        return words.get("text." + row + "." + column);
    }
}
