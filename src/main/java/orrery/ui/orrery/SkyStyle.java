package orrery.ui.orrery;

import orrery.ui.fx.Theme;

/**
 * What the picture shows and how.
 *
 * @param theme colours
 * @param scale how distances are drawn
 * @param orbits whether paths are drawn
 * @param trail length of the bright tail, in turns; 0 for none
 * @param grid whether the rings of distance in the ecliptic are drawn
 * @param stars whether the bright stars are drawn
 * @param markers whether small bodies are drawn larger than they are, so that they can be seen
 * @param selected NAIF id of the chosen body
 */
public record SkyStyle(
        Theme theme,
        ScaleMode scale,
        boolean orbits,
        double trail,
        boolean grid,
        boolean stars,
        boolean markers,
        int selected) {
    public static SkyStyle first(Theme theme) {
        return new SkyStyle(theme, ScaleMode.TRUE, true, 0.32, true, true, true, 399);
    }

    public SkyStyle theme(Theme other) {
        return new SkyStyle(other, scale, orbits, trail, grid, stars, markers, selected);
    }

    public SkyStyle scale(ScaleMode other) {
        return new SkyStyle(theme, other, orbits, trail, grid, stars, markers, selected);
    }

    public SkyStyle orbits(boolean shown) {
        return new SkyStyle(theme, scale, shown, trail, grid, stars, markers, selected);
    }

    public SkyStyle trail(double turns) {
        return new SkyStyle(theme, scale, orbits, turns, grid, stars, markers, selected);
    }

    public SkyStyle grid(boolean shown) {
        return new SkyStyle(theme, scale, orbits, trail, shown, stars, markers, selected);
    }

    public SkyStyle stars(boolean shown) {
        return new SkyStyle(theme, scale, orbits, trail, grid, shown, markers, selected);
    }

    public SkyStyle markers(boolean shown) {
        return new SkyStyle(theme, scale, orbits, trail, grid, stars, shown, selected);
    }

    public SkyStyle selected(int body) {
        return new SkyStyle(theme, scale, orbits, trail, grid, stars, markers, body);
    }
}
