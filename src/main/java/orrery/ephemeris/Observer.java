package orrery.ephemeris;

/** The observer: a body's center, or a place on a body. */
interface Observer {
    /** NAIF id of the body. */
    int id();

    /**
     * Finds where the observer is.
     *
     * @param et TDB seconds past J2000
     * @param out receives the state relative to the solar-system barycenter, ICRF, km and km/s
     */
    void state(double et, double[] out);
}
