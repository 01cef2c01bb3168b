package orrery.ephemeris;

import orrery.binding.KernelHandle;
import orrery.spk.Granule;
import orrery.spk.Segment;

/**
 * One step of a route at one epoch: the segment that answers, its kernel, and the granule that is read.
 *
 * @param kernel the pool's handle on the kernel
 * @param segment the segment of highest precedence for its target at the epoch
 * @param granule what of it is read
 * @param fromCenter whether this step belongs to the center's side of the route, whose states are subtracted
 */
public record Hop(KernelHandle kernel, Segment segment, Granule granule, boolean fromCenter) {}
