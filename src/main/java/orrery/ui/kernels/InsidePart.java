package orrery.ui.kernels;

import java.util.Locale;

/** The parts of the page that looks inside a kernel. */
enum InsidePart {
    SEGMENTS,
    TREE,
    COEFFICIENTS,
    COMMENT,
    FILE;

    /** The part that a button of the view is for. */
    static InsidePart of(Object userData) {
        return valueOf(userData.toString().toUpperCase(Locale.ROOT));
    }

    /** Its part of the names of nodes, and what its button carries. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
