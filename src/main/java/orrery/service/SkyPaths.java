package orrery.service;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The paths of all bodies that have one, as of an epoch.
 *
 * @param generation the catalogue's
 * @param et the epoch that they were sampled about, TDB seconds past J2000
 * @param byBody path by NAIF id
 */
public record SkyPaths(long generation, double et, Map<Integer, SkyPath> byBody) {
    public static final SkyPaths NONE = new SkyPaths(0, Double.NaN, Map.of());

    public SkyPaths {
        byBody = Map.copyOf(byBody);
    }

    public @Nullable SkyPath of(int body) {
        return byBody.get(body);
    }
}
