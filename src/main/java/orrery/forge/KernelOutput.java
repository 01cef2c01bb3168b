package orrery.forge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import orrery.binding.CyclicCentersException;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.spk.KernelException;
import orrery.spk.Problem;
import orrery.spk.Segment;
import orrery.spk.SegmentInfo;

/**
 * Puts a made kernel into its file: never over one of its sources, to a temporary file first, which is read back and
 * compared to the bit with what should be in it, and only then renamed. Thread-safe.
 */
public final class KernelOutput {
    /**
     * A kernel that is written.
     *
     * @param file where it is
     * @param bytes its size
     * @param segments how many it has; each was read back and is the same to the bit
     * @param leftOut segments that were wanted but damaged, and so not copied
     * @param absent NAIF ids that were asked for and of which the sources hold nothing in the span asked
     * @param notes what its readers will hear of it: what was found odd in the source and was copied as it is
     */
    public record Made(
            Path file, long bytes, int segments, List<SegmentInfo> leftOut, List<Integer> absent, List<String> notes) {}

    private KernelOutput() {}

    /**
     * Writes.
     *
     * @param sources the files that it was made of
     * @throws IOException if it cannot be written, or does not read back
     * @throws IllegalArgumentException if there is nothing to write, or it would be written over a source
     * @throws CyclicCentersException if what would be written makes a body the center of itself, as loading its sources
     *     together would; nothing is kept
     */
    public static Made write(Excerpt.Result result, Path file, List<Path> sources) throws IOException {
        if (result.segments() == 0) {
            throw new IllegalArgumentException(
                    result.leftOut().isEmpty()
                            ? "Nothing in the kernel is wanted: no segment of these bodies reaches into this span."
                                    + " Choose bodies and dates that it holds."
                            : "Everything wanted is set aside as damaged; there is nothing to copy.");
        }
        for (Path source : sources) {
            if (isSame(source, file)) {
                throw new IllegalArgumentException(
                        file + " is the source itself; choose another name. Nothing was written.");
            }
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        List<String> notes = new ArrayList<>();
        result.writer().write(file, part -> {
            List<Problem> circles = readBack(part, result.writer().segments(), notes);
            if (!circles.isEmpty() && result.circle().isPresent()) {
                throw result.circle().get();
            }
            circles.stream().map(Problem::toString).forEach(notes::add);
            // They are of the file under the name that it will have.
            notes.replaceAll(note -> note.replace(nameOf(part), nameOf(file)));
        });
        return new Made(
                file, Files.size(file), result.segments(), result.leftOut(), result.absent(), List.copyOf(notes));
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static boolean isSame(Path source, Path file) throws IOException {
        return source.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())
                || (Files.exists(file, new LinkOption[0])
                        && Files.exists(source, new LinkOption[0])
                        && Files.isSameFile(source, file));
    }

    /** Holds what was written against what was meant; returns what is wrong with its centers. */
    private static List<Problem> readBack(Path part, List<OutputSegment> meant, List<String> notes) throws IOException {
        try (KernelHandle kernel = new KernelRegistry().open(part);
                RawCopy copy = RawCopy.of(kernel)) {
            List<Segment> written = kernel.file().segments();
            if (written.size() != meant.size()) {
                throw unlike("it has " + written.size() + " segments instead of " + meant.size());
            }
            for (int i = 0; i < meant.size(); i++) {
                SegmentInfo is = written.get(i).info();
                if (!sameHead(meant.get(i), is) || !sameBits(meant.get(i), is, copy)) {
                    throw unlike(written.get(i) + " is not what was written");
                }
            }
            kernel.file().problems().stream().map(Problem::toString).forEach(notes::add);
            try (KernelPool pool = KernelPool.of(kernel)) {
                return pool.problems();
            }
        } catch (KernelException e) {
            throw new IOException("What was written does not read back: " + e.getMessage() + " Nothing was kept.", e);
        }
    }

    private static boolean sameHead(OutputSegment was, SegmentInfo is) {
        return was.target() == is.target()
                && was.center() == is.center()
                && was.frame() == is.frame()
                && was.type() == is.type()
                && was.start() == is.start()
                && was.end() == is.end()
                && was.words() == is.bytes() / Double.BYTES
                && was.name().strip().equals(RawCopy.printable(is.name()).strip());
    }

    /** By bits: a NaN is itself, and a zero keeps its sign. Both are read again, some at a time. */
    private static boolean sameBits(OutputSegment was, SegmentInfo is, RawCopy copy) throws IOException {
        long[] at = {is.offset()};
        boolean[] same = {true};
        was.body().each((meant, count) -> {
            int[] next = {0};
            copy.each(at[0], count, (words, have) -> {
                for (int i = 0; i < have; i++) {
                    same[0] &= Double.doubleToRawLongBits(meant[next[0] + i]) == Double.doubleToRawLongBits(words[i]);
                }
                next[0] += have;
            });
            at[0] += (long) count * Double.BYTES;
        });
        return same[0];
    }

    private static IOException unlike(String what) {
        return new IOException(
                "What was written does not read back: " + what + ". Nothing was kept; try another disk.");
    }
}
