package orrery.exchange;

/**
 * The outcome of a block.
 *
 * @param target NAIF id
 * @param center NAIF id
 * @param start first epoch, TDB seconds past J2000
 * @param end last epoch
 * @param states number of states written
 * @param step interval between them, s; NaN for the segment's own epochs
 * @param method method of interpolation, as named in OEM
 * @param degree degree of interpolation
 * @param bound greatest distance between the file's interpolation and the kernels, measured between the nodes, km
 * @param boundAt epoch of it
 * @param speed greatest difference in velocity found, km/s
 */
public record ExportedBlock(
        int target,
        int center,
        double start,
        double end,
        long states,
        double step,
        String method,
        int degree,
        double bound,
        double boundAt,
        double speed) {}
