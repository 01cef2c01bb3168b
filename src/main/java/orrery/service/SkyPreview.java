package orrery.service;

import java.util.List;

/**
 * Trajectories of a kernel that is not loaded, to be shown in the sky: passed to {@link SkyService#preview}, they are
 * in every frame from then on.
 *
 * <p>Immutable; may be handed to any thread.
 *
 * @param ways each body's trajectory about each of its centers
 */
public record SkyPreview(List<Way> ways) {
    /** No preview. */
    public static final SkyPreview NONE = new SkyPreview(List.of());

    /**
     * One body's trajectory about one center.
     *
     * @param path NaN where the kernel has no state; its period is the shortest turn, or the whole length if the body
     * does not return
     * @param name its label
     */
    public record Way(SkyPath path, String name) {
        /** Whether an epoch, TDB seconds past J2000, is on it. */
        public boolean covers(double et) {
            return et >= path.start() && et <= path.end();
        }

        /** The knot index, with a fraction, nearest to an epoch. */
        public double position(double et) {
            return Math.clamp((et - path.start()) / path.step(), 0.0, path.size() - 1.0);
        }

        /** The greatest distance from the center, km, ICRF; 0 if there is no state at all. */
        public double reach() {
            double most = 0;
            for (int i = 0; i < path.size(); i++) {
                double x = path.component(i, 0);
                double y = path.component(i, 1);
                double z = path.component(i, 2);
                double r = Math.sqrt(x * x + y * y + z * z);
                most = r > most ? r : most;
            }
            return most;
        }
    }

    public SkyPreview {
        ways = List.copyOf(ways);
    }

    /** Whether there is nothing to draw. */
    public boolean isNone() {
        return ways.isEmpty();
    }
}
