package orrery.telemetry;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.List;
import orrery.host.HostSystem;

/**
 * Samples which pages of a region are resident, and asks the system to drop them. Linux only.
 *
 * <p>{@code mincore} gives true answers only to the file's owner or a user who may write it; to others it reports
 * "all resident" (mm/mincore.c, can_do_mincore). That is checked first, and then it is not called. Nothing here touches
 * the pages. No method requires an earlier call of another; none throws for a region that has been unmapped meanwhile.
 */
public final class Pages {
    /** Bit 63 of a pagemap entry: the page is present (kernel documentation, admin-guide/mm/pagemap.rst). */
    private static final long PRESENT = 1L << 63;

    private static final Path PAGEMAP = HostSystem.proc("self/pagemap");

    private Pages() {}

    /** The result of a request for eviction: pages cached before and after. */
    public record Eviction(String region, int before, int after) {
        /** The number of pages that the system dropped. */
        public int dropped() {
            return before - after;
        }
    }

    /** Samples now. All resident pages are fresh in the result. */
    public static Measurement<PageMap> look(WatchedRegion region) {
        return trusted(region).then(_ -> lookTrusted(region));
    }

    /** Samples now, when the system is known to give true answers about this region. */
    static Measurement<PageMap> lookTrusted(WatchedRegion region) {
        return LibC.here().then(libc -> look(libc, region));
    }

    /**
     * Asks the system to drop a region's pages from this process and from its page cache, and samples again. Dirty
     * pages (a file written and not yet synced) and pages that other processes map too may stay; the figures show it.
     */
    public static Measurement<Eviction> evict(WatchedRegion region) {
        return LibC.here()
                .then(libc -> trusted(region)
                        .then(file -> look(libc, region).then(before -> evict(libc, region, file, before))));
    }

    private static Measurement<Eviction> evict(LibC libc, WatchedRegion region, Path file, PageMap before) {
        int pageSize = before.pageSize();
        long start = region.address() & -(long) pageSize;
        long length = (long) before.pages() * pageSize;
        // Only this advice: it is harmless, whatever may have been mapped at the address in the meantime.
        int result = libc.madvise(start, length, LibC.MADV_PAGEOUT);
        if (result < 0) {
            return Measurement.notAvailable("the system refused to drop pages (errno " + -result + ")");
        }
        Measurement<PageMap> after = look(libc, region);
        if (after.value().map(PageMap::cached).orElse(0) > 0) {
            libc.dropCached(file.toString());
            after = look(libc, region);
        }
        return after.map(map -> new Eviction(region.name(), before.cached(), map.cached()));
    }

    private static Measurement<PageMap> look(LibC libc, WatchedRegion region) {
        int pageSize = libc.pageSize();
        long start = region.address() & -(long) pageSize;
        long pages = (region.address() + region.length() - start + pageSize - 1) / pageSize;
        if (pages > Integer.MAX_VALUE / 8) {
            return Measurement.notAvailable("the region has " + pages + " pages; at most 268435455 can be examined");
        }
        int count = (int) pages;
        BitSet cached = new BitSet(count);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment vector = arena.allocate(pages);
            int result = libc.mincore(start, pages * pageSize, vector);
            if (result < 0) {
                return Measurement.notAvailable("nothing is mapped at its address any more (errno " + -result + ")");
            }
            for (int i = 0; i < count; i++) {
                if ((vector.get(ValueLayout.JAVA_BYTE, i) & 1) != 0) {
                    cached.set(i);
                }
            }
        }
        BitSet mapped = mapped(start / pageSize, count);
        BitSet any = (BitSet) cached.clone();
        any.or(mapped);
        return Measurement.of(new PageMap(region, pageSize, count, cached, mapped, any));
    }

    /** Which pages are present in this process's page tables; none if the system does not report it. */
    private static BitSet mapped(long firstPage, int pages) {
        BitSet mapped = new BitSet(pages);
        try (FileChannel pagemap = FileChannel.open(PAGEMAP, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            ByteBuffer entries = arena.allocate(1 << 16).asByteBuffer().order(ByteOrder.nativeOrder());
            int page = 0;
            while (page < pages) {
                entries.clear().limit((int) Math.min(entries.capacity(), 8L * (pages - page)));
                int read = pagemap.read(entries, (firstPage + page) * 8);
                if (read < 8) {
                    break;
                }
                for (int i = 0; i < read / 8; i++) {
                    if ((entries.getLong(8 * i) & PRESENT) != 0) {
                        mapped.set(page + i);
                    }
                }
                page += read / 8;
            }
        } catch (IOException e) {
            mapped.clear();
        }
        return mapped;
    }

    /**
     * The region's file, if this user owns it or may write it; else why {@code mincore} would not give true answers.
     */
    static Measurement<Path> trusted(WatchedRegion region) {
        return Mappings.list().then(all -> {
            List<Mappings.Entry> here = all.stream()
                    .filter(e -> e.start() < region.address() + region.length() && e.end() > region.address())
                    .toList();
            if (here.isEmpty()) {
                return Measurement.notAvailable("nothing is mapped at its address any more");
            }
            Mappings.Entry entry = here.getFirst();
            if (entry.inode() == 0) {
                return Measurement.notAvailable("it is not a mapping of a file");
            }
            return owned(Path.of(entry.path()), entry.inode());
        });
    }

    private static Measurement<Path> owned(Path file, long inode) {
        try {
            if (((Number) Files.getAttribute(file, "unix:ino")).longValue() != inode) {
                return Measurement.notAvailable("the file has been replaced since it was mapped");
            }
            boolean own = Files.getOwner(file).getName().equals(System.getProperty("user.name"));
            if (own || Files.isWritable(file)) {
                return Measurement.of(file);
            }
            return Measurement.notAvailable(
                    "the system reports which pages are resident only to the owner of the file or somebody who"
                            + " may write it");
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return Measurement.notAvailable("the file is no longer at the path it was mapped from");
        }
    }
}
