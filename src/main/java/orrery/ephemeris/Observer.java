package orrery.ephemeris;

/** Who sees: a body's center, or a place on one. */
interface Observer {
    /** NAIF id of the body. */
    int id();

    /**
     * Where the observer is.
     *
     * @param et TDB seconds past J2000
     * @param out receives the state relative to the solar-system barycenter, ICRF, km and km/s
     */
    void state(double et, double[] out);
}
