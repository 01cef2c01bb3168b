package orrery.exchange;

import java.util.List;

/**
 * A part of an export for which the same segments answer.
 *
 * @param target NAIF id
 * @param center NAIF id
 * @param start first epoch, TDB seconds past J2000
 * @param end last epoch
 * @param sources description of the segment and kernel of each hop
 */
record ExportPiece(int target, int center, double start, double end, List<String> sources) {}
