package orrery.forge;

/** One term of the force model. */
interface Force {
    /**
     * Adds this term's accelerations to {@code bodies.a}.
     *
     * @param et TDB seconds past J2000
     * @param bodies positions and velocities at {@code et}; only {@code a} may be changed
     */
    void addTo(double et, NBody bodies);
}
