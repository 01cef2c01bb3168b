package orrery.ui.telemetry;

/**
 * Where a mapped kernel is being read now: the granule that the picture beside takes a body's state from.
 *
 * @param region the region's name
 * @param offset bytes from the region's beginning
 * @param bytes how long the granule is
 */
public record ReadRange(String region, long offset, long bytes) {}
