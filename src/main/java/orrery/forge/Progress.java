package orrery.forge;

/** How whoever waits for a forging follows it, and calls it off. Called on the forging thread. */
public interface Progress {
    /** Nobody follows, and it runs to its end. */
    Progress NONE = new Progress() {};

    /**
     * Tells how far it is.
     *
     * @param fraction from 0 to 1
     */
    default void at(double fraction) {}

    /** Asked every few milliseconds; true ends the forging with no file written. */
    default boolean isCancelled() {
        return false;
    }
}
