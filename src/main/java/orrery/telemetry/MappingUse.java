package orrery.telemetry;

/**
 * The figures in {@code /proc/self/smaps} for the mappings of one region, in bytes.
 *
 * @param region the region's name
 * @param mappings number of mappings it consists of
 * @param size their size
 * @param resident pages in this process's page tables ({@code Rss})
 * @param proportional the same, shared pages counted by their share ({@code Pss})
 * @param sharedClean pages mapped by other processes too, not written to
 * @param sharedDirty pages mapped by other processes too, written to
 * @param privateClean pages mapped only here, not written to
 * @param privateDirty pages mapped only here and not yet written back
 * @param writable whether any of the mappings is writable
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
