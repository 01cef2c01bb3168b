package orrery.ui.kernels;

import java.util.Optional;

/** The time scale of a file's dates: its own, or the one that somebody says. */
enum ImportClock {
    OWN,
    UTC,
    TAI,
    TT,
    TDB,
    GPS,
    TCB,
    TCG;

    /** As an import takes it; empty for the file's own. */
    Optional<String> wanted() {
        return this == OWN ? Optional.empty() : Optional.of(name());
    }
}
