package orrery.ui.orrery;

import orrery.spk.NaifIds;
import orrery.ui.fx.Theme;

/**
 * What the picture shows and how.
 *
 * @param theme colours
 * @param scale how distances are drawn
 * @param paths which paths are drawn
 * @param trail length of the bright tail, in turns; 0 for none
 * @param rings whether the rings of distance in the ecliptic are drawn
 * @param grid which circles are drawn on the sky
 * @param stars whether the bright stars are drawn
 * @param milkyWay whether the Milky Way is drawn
 * @param markers whether small bodies are drawn larger than they are, so that they can be seen
 * @param labels how many names there are
 * @param center NAIF id of the body that paths are drawn relative to; {@link #NO_CENTER} where each has its own
 * @param selected NAIF id of the chosen body
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
    /** No body: NAIF has none of this number. */
    public static final int NO_CENTER = Integer.MIN_VALUE;

    /** Lengths of tails that {@link #nextTrail} goes through, in turns. */
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
        return new SkyStyle(
                other, scale, paths, trail, rings, grid, stars, milkyWay, markers, labels, center, selected);
    }

    public SkyStyle scale(ScaleMode other) {
        return new SkyStyle(
                theme, other, paths, trail, rings, grid, stars, milkyWay, markers, labels, center, selected);
    }

    public SkyStyle paths(PathKind other) {
        return new SkyStyle(
                theme, scale, other, trail, rings, grid, stars, milkyWay, markers, labels, center, selected);
    }

    public SkyStyle trail(double other) {
        return new SkyStyle(
                theme, scale, paths, other, rings, grid, stars, milkyWay, markers, labels, center, selected);
    }

    public SkyStyle rings(boolean other) {
        return new SkyStyle(
                theme, scale, paths, trail, other, grid, stars, milkyWay, markers, labels, center, selected);
    }

    public SkyStyle grid(SkyGridKind other) {
        return new SkyStyle(
                theme, scale, paths, trail, rings, other, stars, milkyWay, markers, labels, center, selected);
    }

    public SkyStyle stars(boolean other) {
        return new SkyStyle(
                theme, scale, paths, trail, rings, grid, other, milkyWay, markers, labels, center, selected);
    }

    public SkyStyle milkyWay(boolean other) {
        return new SkyStyle(theme, scale, paths, trail, rings, grid, stars, other, markers, labels, center, selected);
    }

    public SkyStyle markers(boolean other) {
        return new SkyStyle(theme, scale, paths, trail, rings, grid, stars, milkyWay, other, labels, center, selected);
    }

    public SkyStyle labels(LabelDensity other) {
        return new SkyStyle(theme, scale, paths, trail, rings, grid, stars, milkyWay, markers, other, center, selected);
    }

    public SkyStyle center(int other) {
        return new SkyStyle(theme, scale, paths, trail, rings, grid, stars, milkyWay, markers, labels, other, selected);
    }

    public SkyStyle selected(int other) {
        return new SkyStyle(theme, scale, paths, trail, rings, grid, stars, milkyWay, markers, labels, center, other);
    }
}
