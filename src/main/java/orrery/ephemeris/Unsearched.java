package orrery.ephemeris;

import java.util.Set;

/**
 * A stretch of time in which something could not be looked for.
 *
 * @param reason which body's data are lacking, and when
 * @param families what was not looked for there; at least one
 */
public record Unsearched(Reason reason, Set<EventFamily> families) {
    /** Why there is nothing to search. */
    public enum Why {
        /** None of the kernels holds the body. */
        ABSENT,
        /** They hold it at other times. */
        UNCOVERED,
        /** The light that would be seen left the body before the kernels begin. */
        LIGHT
    }

    /**
     * What is lacking.
     *
     * @param body NAIF id
     * @param why in which way
     * @param from TDB seconds past J2000, within the search's span
     * @param to as from, later
     */
    public record Reason(int body, Why why, double from, double to) {}

    /** Copies the set. */
    public Unsearched {
        families = Set.copyOf(families);
    }
}
