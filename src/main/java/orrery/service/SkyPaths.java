package orrery.service;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The paths of all bodies that have one, for an epoch.
 *
 * @param generation the generation of the catalogue
 * @param et the epoch about which they were sampled, TDB seconds past J2000
 * @param wish the request
 * @param byBody path around the parent by NAIF id
 * @param osculating osculating ellipse by NAIF id; empty unless requested
 * @param centered past path relative to the requested center by NAIF id; empty unless requested. If rotating axes were
 * requested, knots are in these: x from the center to the other body, z along their angular momentum
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

    /** A body's osculating ellipse, or null. */
    public @Nullable SkyPath ellipse(int body) {
        return osculating.get(body);
    }

    /** A body's past path relative to the requested center, or null. */
    public @Nullable SkyPath relative(int body) {
        return centered.get(body);
    }
}
