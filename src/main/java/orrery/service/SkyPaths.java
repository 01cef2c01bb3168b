package orrery.service;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The paths of all bodies that have one, as of an epoch.
 *
 * @param generation the catalogue's
 * @param et the epoch that they were sampled about, TDB seconds past J2000
 * @param wish what was wanted
 * @param byBody path round the parent by NAIF id
 * @param osculating ellipse of the present state by NAIF id; empty unless wanted
 * @param centered past path relative to the wish's center by NAIF id; empty unless wanted. Where the wish is for turning
 *     axes, knots are along these: x from the center to the other body, z along their angular momentum
 */
public record SkyPaths(
        long generation,
        double et,
        PathWish wish,
        Map<Integer, SkyPath> byBody,
        Map<Integer, SkyPath> osculating,
        Map<Integer, SkyPath> centered) {
    public static final SkyPaths NONE = new SkyPaths(0, Double.NaN, PathWish.PLAIN, Map.of(), Map.of(), Map.of());

    public SkyPaths {
        byBody = Map.copyOf(byBody);
        osculating = Map.copyOf(osculating);
        centered = Map.copyOf(centered);
    }

    public @Nullable SkyPath of(int body) {
        return byBody.get(body);
    }

    /** The ellipse of a body's present state, or null. */
    public @Nullable SkyPath ellipse(int body) {
        return osculating.get(body);
    }

    /** A body's past path relative to the wish's center, or null. */
    public @Nullable SkyPath relative(int body) {
        return centered.get(body);
    }
}
