package orrery.ui.orrery;

/** The circles drawn on the sky behind everything. */
public enum SkyGridKind {
    NONE,
    /** Longitude and latitude of the ecliptic of J2000. */
    ECLIPTIC,
    /** Right ascension and declination, ICRF. */
    EQUATOR,
    BOTH;

    boolean ecliptic() {
        return this == ECLIPTIC || this == BOTH;
    }

    boolean equator() {
        return this == EQUATOR || this == BOTH;
    }

    /** The next choice in the cycle. */
    public SkyGridKind next() {
        return switch (this) {
            case NONE -> ECLIPTIC;
            case ECLIPTIC -> EQUATOR;
            case EQUATOR -> BOTH;
            case BOTH -> NONE;
        };
    }
}
