package orrery.ui.kernels;

/** The parts of the page that looks inside a kernel. */
enum InsidePart {
    SEGMENTS,
    TREE,
    COEFFICIENTS,
    COMMENT,
    FILE;

    /** The part that a button of the view is for. */
    static InsidePart of(Object userData) {
        return ButtonKeys.of(InsidePart.class, userData);
    }

    /** Its part of the names of nodes, and what its button carries. */
    String key() {
        return ButtonKeys.of(this);
    }
}
