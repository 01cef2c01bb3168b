package orrery.ui.kernels;

/** The pages of the Kernels tab, in their order. */
enum WorkbenchTab {
    LIST,
    COVERAGE,
    INSIDE,
    COMPARE,
    MAKE,
    FETCH;

    /** The page that a button of the view is for. */
    static WorkbenchTab of(Object userData) {
        return ButtonKeys.of(WorkbenchTab.class, userData);
    }

    /** Its part of the names of words and actions, and what its button carries. */
    String key() {
        return ButtonKeys.of(this);
    }
}
