package orrery.ui.kernels;

import java.util.Locale;

/** What the Make page makes. */
enum MakeKind {
    EXCERPT,
    MERGE,
    CONVERT,
    FORGE,
    IMPORT,
    REFIT,
    EXPORT;

    /** Its part of the names of words and nodes. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
