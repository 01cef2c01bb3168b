package orrery.exchange;

import java.util.List;
import java.util.Optional;
import orrery.binding.KernelPool;

/**
 * How osculating elements (MPC, SBDB) are converted to trajectories.
 *
 * @param planets kernels whose Sun, planets, Moon and asteroids attract the bodies; open while files are read. Without
 * them only two-body motion is possible
 * @param from first epoch, TDB seconds past J2000; NaN for a year before the elements' epoch
 * @param to last epoch; NaN for a year after the elements' epoch
 * @param twoBody whether only the Sun attracts
 * @param bodies numbers, designations or names of the objects to take; empty for all in a file
 * @param type type of the segments: 2, or 3 for separate velocity polynomials
 * @param tolerance greatest distance of the polynomials from the integration, km
 */
public record OrbitOptions(
        Optional<KernelPool> planets,
        double from,
        double to,
        boolean twoBody,
        List<String> bodies,
        int type,
        double tolerance) {
    /** One meter, in km. */
    public static final double USUAL_TOLERANCE = 1e-3;

    /** No planets, all objects, a year before and after. */
    public static final OrbitOptions NONE =
            new OrbitOptions(Optional.empty(), Double.NaN, Double.NaN, false, List.of(), 2, USUAL_TOLERANCE);

    /**
     * Checks the options.
     *
     * @throws IllegalArgumentException if the span is empty, the tolerance is not positive, or the type is neither 2
     * nor 3
     */
    public OrbitOptions {
        bodies = List.copyOf(bodies);
        if (from >= to) {
            throw new IllegalArgumentException("The span ends before it begins; give an end after its start.");
        }
        if (!(tolerance > 0) || tolerance == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "A tolerance of %s km is not a positive number; give a positive one such as 1m."
                            .formatted(tolerance));
        }
        if (type != 2 && type != 3) {
            throw new IllegalArgumentException("Elements become segments of type 2 or 3, not " + type + ".");
        }
    }

    /** The same with these kernels. */
    public OrbitOptions with(KernelPool kernels) {
        return new OrbitOptions(Optional.of(kernels), from, to, twoBody, bodies, type, tolerance);
    }
}
