package orrery.forge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import orrery.binding.KernelHandle;
import orrery.ephemeris.Coverage;
import orrery.spk.SegmentInfo;

/**
 * One segment to write: its summary and name, and where its doubles come from. Those of another kernel's file stay
 * there until they are needed, and then pass through a buffer of 64 KiB, however long the segment is.
 *
 * <p>Immutable; each traversal of the doubles opens and closes what it reads.
 *
 * @param words number of doubles in the body
 * @param body traverses them
 */
record OutputSegment(
        int target, int center, int frame, int type, double start, double end, String name, long words, Body body) {

    /** Traverses a segment's doubles in file order. */
    @FunctionalInterface
    interface Body {
        void each(Chunk to) throws IOException;
    }

    /** Receives doubles in pieces: the first {@code count} of {@code words}, which are overwritten afterwards. */
    @FunctionalInterface
    interface Chunk {
        void take(double[] words, int count) throws IOException;
    }

    /** A segment in memory. */
    static OutputSegment of(RawSegment s) {
        return of(s, s.data().length, to -> to.take(s.data(), s.data().length));
    }

    /** A segment with the summary and name of another, checked like one in memory, and doubles of its own. */
    static OutputSegment of(RawSegment head, long words, Body body) {
        return new OutputSegment(
                head.target(),
                head.center(),
                head.frame(),
                head.type(),
                head.start(),
                head.end(),
                head.name(),
                words,
                body);
    }

    /** An unchanged segment of another kernel. */
    static OutputSegment of(KernelHandle kernel, SegmentInfo info) throws IOException {
        Coverage.Span whole = new Coverage.Span(info.start(), info.end());
        return of(kernel, info, whole, info.offset(), info.bytes() / Double.BYTES, new double[0]);
    }

    /**
     * A part of a segment of another kernel over another span, followed by additional doubles.
     *
     * @param offset offset of the first double to take, bytes in the file
     * @param words number of doubles to take from the file
     * @param tail the doubles after them
     */
    static OutputSegment of(
            KernelHandle kernel, SegmentInfo info, Coverage.Span span, long offset, long words, double[] tail)
            throws IOException {
        RawSegment head = RawCopy.of(info, span.start(), span.end(), new double[1]);
        Print print = Print.of(kernel.path());
        double[] after = tail.clone();
        return of(head, words + after.length, to -> {
            print.check();
            try (RawCopy copy = RawCopy.of(kernel)) {
                copy.each(offset, words, to);
            }
            print.check();
            if (after.length > 0) {
                to.take(after.clone(), after.length);
            }
        });
    }

    /** Distinguishes a file from what it may become while it is copied. */
    private record Print(Path file, Object key, long size, long modified) {
        static Print of(Path file) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Print(
                    file,
                    Objects.requireNonNullElse(now.fileKey(), file),
                    now.size(),
                    now.lastModifiedTime().toMillis());
        }

        void check() throws IOException {
            if (!of(file).equals(this)) {
                throw new IOException(file + " has changed since it was opened; open it again. Nothing was kept.");
            }
        }
    }
}
