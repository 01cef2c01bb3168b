package orrery.ephemeris;

import java.util.Set;

/**
 * A stretch of time in which something could not be searched for.
 *
 * @param reason which body's data is missing, and when
 * @param families what was not searched for there; at least one
 */
public record SearchGap(Reason reason, Set<EventFamily> families) {
    /** Why there is nothing to search. */
    public enum Why {
        /** No kernel contains the body. */
        ABSENT,
        /** The kernels contain the body only at other times. */
        UNCOVERED,
        /** The light that would be seen left the body before the kernels begin. */
        LIGHT
    }

    /**
     * The missing data.
     *
     * @param body NAIF id
     * @param why how the data is missing
     * @param from TDB seconds past J2000, within the search's span
     * @param to as {@code from}, later
     */
    public record Reason(int body, Why why, double from, double to) {}

    /** Copies the set. */
    public SearchGap {
        families = Set.copyOf(families);
    }
}
