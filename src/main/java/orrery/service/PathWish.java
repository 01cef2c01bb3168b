package orrery.service;

/**
 * Which paths are wanted beside each body's way round its parent.
 *
 * @param osculating whether the ellipses of the present states are wanted too
 * @param center NAIF id of the body that all are wanted relative to; {@link #NONE} if none
 * @param turning NAIF id of the body that the axes of those shall turn with; {@link #NONE} if they shall not turn
 * @param chosen NAIF id of a body that has its paths even where it is one of a crowd; {@link #NONE} if none
 */
public record PathWish(boolean osculating, int center, int turning, int chosen) {
    /** No body: NAIF has none of this number. */
    public static final int NONE = Integer.MIN_VALUE;

    /** Nothing beside the ways round the parents. */
    public static final PathWish PLAIN = new PathWish(false, NONE, NONE, NONE);

    /** A wish in which no body is chosen. */
    public PathWish(boolean osculating, int center, int turning) {
        this(osculating, center, turning, NONE);
    }

    /** Whether another wish is for the same kinds of paths, whatever body is chosen. */
    boolean sameKinds(PathWish other) {
        return osculating == other.osculating && center == other.center && turning == other.turning;
    }

    /** Whether paths relative to one body are wanted. */
    public boolean centered() {
        return center != NONE;
    }

    /** Whether the axes of those shall turn. */
    public boolean turns() {
        return turning != NONE;
    }
}
