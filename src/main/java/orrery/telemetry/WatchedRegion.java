package orrery.telemetry;

import java.util.List;

/**
 * A watched range of this process's address space, usually a mapped file.
 *
 * @param name its name; unique among the regions watched at one time
 * @param address its first byte
 * @param length its length in bytes
 * @param ranges labeled parts of it, by ascending offset
 */
public record WatchedRegion(String name, long address, long length, List<Range> ranges) {
    /** A labeled part of a region: {@code length} bytes from {@code offset}, counted from the start of the region. */
    public record Range(String label, long offset, long length) {}

    /** Copies the list and rejects an empty or negative length. */
    public WatchedRegion {
        ranges = List.copyOf(ranges);
        if (length <= 0) {
            throw new IllegalArgumentException("region " + name + " has length " + length + "; it must be positive");
        }
    }
}
