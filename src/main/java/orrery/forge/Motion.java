package orrery.forge;

import java.util.function.DoubleConsumer;

/** The motion of one body about one center over a span without a gap, to be fitted. For use by one thread. */
interface Motion {
    /** NAIF id. */
    int target();

    /** NAIF id. */
    int center();

    /** First epoch, TDB seconds past J2000. */
    double start();

    /** Last epoch. */
    double end();

    /** The state at an epoch from start to end: x, y, z in km, vx, vy, vz in km/s. */
    void state(double et, double[] out);

    /**
     * Whether the motion jumps between two epochs by more than {@code tolerance} km.
     *
     * @return the last epoch before the jump, or NaN
     */
    double jump(double from, double to, double tolerance);

    /**
     * Visits the original's own epochs between two epochs, and the middles between them, ascending: there a fit is
     * checked too, because one wrong state of the original may be between all the epochs that depend on the fit alone.
     */
    void own(double from, double to, DoubleConsumer visitor);
}
