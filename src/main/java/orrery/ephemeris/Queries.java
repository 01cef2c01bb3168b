package orrery.ephemeris;

/**
 * The queries that a {@link QueryPlan} draws, in order: body, center and epoch.
 *
 * <p>Immutable and thread-safe: any number of workers may share one instance.
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

    /** {@return the number of queries} */
    public int size() {
        return epochs.length;
    }

    /**
     * Returns the index of a query's body among the plan's bodies.
     *
     * @param i index of the query, from 0
     * @return index, from 0
     */
    public int body(int i) {
        return bodies[i];
    }

    /**
     * Returns the body of a query.
     *
     * @param i index of the query, from 0
     * @return NAIF id
     */
    public int target(int i) {
        return targets[bodies[i]];
    }

    /**
     * Returns the center of a query.
     *
     * @param i index of the query, from 0
     * @return NAIF id
     */
    public int center(int i) {
        return centers[bodies[i]];
    }

    /**
     * Returns the epoch of a query.
     *
     * @param i index of the query, from 0
     * @return TDB seconds past J2000
     */
    public double et(int i) {
        return epochs[i];
    }
}
