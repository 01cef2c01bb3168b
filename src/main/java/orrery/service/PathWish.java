package orrery.service;

/**
 * Which paths are wanted beside each body's way round its parent.
 *
 * @param osculating whether the ellipses of the present states are wanted too
 * @param center NAIF id of the body that all are wanted relative to; {@link #NONE} if none
 * @param turning NAIF id of the body that the axes of those shall turn with; {@link #NONE} if they shall not turn
 */
public record PathWish(boolean osculating, int center, int turning) {
    /** No body: NAIF has none of this number. */
    public static final int NONE = Integer.MIN_VALUE;

    /** Nothing beside the ways round the parents. */
    public static final PathWish PLAIN = new PathWish(false, NONE, NONE);

    /** Whether paths relative to one body are wanted. */
    public boolean centered() {
        return center != NONE;
    }

    /** Whether the axes of those shall turn. */
    public boolean turns() {
        return turning != NONE;
    }
}
