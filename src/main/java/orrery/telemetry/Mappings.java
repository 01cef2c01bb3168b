package orrery.telemetry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import orrery.host.HostSystem;

/**
 * This process's memory mappings, from {@code /proc/self/smaps} and {@code /proc/self/maps} (kernel documentation,
 * filesystems/proc.rst). An instance keeps the file open and its buffers warm, for use by one thread.
 */
public final class Mappings implements AutoCloseable {
    private static final byte[] SIZE = "Size:".getBytes(US_ASCII);
    private static final byte[] RSS = "Rss:".getBytes(US_ASCII);
    private static final byte[] PSS = "Pss:".getBytes(US_ASCII);
    private static final byte[] SHARED_CLEAN = "Shared_Clean:".getBytes(US_ASCII);
    private static final byte[] SHARED_DIRTY = "Shared_Dirty:".getBytes(US_ASCII);
    private static final byte[] PRIVATE_CLEAN = "Private_Clean:".getBytes(US_ASCII);
    private static final byte[] PRIVATE_DIRTY = "Private_Dirty:".getBytes(US_ASCII);
    private static final int FIELDS = 9;

    private final ProcFile smaps;
    private long[] sums = new long[0];

    private Mappings(ProcFile smaps) {
        this.smaps = smaps;
    }

    /** Opens {@code smaps}. */
    public static Measurement<Mappings> open() {
        return ProcFile.open("self/smaps").map(Mappings::new);
    }

    /**
     * One mapping of this process.
     *
     * @param start its first address
     * @param end the address after its last
     * @param permissions e.g. {@code r--s}
     * @param inode the file's inode, 0 if none
     * @param path the file, {@code [heap]} and the like, or empty; for a file unlinked since, it ends in
     * {@code (deleted)}
     */
    public record Entry(long start, long end, String permissions, long inode, String path) {}

    /** All current mappings, by address. */
    public static Measurement<List<Entry>> list() {
        List<Entry> entries = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(HostSystem.proc("self/maps"))) {
                String[] parts = line.split("\\s+", 6);
                int dash = parts[0].indexOf('-');
                entries.add(new Entry(
                        Long.parseUnsignedLong(parts[0].substring(0, dash), 16),
                        Long.parseUnsignedLong(parts[0].substring(dash + 1), 16),
                        parts[1],
                        Long.parseLong(parts[4]),
                        parts.length > 5 ? parts[5] : ""));
            }
        } catch (IOException e) {
            return Measurement.notAvailable(HostSystem.name() + " has no readable /proc/self/maps");
        }
        return Measurement.of(List.copyOf(entries));
    }

    /** The current mappings of this file, by its inode: whatever name it was mapped by, even if unlinked since. */
    public static Measurement<List<Entry>> of(Path file) {
        long inode;
        try {
            inode = ((Number) Files.getAttribute(file, "unix:ino")).longValue();
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return Measurement.notAvailable("the inode of " + file.getFileName() + " cannot be determined");
        }
        return list().map(all -> all.stream().filter(e -> e.inode() == inode).toList());
    }

    /**
     * The current figures of the regions, one {@link MappingUse} each in their order; a region that is not mapped is
     * not available.
     */
    public List<Measurement<MappingUse>> use(List<WatchedRegion> regions) {
        int needed = regions.size() * FIELDS;
        if (sums.length < needed) {
            sums = new long[needed];
        }
        Arrays.fill(sums, 0);
        try {
            smaps.read();
        } catch (IOException e) {
            String reason = "/proc/self/smaps cannot be read: " + e.getMessage();
            return regions.stream()
                    .map(_ -> Measurement.<MappingUse>notAvailable(reason))
                    .toList();
        }
        add(regions);
        List<Measurement<MappingUse>> uses = new ArrayList<>(regions.size());
        for (int i = 0; i < regions.size(); i++) {
            uses.add(mappingUse(regions.get(i).name(), i * FIELDS));
        }
        return uses;
    }

    private Measurement<MappingUse> mappingUse(String region, int at) {
        if (sums[at] == 0) {
            return Measurement.notAvailable("nothing is mapped at its address any more");
        }
        return Measurement.of(new MappingUse(
                region,
                (int) sums[at],
                sums[at + 1] << 10,
                sums[at + 2] << 10,
                sums[at + 3] << 10,
                sums[at + 4] << 10,
                sums[at + 5] << 10,
                sums[at + 6] << 10,
                sums[at + 7] << 10,
                sums[at + 8] != 0));
    }

    /** Adds each mapping's figures to its region. Header lines begin with lower-case hexadecimal. */
    private void add(List<WatchedRegion> regions) {
        int at = -1;
        for (; smaps.hasLine(); smaps.nextLine()) {
            byte b = smaps.peek();
            if ((b >= '0' && b <= '9') || (b >= 'a' && b <= 'f')) {
                long start = smaps.hex();
                smaps.skip();
                long end = smaps.hex();
                at = regionAt(regions, start, end) * FIELDS;
                if (at >= 0) {
                    sums[at]++;
                    smaps.skip();
                    smaps.skip();
                    sums[at + 8] |= smaps.peek() == 'w' ? 1 : 0;
                }
            } else if (at >= 0) {
                addFigure(at);
            }
        }
    }

    private void addFigure(int at) {
        if (smaps.take(SIZE)) {
            sums[at + 1] += smaps.decimal();
        } else if (smaps.take(RSS)) {
            sums[at + 2] += smaps.decimal();
        } else if (smaps.take(PSS)) {
            sums[at + 3] += smaps.decimal();
        } else if (smaps.take(SHARED_CLEAN)) {
            sums[at + 4] += smaps.decimal();
        } else if (smaps.take(SHARED_DIRTY)) {
            sums[at + 5] += smaps.decimal();
        } else if (smaps.take(PRIVATE_CLEAN)) {
            sums[at + 6] += smaps.decimal();
        } else if (smaps.take(PRIVATE_DIRTY)) {
            sums[at + 7] += smaps.decimal();
        }
    }

    private static int regionAt(List<WatchedRegion> regions, long start, long end) {
        for (int i = 0; i < regions.size(); i++) {
            WatchedRegion region = regions.get(i);
            if (start < region.address() + region.length() && end > region.address()) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void close() {
        smaps.close();
    }
}
