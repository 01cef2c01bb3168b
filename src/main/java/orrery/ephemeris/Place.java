package orrery.ephemeris;

/** Which place of a body is asked, in an almanac's words (Explanatory Supplement to the Astronomical Almanac, ch. 7). */
public enum Place {
    /** Where the body is at the epoch. */
    GEOMETRIC(Aberration.NONE),
    /** Where it was when the light now arriving left it: light time. */
    ASTROMETRIC(Aberration.CN),
    /** Where it is seen by a moving observer: light time and stellar aberration. */
    APPARENT(Aberration.CN_S);

    private final Aberration aberration;

    Place(Aberration aberration) {
        this.aberration = aberration;
    }

    /** The correction that gives this place: SPICE's NONE, CN and CN+S. */
    public Aberration aberration() {
        return aberration;
    }
}
