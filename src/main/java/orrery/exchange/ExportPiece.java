package orrery.exchange;

import java.util.List;
import orrery.binding.GranuleWalk;

/**
 * A part of an export for which the same segments answer.
 *
 * @param target NAIF id
 * @param center NAIF id
 * @param start first epoch, TDB seconds past J2000
 * @param end last epoch
 * @param sources description of the segment and kernel of each hop
 * @param originals the own epochs of each hop's segment
 */
record ExportPiece(
        int target, int center, double start, double end, List<String> sources, List<GranuleWalk> originals) {}
