package orrery.ui.kernels;

/** What the Make page can make. */
enum MakeKind {
    EXCERPT,
    MERGE,
    CONVERT,
    FORGE,
    IMPORT,
    REFIT,
    EXPORT;

    /** Its part of the keys of texts and nodes. */
    String key() {
        return ButtonKeys.of(this);
    }
}
