package orrery.ui.orrery;

/**
 * A body as drawn.
 *
 * @param id NAIF id
 * @param x column in picture pixels
 * @param y row in picture pixels
 * @param radius radius as drawn, pixels
 * @param depth distance from the eye, km
 * @param strength 0..1; 0 for a moon too close to its planet to be distinguished, or behind it
 * @param pathStrength strength of its paths, 0..1; the planet hides them only behind its disc: 0 if the whole orbit is
 * too close to the planet to be distinguished
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
