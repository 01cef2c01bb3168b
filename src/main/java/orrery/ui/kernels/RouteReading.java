package orrery.ui.kernels;

import java.util.ArrayList;
import java.util.List;
import orrery.ephemeris.Ephemeris;
import orrery.ephemeris.Hop;
import orrery.spk.ChebyshevSegment;
import orrery.spk.Granule;
import orrery.spk.KernelException;

/**
 * What is read for the selected body at one epoch: its route, and the coefficients of each granule on it.
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
     * @param granules number of granules
     * @param start first epoch of the granule, TDB seconds past J2000
     * @param end last epoch of the granule
     * @param radius half the granule's length, s; velocities are derivatives over it
     * @param coefficients {@code [component][order]}, km; empty if the type is not a Chebyshev series with equal
     * intervals
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

    /** What answers for a body at an epoch; without steps if there are no data, or the kernels change meanwhile. */
    static RouteReading of(Ephemeris ephemeris, int body, int center, double et) {
        try {
            List<Step> steps = new ArrayList<>();
            for (Hop hop : ephemeris.explain(body, center, et)) {
                steps.add(step(hop));
            }
            return new RouteReading(body, et, steps);
        } catch (KernelException _) {
            return new RouteReading(body, et, List.of());
        }
    }

    private static Step step(Hop hop) {
        Granule granule = hop.granule();
        double[][] coefficients = hop.segment() instanceof ChebyshevSegment series
                ? hop.kernel().read(() -> series.coefficients(granule.index()))
                : new double[0][];
        return new Step(
                hop.kernel().name(),
                hop.segment().target(),
                hop.segment().center(),
                hop.segment().info().index(),
                granule.index(),
                hop.segment().records(),
                granule.start(),
                granule.end(),
                (granule.end() - granule.start()) / 2,
                coefficients);
    }
}
