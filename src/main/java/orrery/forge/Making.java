package orrery.forge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import orrery.binding.KernelHandle;
import orrery.binding.KernelRegistry;
import orrery.spk.KernelException;
import orrery.spk.Problem;
import orrery.spk.Segment;
import orrery.spk.SegmentInfo;

/**
 * Puts a made kernel into its file: never over one of its sources, to a temporary file first, which is read back and
 * compared to the bit with what should be in it, and only then renamed. Thread-safe.
 */
public final class Making {
    /**
     * A kernel that is written.
     *
     * @param file where it is
     * @param bytes its size
     * @param segments how many it has; each was read back and is the same to the bit
     * @param leftOut segments that were wanted but damaged, and so not copied
     * @param notes what its readers will hear of it: what was found odd in the source and was copied as it is
     */
    public record Made(Path file, long bytes, int segments, List<SegmentInfo> leftOut, List<String> notes) {}

    private Making() {}

    /**
     * Writes.
     *
     * @param sources the files that it was made of
     * @throws IOException if it cannot be written, or would be written over a source, or does not read back
     * @throws IllegalArgumentException if there is nothing to write
     */
    public static Made write(Excerpt.Result result, Path file, List<Path> sources) throws IOException {
        if (result.segments() == 0) {
            throw new IllegalArgumentException(
                    result.leftOut().isEmpty()
                            ? "Nothing in the kernel is wanted: no segment of these bodies reaches into this span."
                            : "Everything wanted is set aside as damaged; there is nothing to copy.");
        }
        for (Path source : sources) {
            if (isSame(source, file)) {
                throw new IOException(file + " is the source itself; choose another name. Nothing was written.");
            }
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        List<String> notes = new ArrayList<>();
        result.writer().write(file, part -> readBack(part, result.writer().segments(), notes));
        return new Made(file, Files.size(file), result.segments(), result.leftOut(), List.copyOf(notes));
    }

    private static boolean isSame(Path source, Path file) throws IOException {
        return source.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())
                || (Files.exists(file, new LinkOption[0])
                        && Files.exists(source, new LinkOption[0])
                        && Files.isSameFile(source, file));
    }

    private static void readBack(Path part, List<RawSegment> meant, List<String> notes) throws IOException {
        try (KernelHandle kernel = new KernelRegistry().open(part);
                RawCopy copy = RawCopy.of(kernel)) {
            List<Segment> written = kernel.file().segments();
            if (written.size() != meant.size()) {
                throw unlike("it has " + written.size() + " segments instead of " + meant.size());
            }
            for (int i = 0; i < meant.size(); i++) {
                RawSegment was = meant.get(i);
                RawSegment is = copy.whole(written.get(i).info());
                if (!sameHead(was, is) || !sameBits(was.data(), is.data())) {
                    throw unlike(written.get(i) + " is not what was written");
                }
            }
            kernel.file().problems().stream().map(Problem::toString).forEach(notes::add);
        } catch (KernelException e) {
            throw new IOException("What was written does not read back: " + e.getMessage() + " Nothing was kept.", e);
        }
    }

    private static boolean sameHead(RawSegment a, RawSegment b) {
        return a.target() == b.target()
                && a.center() == b.center()
                && a.frame() == b.frame()
                && a.type() == b.type()
                && a.start() == b.start()
                && a.end() == b.end()
                && a.name().strip().equals(b.name().strip());
    }

    /** By bits: a NaN is itself, and a zero keeps its sign. */
    private static boolean sameBits(double[] a, double[] b) {
        if (a.length != b.length) {
            return false;
        }
        for (int i = 0; i < a.length; i++) {
            if (Double.doubleToRawLongBits(a[i]) != Double.doubleToRawLongBits(b[i])) {
                return false;
            }
        }
        return true;
    }

    private static IOException unlike(String what) {
        return new IOException(
                "What was written does not read back: " + what + ". Nothing was kept; try another disk.");
    }
}
