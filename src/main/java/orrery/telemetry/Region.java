package orrery.telemetry;

import java.util.List;

/**
 * A range of this process's address space to be watched: a mapped file, as a rule.
 *
 * @param name what to call it; unique among the regions watched at one time
 * @param address its first byte
 * @param length its length in bytes
 * @param ranges labelled parts of it, by ascending offset
 */
public record Region(String name, long address, long length, List<Range> ranges) {
    /** A labelled part of a region: {@code length} bytes from {@code offset}, counted from the region's beginning. */
    public record Range(String label, long offset, long length) {}

    /** Copies the list and refuses an empty or negative length. */
    public Region {
        ranges = List.copyOf(ranges);
        if (length <= 0) {
            throw new IllegalArgumentException("region " + name + " has length " + length + "; it must be positive");
        }
    }
}
