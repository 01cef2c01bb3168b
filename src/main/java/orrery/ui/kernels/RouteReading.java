package orrery.ui.kernels;

import java.util.List;

/**
 * What is read for the chosen body at one epoch: its route, and the coefficients of each granule on it.
 *
 * @param body NAIF id
 * @param et TDB seconds past J2000
 * @param steps from the body to the end of its chain
 */
record RouteReading(int body, double et, List<Step> steps) {
    static final RouteReading NONE = new RouteReading(0, Double.NaN, List.of());

    /**
     * One step of the route.
     *
     * @param kernel file name
     * @param target NAIF id
     * @param center NAIF id
     * @param segment 0-based position in the file
     * @param granule 0-based position in the segment
     * @param granules how many there are
     * @param start first epoch of the granule, TDB seconds past J2000
     * @param end last epoch of the granule
     * @param radius half the granule's length, s; velocities are derivatives over it
     * @param coefficients {@code [component][order]}, km; none where the type is no Chebyshev series of even steps
     */
    @SuppressWarnings("ArrayRecordComponent") // Read once for the chart that draws it.
    record Step(
            String kernel,
            int target,
            int center,
            int segment,
            long granule,
            long granules,
            double start,
            double end,
            double radius,
            double[][] coefficients) {}
}
