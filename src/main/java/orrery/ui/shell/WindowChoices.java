package orrery.ui.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.ephemeris.Site;
import orrery.service.TimeStep;
import orrery.time.TimeScale;
import orrery.ui.fx.Theme;
import orrery.ui.orrery.BodyColors;
import orrery.ui.orrery.LabelDensity;
import orrery.ui.orrery.OrreryView;
import orrery.ui.orrery.PathKind;
import orrery.ui.orrery.ScaleMode;
import orrery.ui.orrery.SkyGridKind;
import orrery.ui.orrery.SkyModel;
import orrery.ui.orrery.SkyStyle;

/**
 * The user's settings in the window: saved, and applied at the next start.
 *
 * <p>Confined to the JavaFX thread.
 */
final class WindowChoices {
    private static final String CLOSED = "none";

    private final OrreryWindow window;
    private final SkyModel model;
    private final OrreryView sky;
    private final TimeBar time;
    private final SidePanel side;
    private final Zoom zoom;
    private @Nullable Boolean motion;
    private boolean systemMotion;
    private String firstPanel = "";

    WindowChoices(OrreryWindow window, SkyModel model, OrreryView sky, TimeBar time, SidePanel side, Zoom zoom) {
        this.window = window;
        this.model = model;
        this.sky = sky;
        this.time = time;
        this.side = side;
        this.zoom = zoom;
    }

    /** The current settings, to be saved. */
    Settings kept() {
        SkyStyle style = model.style().get();
        Map<String, String> values = new HashMap<>();
        values.put("theme", style.theme().name());
        values.put("scale", style.scale().name());
        values.put("paths", style.paths().name());
        values.put("trail", Double.toString(style.trail()));
        values.put("rings", Boolean.toString(style.rings()));
        values.put("grid", style.grid().name());
        values.put("stars", Boolean.toString(style.stars()));
        values.put("milkyWay", Boolean.toString(style.milkyWay()));
        values.put("markers", Boolean.toString(style.markers()));
        values.put("labels", style.labels().name());
        values.put("time", time.timeScale().name());
        values.put("step", time.unit().name());
        values.put("site", model.site().get().map(WindowChoices::written).orElse(""));
        values.put("colors", BodyColors.written());
        values.put("zoom", Double.toString(zoom.factor()));
        if (motion != null) {
            values.put("reducedMotion", Boolean.toString(motion));
        }
        values.put("panel", side.isOpen() ? side.shown().id() : CLOSED);
        return Settings.of(values);
    }

    /** Applies earlier settings; invalid ones are ignored. */
    void take(Settings kept) {
        SkyStyle now = model.style().get();
        model.style()
                .set(now.scale(kept.get("scale", ScaleMode::valueOf, now.scale()))
                        .paths(kept.get("paths", PathKind::valueOf, now.paths()))
                        .trail(kept.number("trail", 0, 4, now.trail()))
                        .rings(kept.flag("rings", now.rings()))
                        .grid(kept.get("grid", SkyGridKind::valueOf, now.grid()))
                        .stars(kept.flag("stars", now.stars()))
                        .milkyWay(kept.flag("milkyWay", now.milkyWay()))
                        .markers(kept.flag("markers", now.markers()))
                        .labels(kept.get("labels", LabelDensity::valueOf, now.labels())));
        window.theme(kept.get("theme", Theme::valueOf, now.theme()));
        time.timeScale(kept.get("time", TimeScale::valueOf, TimeScale.TDB));
        time.unit(kept.get("step", TimeStep::valueOf, TimeStep.DAY));
        zoom.factor(kept.number("zoom", Zoom.LEAST, Zoom.MOST, 1));
        model.site().set(kept.get("site", WindowChoices::site, Optional.empty()));
        kept.get(
                "colors",
                text -> {
                    BodyColors.read(text);
                    return text;
                },
                "");
        String choice = kept.get("reducedMotion", value -> value, "");
        motion = choice.isEmpty() ? null : Boolean.valueOf(choice);
        move();
        String panel = kept.get("panel", value -> value, "");
        if (side.has(panel) || panel.equals(CLOSED)) {
            firstPanel = panel;
        }
    }

    /** A city by its zone, because some have the same name; another place by its coordinates. */
    private static String written(Site site) {
        return site.name().equals(site.figures()) ? site.figures() : site.zone();
    }

    private static Optional<Site> site(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(Site.parse(text));
    }

    /** Uses full or reduced motion, as set by the user or the system. */
    private void move() {
        boolean reduced = motion == null ? systemMotion : motion;
        sky.reducedMotion(reduced);
        model.clock().still(reduced);
    }

    /** With reduced motion set in the system nothing flies here either, unless the user chose otherwise. */
    void systemMotion(boolean reduced) {
        systemMotion = reduced;
        move();
    }

    /** Toggles reduced motion; returns true if it is now reduced. */
    boolean toggleMotion() {
        boolean reduced = !(motion == null ? systemMotion : motion);
        motion = reduced;
        move();
        return reduced;
    }

    /** Opens the panel as it was or, at the first start, if there is room for it. */
    void openFirstPanel(double width) {
        if (firstPanel.isEmpty()) {
            if (width >= 1280) {
                side.open(true);
            }
        } else if (!firstPanel.equals(CLOSED)) {
            side.show(firstPanel);
        }
    }
}
