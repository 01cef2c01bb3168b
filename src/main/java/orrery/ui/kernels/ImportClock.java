package orrery.ui.kernels;

import java.util.Optional;

/** The time scale of a file's dates: its own, or one set by the user. */
enum ImportClock {
    OWN,
    UTC,
    TAI,
    TT,
    TDB,
    GPS,
    TCB,
    TCG;

    /** The value for an import; empty for the file's own. */
    Optional<String> wanted() {
        return this == OWN ? Optional.empty() : Optional.of(name());
    }
}
