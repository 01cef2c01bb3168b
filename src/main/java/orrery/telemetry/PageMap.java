package orrery.telemetry;

import java.util.BitSet;

/**
 * Which pages of a region were resident in one sample: immutable. A page may be <em>cached</em> (in the system's page
 * cache, whoever read it: {@code mincore}) and <em>mapped</em> (in this process's page tables: {@code pagemap}); it is
 * <em>fresh</em> if it has become either since the previous sample. The kernel also maps neighbors of a touched page
 * (up to 64 KiB), so fresh pages show where reading happened, not each single read.
 */
public final class PageMap {
    private final WatchedRegion region;
    private final int pageSize;
    private final int pages;
    private final BitSet cached;
    private final BitSet mapped;
    private final BitSet fresh;

    PageMap(WatchedRegion region, int pageSize, int pages, BitSet cached, BitSet mapped, BitSet fresh) {
        this.region = region;
        this.pageSize = pageSize;
        this.pages = pages;
        this.cached = cached;
        this.mapped = mapped;
        this.fresh = fresh;
    }

    /** The sampled region. */
    public WatchedRegion region() {
        return region;
    }

    /** Bytes per page. */
    public int pageSize() {
        return pageSize;
    }

    /** The number of pages in the region. */
    public int pages() {
        return pages;
    }

    /** The number of pages in the page cache. */
    public int cached() {
        return cached.cardinality();
    }

    /** The number of pages in this process's page tables. */
    public int mapped() {
        return mapped.cardinality();
    }

    /** The number of pages that became cached or mapped since the previous sample. */
    public int fresh() {
        return fresh.cardinality();
    }

    /** The number of cached pages from {@code from} (inclusive) to {@code to} (exclusive). */
    public int cachedIn(int from, int to) {
        return cached.get(from, to).cardinality();
    }

    /** The number of mapped pages from {@code from} (inclusive) to {@code to} (exclusive). */
    public int mappedIn(int from, int to) {
        return mapped.get(from, to).cardinality();
    }

    /** The number of fresh pages from {@code from} (inclusive) to {@code to} (exclusive). */
    public int freshIn(int from, int to) {
        return fresh.get(from, to).cardinality();
    }

    /** The pages that are in this map but not in {@code before}: newly cached or mapped. */
    PageMap after(PageMap before) {
        BitSet anew = (BitSet) cached.clone();
        anew.andNot(before.cached);
        BitSet mappedAnew = (BitSet) mapped.clone();
        mappedAnew.andNot(before.mapped);
        anew.or(mappedAnew);
        return new PageMap(region, pageSize, pages, cached, mapped, anew);
    }
}
