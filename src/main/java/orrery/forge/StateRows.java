package orrery.forge;

import java.io.IOException;

/**
 * States at ascending epochs, wherever they are stored; requested row by row, mostly in order. For use by one thread.
 */
public interface StateRows {
    /** The number of rows. */
    long count();

    /** The epoch of a row, counted from 0: TDB seconds past J2000. */
    double et(long row) throws IOException;

    /** The state of a row: x, y, z in km, vx, vy, vz in km/s. */
    void state(long row, double[] out) throws IOException;
}
