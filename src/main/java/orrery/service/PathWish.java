package orrery.service;

/**
 * The paths wanted in addition to each body's orbit around its parent.
 *
 * @param osculating whether osculating ellipses are wanted too
 * @param center NAIF id of the body that all paths are wanted relative to; {@link #NONE} if none
 * @param turning NAIF id of the body with which their axes rotate; {@link #NONE} if they do not rotate
 * @param chosen NAIF id of a body that has its paths even where it is one of a crowd; {@link #NONE} if none
 */
public record PathWish(boolean osculating, int center, int turning, int chosen) {
    /** No body: NAIF does not use this number. */
    public static final int NONE = Integer.MIN_VALUE;

    /** Nothing in addition to the orbits around the parents. */
    public static final PathWish PLAIN = new PathWish(false, NONE, NONE, NONE);

    /** Whether another wish is for the same kinds of paths, whatever body is chosen. */
    boolean sameKinds(PathWish other) {
        return osculating == other.osculating && center == other.center && turning == other.turning;
    }

    /** Whether paths relative to one body are wanted. */
    public boolean centered() {
        return center != NONE;
    }

    /** Whether their axes rotate. */
    public boolean turns() {
        return turning != NONE;
    }
}
