package orrery.spk;

/**
 * The piece of a segment that answers one epoch: a Chebyshev record, a difference line, or the packets of an
 * interpolation window.
 *
 * @param index 0-based position within the segment
 * @param start first epoch that this granule answers, TDB seconds past J2000
 * @param end last epoch that this granule answers, TDB seconds past J2000
 * @param offset start of its data, in bytes from the beginning of the file
 * @param bytes length of its data in bytes
 */
public record Granule(long index, double start, double end, long offset, long bytes) {}
