package orrery.exchange;

import java.util.List;

/**
 * A stretch of an export that one and the same segments answer.
 *
 * @param target NAIF id
 * @param center NAIF id
 * @param start first epoch, TDB seconds past J2000
 * @param end last epoch
 * @param sources segment and kernel of each hop, in words
 */
record ExportPiece(int target, int center, double start, double end, List<String> sources) {}
