package orrery.forge;

import java.util.concurrent.CancellationException;
import orrery.ephemeris.Ephemeris;
import orrery.math.Vectors;
import orrery.spk.KernelException;
import orrery.spk.Progress;

/**
 * How far two ephemerides put a body apart along its orbit about a center: radial (away from the center), along track (in the
 * plane of the orbit, across the radius, forward), cross track (along the angular momentum), after the first one's state.
 * Second less first, km. Arrays of one length, ascending in time.
 *
 * @param target NAIF id
 * @param center NAIF id of the body that the orbit is about
 * @param et TDB seconds past J2000
 * @param radial km
 * @param along km
 * @param cross km
 */
@SuppressWarnings("ArrayRecordComponent") // Made anew for each caller, who draws it and lets it go.
public record OrbitDifference(int target, int center, double[] et, double[] radial, double[] along, double[] cross) {
    /**
     * Looks at the epochs of a series that was sampled of the same two.
     *
     * @throws KernelException if a segment that should answer cannot
     * @throws CancellationException if {@code progress} said so
     */
    public static OrbitDifference of(Ephemeris a, Ephemeris b, KernelDiff.Series series, Progress progress) {
        int n = series.et().length;
        double[] radial = new double[n];
        double[] along = new double[n];
        double[] cross = new double[n];
        double[] one = new double[6];
        double[] other = new double[6];
        double[] apart = new double[3];
        double[] parts = new double[3];
        for (int i = 0; i < n; i++) {
            a.state(series.target(), series.center(), series.et()[i], one);
            b.state(series.target(), series.center(), series.et()[i], other);
            for (int k = 0; k < 3; k++) {
                apart[k] = other[k] - one[k];
            }
            parts(one, apart, parts);
            radial[i] = parts[0];
            along[i] = parts[1];
            cross[i] = parts[2];
            if ((i & 255) == 0) {
                progress.at((double) i / n);
                progress.check("The comparison was called off.");
            }
        }
        return new OrbitDifference(series.target(), series.center(), series.et(), radial, along, cross);
    }

    /**
     * Takes a vector apart along an orbit's axes.
     *
     * @param state of the body about the center, km and km/s
     * @param vector in the same axes as the state
     * @param out receives radial, along track, cross track; NaN where the state lies on a line through the center
     */
    static void parts(double[] state, double[] vector, double[] out) {
        double[] r = new double[3];
        double[] n = new double[3];
        double[] t = new double[3];
        double[] velocity = {state[3], state[4], state[5]};
        Vectors.hat(state, 0, r, 0);
        Vectors.cross(r, velocity, t);
        double length = Vectors.hat(t, 0, n, 0);
        Vectors.cross(n, r, t);
        out[0] = length > 0 ? Vectors.dot(vector, r) : Double.NaN;
        out[1] = length > 0 ? Vectors.dot(vector, t) : Double.NaN;
        out[2] = length > 0 ? Vectors.dot(vector, n) : Double.NaN;
    }
}
