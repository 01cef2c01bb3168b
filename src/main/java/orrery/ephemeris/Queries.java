package orrery.ephemeris;

/**
 * The queries that a {@link QueryPlan} draws, in order: which body, relative to which, when.
 *
 * <p>Immutable and thread-safe: any number of workers may take their shares from one instance.
 */
public final class Queries {
    private final int[] targets;
    private final int[] centers;
    private final int[] bodies;
    private final double[] epochs;

    Queries(int[] targets, int[] centers, int[] bodies, double[] epochs) {
        this.targets = targets;
        this.centers = centers;
        this.bodies = bodies;
        this.epochs = epochs;
    }

    /** How many there are. */
    public int size() {
        return epochs.length;
    }

    /** Position of query {@code i}'s body among the plan's bodies, from 0. */
    public int body(int i) {
        return bodies[i];
    }

    /** NAIF id of the body asked by query {@code i}. */
    public int target(int i) {
        return targets[bodies[i]];
    }

    /** NAIF id of what query {@code i} is relative to. */
    public int center(int i) {
        return centers[bodies[i]];
    }

    /** Epoch of query {@code i}, TDB seconds past J2000. */
    public double et(int i) {
        return epochs[i];
    }
}
