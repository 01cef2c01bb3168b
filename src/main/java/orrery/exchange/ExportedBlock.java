package orrery.exchange;

/**
 * What came of a block.
 *
 * @param target NAIF id
 * @param center NAIF id
 * @param start first epoch, TDB seconds past J2000
 * @param end last epoch
 * @param states how many were written
 * @param step between them, s; NaN for the segment's own epochs
 * @param method of interpolation, as OEM names it
 * @param degree of interpolation
 * @param bound greatest distance between what the file interpolates and the kernels, seen between the nodes, km
 * @param boundAt epoch of it
 * @param speed greatest difference of velocity seen, km/s
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
