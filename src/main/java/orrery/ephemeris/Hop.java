package orrery.ephemeris;

import orrery.binding.KernelHandle;
import orrery.spk.Granule;
import orrery.spk.Segment;

/**
 * One step of a route at one epoch: the segment that answers, its kernel and the granule read.
 *
 * @param kernel the pool's handle on the kernel
 * @param segment the segment of highest precedence for its target at that epoch
 * @param granule the part of the segment that is read
 * @param fromCenter whether this step is on the center's side of the route, where states are subtracted
 */
public record Hop(KernelHandle kernel, Segment segment, Granule granule, boolean fromCenter) {}
