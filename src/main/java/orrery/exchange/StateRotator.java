package orrery.exchange;

/** Rotates a state from a file's frame to its segment's. */
@FunctionalInterface
interface StateRotator {
    /** For a frame that SPK has itself. */
    StateRotator NONE = (_, _) -> {};

    /**
     * Rotates a state.
     *
     * @param et TDB seconds past J2000
     * @param state km and km/s; rotated in place
     */
    void turn(double et, double[] state);
}
