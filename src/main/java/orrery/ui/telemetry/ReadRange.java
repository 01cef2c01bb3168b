package orrery.ui.telemetry;

/**
 * Where a mapped kernel is being read now: the granule from which the current picture takes a body's state.
 *
 * @param region name of the region
 * @param offset bytes from the start of the region
 * @param bytes length of the granule
 */
public record ReadRange(String region, long offset, long bytes) {}
