package orrery.ui.orrery;

import java.util.function.Consumer;
import orrery.spk.NaifIds;
import orrery.ui.fx.Theme;

/**
 * What the picture shows and how.
 *
 * @param theme colors
 * @param scale how distances are drawn
 * @param paths which paths are drawn
 * @param trail length of the bright tail, in turns; 0 for none
 * @param rings whether the distance rings in the ecliptic are drawn
 * @param grid which circles are drawn on the sky
 * @param stars whether the bright stars are drawn
 * @param milkyWay whether the Milky Way is drawn
 * @param markers whether small bodies are enlarged so that they are visible
 * @param labels how many names there are
 * @param center NAIF id of the body that paths are drawn relative to; {@link #NO_CENTER} if each has its own
 * @param selected NAIF id of the selected body
 */
public record SkyStyle(
        Theme theme,
        ScaleMode scale,
        PathKind paths,
        double trail,
        boolean rings,
        SkyGridKind grid,
        boolean stars,
        boolean milkyWay,
        boolean markers,
        LabelDensity labels,
        int center,
        int selected) {
    /** No body: NAIF does not use this number. */
    public static final int NO_CENTER = Integer.MIN_VALUE;

    /** The tail lengths that {@link #nextTrail} cycles through, in turns. */
    private static final double[] TRAILS = {0, 0.1, 0.32, 1};

    public static SkyStyle first(Theme theme) {
        return new SkyStyle(
                theme,
                ScaleMode.TRUE,
                PathKind.KERNEL,
                0.32,
                true,
                SkyGridKind.NONE,
                true,
                true,
                true,
                LabelDensity.NORMAL,
                NO_CENTER,
                NaifIds.EARTH);
    }

    /** The next longer tail; none after the longest. */
    public SkyStyle nextTrail() {
        for (double length : TRAILS) {
            if (length > trail) {
                return trail(length);
            }
        }
        return trail(0);
    }

    public SkyStyle theme(Theme other) {
        return with(draft -> draft.theme = other);
    }

    public SkyStyle scale(ScaleMode other) {
        return with(draft -> draft.scale = other);
    }

    public SkyStyle paths(PathKind other) {
        return with(draft -> draft.paths = other);
    }

    public SkyStyle trail(double other) {
        return with(draft -> draft.trail = other);
    }

    public SkyStyle rings(boolean other) {
        return with(draft -> draft.rings = other);
    }

    public SkyStyle grid(SkyGridKind other) {
        return with(draft -> draft.grid = other);
    }

    public SkyStyle stars(boolean other) {
        return with(draft -> draft.stars = other);
    }

    public SkyStyle milkyWay(boolean other) {
        return with(draft -> draft.milkyWay = other);
    }

    public SkyStyle markers(boolean other) {
        return with(draft -> draft.markers = other);
    }

    public SkyStyle labels(LabelDensity other) {
        return with(draft -> draft.labels = other);
    }

    public SkyStyle center(int other) {
        return with(draft -> draft.center = other);
    }

    public SkyStyle selected(int other) {
        return with(draft -> draft.selected = other);
    }

    private SkyStyle with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.style();
    }

    /** The choices while one is changed: each is named once, and not once a choice. */
    private static final class Draft {
        private Theme theme;
        private ScaleMode scale;
        private PathKind paths;
        private double trail;
        private boolean rings;
        private SkyGridKind grid;
        private boolean stars;
        private boolean milkyWay;
        private boolean markers;
        private LabelDensity labels;
        private int center;
        private int selected;

        Draft(SkyStyle from) {
            theme = from.theme;
            scale = from.scale;
            paths = from.paths;
            trail = from.trail;
            rings = from.rings;
            grid = from.grid;
            stars = from.stars;
            milkyWay = from.milkyWay;
            markers = from.markers;
            labels = from.labels;
            center = from.center;
            selected = from.selected;
        }

        SkyStyle style() {
            return new SkyStyle(
                    theme, scale, paths, trail, rings, grid, stars, milkyWay, markers, labels, center, selected);
        }
    }
}
