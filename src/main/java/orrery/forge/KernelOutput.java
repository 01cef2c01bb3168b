package orrery.forge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import orrery.binding.CyclicCentersException;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.spk.KernelException;
import orrery.spk.Problem;
import orrery.spk.Progress;
import orrery.spk.Segment;
import orrery.spk.SegmentInfo;

/**
 * Writes a new kernel to its file: never over one of its sources, first to a temporary file, which is read back,
 * compared bit for bit with the intended contents, and only then renamed. Thread-safe.
 */
public final class KernelOutput {
    /**
     * A kernel that was written.
     *
     * @param file its path
     * @param bytes its size
     * @param segments number of segments; each was read back and is identical bit for bit
     * @param leftOut selected segments that were damaged, and so not copied
     * @param absent requested NAIF ids of which the sources have nothing in the requested span
     * @param notes remarks for users: oddities of the source that were copied unchanged
     */
    public record OutputFile(
            Path file, long bytes, int segments, List<SegmentInfo> leftOut, List<Integer> absent, List<String> notes) {}

    private KernelOutput() {}

    /**
     * Writes a kernel.
     *
     * @param sources the files it was made from
     * @throws IOException if it cannot be written, or does not read back correctly
     * @throws IllegalArgumentException if there is nothing to write, or it would be written over a source
     * @throws CyclicCentersException if the result makes a body the center of itself, as loading its sources together
     * would; nothing is kept
     */
    public static OutputFile write(Excerpt.Result result, Path file, List<Path> sources) throws IOException {
        return write(result, file, sources, Progress.NONE);
    }

    /**
     * As {@link #write(Excerpt.Result, Path, List)}, with progress.
     *
     * @throws CancellationException if {@code progress} requested it; nothing is left then
     */
    public static OutputFile write(Excerpt.Result result, Path file, List<Path> sources, Progress progress)
            throws IOException {
        if (result.segments() == 0) {
            throw new IllegalArgumentException(
                    result.leftOut().isEmpty()
                            ? "The kernel would be empty: no segment of these bodies reaches into this span."
                                    + " Choose bodies and dates that it contains."
                            : "All selected segments are set aside as damaged, so there is nothing to copy.");
        }
        refuse(file, sources);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        List<String> notes = new ArrayList<>();
        result.writer().write(file, Progress.part(progress, 0, 2), part -> {
            List<OutputSegment> meant = result.writer().segments();
            WordCount count = new WordCount(meant, Progress.part(progress, 1, 2));
            List<Problem> circles = readBack(part, meant, count, notes);
            if (!circles.isEmpty() && result.circle().isPresent()) {
                throw result.circle().get();
            }
            circles.stream().map(Problem::toString).forEach(notes::add);
            // They are of the file under the name that it will have.
            notes.replaceAll(note -> note.replace(nameOf(part), nameOf(file)));
        });
        return new OutputFile(
                file, Files.size(file), result.segments(), result.leftOut(), result.absent(), List.copyOf(notes));
    }

    /**
     * Refuses to write over a source.
     *
     * @throws IllegalArgumentException if the file is one of the sources, under whatever name
     * @throws IOException if that cannot be found out
     */
    public static void refuse(Path file, List<Path> sources) throws IOException {
        for (Path source : sources) {
            if (isSame(source, file)) {
                throw new IllegalArgumentException(
                        file + " is the source itself; choose another name. Nothing was written.");
            }
        }
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

    /** Compares what was written with what was intended; returns what is wrong with its centers. */
    private static List<Problem> readBack(Path part, List<OutputSegment> meant, WordCount count, List<String> notes)
            throws IOException {
        try (KernelHandle kernel = new KernelRegistry().open(part);
                RawCopy copy = RawCopy.of(kernel)) {
            List<Segment> written = kernel.file().segments();
            if (written.size() != meant.size()) {
                throw unlike("it has " + written.size() + " segments instead of " + meant.size());
            }
            for (int i = 0; i < meant.size(); i++) {
                SegmentInfo is = written.get(i).info();
                if (!sameHead(meant.get(i), is) || !sameBits(meant.get(i), is, copy, count)) {
                    throw unlike(written.get(i) + " differs from what was written");
                }
            }
            kernel.file().problems().stream().map(Problem::toString).forEach(notes::add);
            try (KernelPool pool = KernelPool.of(kernel)) {
                return pool.problems();
            }
        } catch (KernelException e) {
            throw new IOException(
                    "The written file does not read back correctly: " + e.getMessage() + "" + " Nothing was kept.", e);
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

    /** By bits: a NaN equals itself, and a zero keeps its sign. Both are reread, in pieces. */
    private static boolean sameBits(OutputSegment was, SegmentInfo is, RawCopy copy, WordCount words)
            throws IOException {
        long[] at = {is.offset()};
        boolean[] same = {true};
        was.body().each(words.before((meant, count) -> {
            int[] next = {0};
            copy.each(at[0], count, (found, have) -> {
                for (int i = 0; i < have; i++) {
                    same[0] &= Double.doubleToRawLongBits(meant[next[0] + i]) == Double.doubleToRawLongBits(found[i]);
                }
                next[0] += have;
            });
            at[0] += (long) count * Double.BYTES;
        }));
        return same[0];
    }

    private static IOException unlike(String what) {
        return new IOException(
                "The written file does not read back correctly: " + what + ". Nothing was kept; try another disk.");
    }
}
