package orrery.telemetry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;

/**
 * Resident memory of this process, exactly as in {@code /proc/self/smaps_rollup} (kernel documentation,
 * filesystems/proc.rst). All in bytes. Never one figure: anonymous memory is the program's own, file-backed memory is
 * the system's page cache seen through maps and can be dropped at any time.
 *
 * @param resident all resident pages
 * @param anonymous resident pages that belong to no file: heap, stacks, metaspace, malloc
 * @param fileBacked resident pages that belong to a file: mapped kernels, the JVM's own libraries, shared memory
 * @param proportional {@code Pss}: pages shared with other processes counted by their share
 * @param sharedClean pages shared with others and not written to
 * @param privateClean pages of this process only, not written to
 * @param privateDirty pages of this process only that would have to be written back or kept
 * @param swapped pages that are swapped out
 */
public record ProcessMemory(
        long resident,
        long anonymous,
        long fileBacked,
        long proportional,
        long sharedClean,
        long privateClean,
        long privateDirty,
        long swapped) {
    private static final byte[] RSS = "Rss:".getBytes(US_ASCII);
    private static final byte[] PSS = "Pss:".getBytes(US_ASCII);
    private static final byte[] ANONYMOUS = "Anonymous:".getBytes(US_ASCII);
    private static final byte[] SHARED_CLEAN = "Shared_Clean:".getBytes(US_ASCII);
    private static final byte[] PRIVATE_CLEAN = "Private_Clean:".getBytes(US_ASCII);
    private static final byte[] PRIVATE_DIRTY = "Private_Dirty:".getBytes(US_ASCII);
    private static final byte[] SWAP = "Swap:".getBytes(US_ASCII);

    /**
     * Reads it now. The kernel walks the page tables of the whole process: from tenths of a millisecond to a few
     * milliseconds.
     */
    public static Measurement<ProcessMemory> now() {
        return ProcFile.open("self/smaps_rollup").then(file -> {
            try (file) {
                return read(file);
            }
        });
    }

    static Measurement<ProcessMemory> read(ProcFile file) {
        long rss = 0;
        long pss = 0;
        long anonymous = 0;
        long sharedClean = 0;
        long privateClean = 0;
        long privateDirty = 0;
        long swap = 0;
        try {
            file.read();
        } catch (IOException e) {
            return Measurement.notAvailable("/proc/self/smaps_rollup cannot be read: " + e.getMessage());
        }
        for (; file.hasLine(); file.nextLine()) {
            if (file.take(RSS)) {
                rss = kilobytes(file);
            } else if (file.take(PSS)) {
                pss = kilobytes(file);
            } else if (file.take(ANONYMOUS)) {
                anonymous = kilobytes(file);
            } else if (file.take(SHARED_CLEAN)) {
                sharedClean = kilobytes(file);
            } else if (file.take(PRIVATE_CLEAN)) {
                privateClean = kilobytes(file);
            } else if (file.take(PRIVATE_DIRTY)) {
                privateDirty = kilobytes(file);
            } else if (file.take(SWAP)) {
                swap = kilobytes(file);
            }
        }
        return Measurement.of(
                new ProcessMemory(rss, anonymous, rss - anonymous, pss, sharedClean, privateClean, privateDirty, swap));
    }

    private static long kilobytes(ProcFile file) {
        return file.decimal() << 10;
    }
}
