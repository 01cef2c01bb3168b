package orrery.exchange;

/** Turns a state from a file's frame to the one that its segment is in. */
@FunctionalInterface
interface StateTurn {
    /** For a frame that SPK itself has. */
    StateTurn NONE = (_, _) -> {};

    /**
     * Turns.
     *
     * @param et TDB seconds past J2000
     * @param state km and km/s; turned in place
     */
    void turn(double et, double[] state);
}
