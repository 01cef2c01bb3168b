package orrery.ui.orrery;

/**
 * A body as it was drawn.
 *
 * @param id NAIF id
 * @param x column, pixels of the picture
 * @param y row, pixels of the picture
 * @param radius of what was drawn, pixels
 * @param depth from the eye, km
 * @param strength 0..1; a moon too near its planet to be told apart, or behind it, has 0
 * @param pathStrength 0..1; of its ways, which a planet hides only where they run behind its disc: 0 where all of its orbit is
 *     too near the planet to be told apart
 * @param form as what it was drawn
 */
public record DrawnBody(
        int id, double x, double y, double radius, double depth, double strength, double pathStrength, Form form) {
    /** As what a body is drawn. */
    enum Form {
        /** As large as it is. */
        DISC,
        /** A mark of its kind, larger than it is. */
        MARK,
        /** A dot, as one of a crowd. */
        DOT,
        /** Where it was last, or will be first: no kernel covers it now. */
        TRACE
    }

    /** Whether it was drawn as large as it is. */
    boolean trueSize() {
        return form == Form.DISC;
    }

    /** Whether no kernel covers it now. */
    boolean gone() {
        return form == Form.TRACE;
    }

    /** Whether it was drawn as one of a crowd. */
    boolean dot() {
        return form == Form.DOT;
    }
}
