package orrery.telemetry;

/**
 * What {@code /proc/self/smaps} tells of the mappings that make up one region, in bytes.
 *
 * @param region the region's name
 * @param mappings how many mappings it lies in
 * @param size their size
 * @param resident pages in this process's page tables ({@code Rss})
 * @param proportional the same, shared pages counted by their share ({@code Pss})
 * @param sharedClean pages mapped by other processes too, not written to
 * @param sharedDirty pages mapped by other processes too, written to
 * @param privateClean pages mapped here alone, not written to
 * @param privateDirty pages mapped here alone and not yet written back
 * @param writable whether any of the mappings may be written to
 */
public record MappingUse(
        String region,
        int mappings,
        long size,
        long resident,
        long proportional,
        long sharedClean,
        long sharedDirty,
        long privateClean,
        long privateDirty,
        boolean writable) {}
