package orrery.ui.orrery;

import java.util.List;
import orrery.service.SkyPreview;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import orrery.ui.fx.Words;

/**
 * The text in the corners of a picture: what is in the middle, the axes of view, the distance, the scale.
 *
 * <p>Confined to one thread.
 */
final class SkyCaption {
    private static final int MOST_TRIED = 4;

    private final Words words = Words.of(SkyCaption.class);
    private final GhostText ghosts = new GhostText();
    private EpochFormat date = EpochFormat.minutes(TimeScale.TDB).spaced();

    void timeScale(TimeScale scale) {
        date = EpochFormat.minutes(scale).spaced();
    }

    /** What is in the middle, the axes of view, the distance. */
    String caption(Picture picture) {
        Camera camera = picture.camera();
        String center = BodyLook.name(camera.focus());
        String away = Lengths.roughly(camera.eyeDistance());
        CameraFrame frame = camera.frame();
        String axes = switch (frame.kind()) {
            case ECLIPTIC -> words.get("frame.ecliptic");
            case EQUATOR -> words.get("frame.equator");
            case PAIR -> words.get("frame.pair", BodyLook.name(frame.a()), BodyLook.name(frame.b()));
            case FROM -> words.get("frame.from", BodyLook.name(frame.a()), away);
        };
        if (frame.kind() == CameraFrame.Kind.FROM) {
            String ground = frame.ground()
                    .map(at -> words.get(
                            "frame.ground",
                            Angles.degrees(Math.toRadians(Math.abs(at.longitude())), 2),
                            words.get(at.longitude() < 0 ? "frame.ground.w" : "frame.ground.e"),
                            Angles.degrees(Math.toRadians(Math.abs(at.latitude())), 2),
                            words.get(at.latitude() < 0 ? "frame.ground.s" : "frame.ground.n")))
                    .orElse("");
            return words.get(
                    "view.caption.from",
                    center,
                    axes + ground + " \u00b7 " + words.get("view.field", field(camera.field())));
        }
        boolean centered =
                picture.style().center() == camera.focus() && picture.style().scale() == ScaleMode.TRUE;
        return words.get(centered ? "view.caption.center" : "view.caption", center, axes, away);
    }

    private static String field(double degrees) {
        double radians = Math.toRadians(degrees);
        return degrees < 1 ? Angles.small(radians) : Angles.degrees(radians, 1) + FactGroups.DEGREE;
    }

    /** The text about the ghost and the preview; empty if there is neither. */
    String ghost(Picture picture) {
        return beside(picture);
    }

    /** The text for the ghost, else for the preview: both have the same place. */
    private String beside(Picture picture) {
        String shade = ghosts.of(picture);
        List<String> tried = picture.frame().preview().ways().stream()
                .map(SkyPreview.Way::name)
                .distinct()
                .toList();
        if (tried.isEmpty()) {
            return shade;
        }
        String names = String.join(", ", tried.subList(0, Math.min(MOST_TRIED, tried.size())));
        String preview = words.get(
                "preview.badge",
                tried.size() > MOST_TRIED ? words.get("preview.more", names, tried.size() - MOST_TRIED) : names);
        return shade.isEmpty() ? preview : shade + "\n" + preview;
    }

    /** The scale, and whether bodies are enlarged. */
    String badge(Picture picture) {
        boolean enlarged = picture.spots().stream().anyMatch(s -> !s.trueSize() && s.strength() > 0);
        return switch (picture.style().scale()) {
            case TRUE -> enlarged ? words.get("badge.true.enlarged") : words.get("badge.true");
            case LOGARITHMIC -> words.get("badge.log");
            case SCHEMATIC -> words.get("badge.schematic");
        };
    }

    /** All of it in one line. */
    String signature(Picture picture) {
        String shade = beside(picture);
        return date.format(picture.frame().et()) + "   " + caption(picture) + "   " + badge(picture)
                + (shade.isEmpty() ? "" : "   " + shade);
    }
}
