package orrery.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import orrery.binding.KernelHandle;
import orrery.frames.InertialFrame;
import orrery.spk.KernelException;
import orrery.spk.Mismatch;
import orrery.spk.Progress;
import orrery.spk.Segment;

/**
 * What came of reading every record of a kernel: where records do not agree with what descriptors and directories say of
 * them, and frames that no state can be turned out of. A value, readable after the kernel is closed.
 *
 * @param mismatches by segment; empty for a sound kernel
 */
public record Examination(List<Mismatch> mismatches) {
    /** Ids from here on, and negative ones from its opposite down, may be given to frames by a kernel of frames. */
    private static final int LEAST_GIVEN = 1000;

    public Examination {
        mismatches = List.copyOf(mismatches);
    }

    /**
     * Reads a kernel through. One of 19 MB took 41 ms when it was in memory, else it takes as long as the
     * disk does.
     *
     * @param progress told the fraction read
     * @throws CancellationException if called off
     * @throws KernelException if the handle is closed meanwhile, or the bytes beneath go away
     */
    public static Examination of(KernelHandle kernel, Progress progress) {
        List<Mismatch> found = new ArrayList<>();
        for (Segment segment : kernel.file().segments()) {
            if (segment.usable() && InertialFrame.byId(segment.frame()).isEmpty()) {
                found.add(new Mismatch(
                        segment.info().index(), Mismatch.WHOLE, 1, frame(segment.frame()), Mismatch.Effect.REFUSED));
            }
        }
        found.addAll(kernel.read(() -> kernel.file().examine(progress)));
        found.sort(Comparator.comparingInt(Mismatch::segment));
        return new Examination(found);
    }

    /** In how many segments something was found. */
    public long segments() {
        return mismatches.stream().mapToInt(Mismatch::segment).distinct().count();
    }

    /** What was found in one segment, in sentences; empty for nothing. */
    public String said(int segment) {
        return mismatches.stream()
                .filter(m -> m.segment() == segment)
                .map(Mismatch::said)
                .collect(Collectors.joining(" "));
    }

    private static String frame(int id) {
        String read = "It can be read in that frame alone, and not be turned to J2000.";
        return Math.abs((long) id) < LEAST_GIVEN
                ? "Its frame is " + id + ", a number that NAIF gives to no frame. " + read
                : "Its frame is " + id + ", not one of the inertial frames 1 to " + InertialFrame.values().length + ". "
                        + read;
    }
}
