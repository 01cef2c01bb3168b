package orrery.forge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import orrery.binding.CyclicCentersException;
import orrery.binding.KernelHandle;
import orrery.ephemeris.Coverage;
import orrery.spk.ChebyshevSegment;
import orrery.spk.DamagedSegment;
import orrery.spk.Segment;
import orrery.spk.SegmentInfo;

/**
 * A smaller kernel made from a larger one: some bodies over some span, with the granules copied bit for bit.
 *
 * <p>For types 2 and 3 the granules needed for the span are taken, for other types the whole segment. The centers of
 * the selected bodies are included, up to the root of their chain. The order of segments is kept, and with it
 * precedence. Immutable and thread-safe.
 *
 * @param targets NAIF ids; empty for all
 * @param from first epoch, TDB seconds past J2000
 * @param to last epoch, TDB seconds past J2000
 */
public record Excerpt(Set<Integer> targets, double from, double to) {
    private static final int TRAILER = 4;

    /**
     * The result.
     *
     * @param writer the kernel, ready to be written, in the source's byte order
     * @param segments number of segments
     * @param leftOut selected segments that are set aside as damaged, and so not copied
     * @param absent requested NAIF ids without any segment in the span, ascending
     * @param circle why the sources cannot be loaded together, if so: bodies in such a cycle are not written
     */
    public record Result(
            SpkWriter writer,
            int segments,
            List<SegmentInfo> leftOut,
            List<Integer> absent,
            Optional<CyclicCentersException> circle) {
        /** A kernel whose segments are all newly made. */
        public static Result of(SpkWriter writer) {
            return new Result(writer, writer.segments().size(), List.of(), List.of(), Optional.empty());
        }
    }

    /**
     * Checks the span.
     *
     * @throws IllegalArgumentException if it is reversed or not a number
     */
    public Excerpt {
        if (!(from <= to)) {
            throw new IllegalArgumentException(
                    "The span from %s to %s is empty; give an end after its start.".formatted(from, to));
        }
        targets = Set.copyOf(targets);
    }

    /** All bodies over all epochs. */
    public static Excerpt everything() {
        return new Excerpt(Set.of(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * Takes the excerpt. Data are read at writing time, from the file itself and not through its map, and never kept in
     * memory as a whole.
     *
     * @throws IOException if the file cannot be read, or has changed since the handle opened it
     */
    public Result of(KernelHandle kernel) throws IOException {
        List<OutputSegment> copies = new ArrayList<>();
        List<SegmentInfo> leftOut = new ArrayList<>();
        copy(kernel, copies, leftOut);
        SpkWriter writer = SpkWriter.of(kernel.file().order())
                .internalName(RawCopy.printable(kernel.file().internalName()))
                .comment(comment(kernel))
                .outgoing(copies);
        return new Result(writer, copies.size(), List.copyOf(leftOut), absent(copies, leftOut), Optional.empty());
    }

    /** Adds this kernel's part of the selection to the lists. */
    void copy(KernelHandle kernel, List<OutputSegment> copies, List<SegmentInfo> leftOut) throws IOException {
        Set<Integer> wanted = wanted(kernel.file().segments());
        try (RawCopy source = RawCopy.of(kernel)) {
            for (Segment segment : kernel.file().segments()) {
                SegmentInfo info = segment.info();
                if (!wanted.contains(info.target()) || !overlaps(info)) {
                    continue;
                }
                switch (segment) {
                    case DamagedSegment _ -> leftOut.add(info);
                    case ChebyshevSegment _
                    when from > info.start() || to < info.end() -> copies.add(granules(kernel, source, info));
                    default -> copies.add(OutputSegment.of(kernel, info));
                }
            }
        }
        if (kernel.stale().isPresent()) {
            throw new IOException("%s has changed since it was opened (%s); open it again."
                    .formatted(kernel.path(), kernel.stale().get()));
        }
    }

    /** The requested bodies without any segment, not even a damaged one. */
    List<Integer> absent(List<OutputSegment> copies, List<SegmentInfo> leftOut) {
        Set<Integer> absent = new TreeSet<>(targets);
        copies.forEach(copy -> absent.remove(copy.target()));
        leftOut.forEach(info -> absent.remove(info.target()));
        return List.copyOf(absent);
    }

    /** The requested bodies and their centers, up to the root. */
    Set<Integer> wanted(List<Segment> segments) {
        if (targets.isEmpty()) {
            return segments.stream().map(Segment::target).collect(Collectors.toSet());
        }
        Set<Integer> wanted = new TreeSet<>(targets);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Segment segment : segments) {
                grown |= wanted.contains(segment.target()) && wanted.add(segment.center());
            }
        }
        return wanted;
    }

    private boolean overlaps(SegmentInfo info) {
        return info.start() <= to && from <= info.end();
    }

    /** Cuts between granules; the granule of an epoch is found as in SPICE. */
    private OutputSegment granules(KernelHandle kernel, RawCopy source, SegmentInfo info) throws IOException {
        long words = info.bytes() / Double.BYTES;
        double[] trailer = source.words(info.offset() + (words - TRAILER) * Double.BYTES, TRAILER);
        double init = trailer[0];
        double length = trailer[1];
        int size = (int) trailer[2];
        int count = (int) trailer[3];
        double start = Math.max(from, info.start());
        double end = Math.min(to, info.end());
        int first = index(start, init, length, count);
        int last = index(end, init, length, count);
        int kept = last - first + 1;
        return OutputSegment.of(
                kernel,
                info,
                new Coverage.Span(start, end),
                info.offset() + (long) first * size * Double.BYTES,
                (long) kept * size,
                new double[] {init + first * length, length, size, kept});
    }

    private static int index(double et, double init, double length, int count) {
        return Math.clamp((long) ((et - init) / length), 0, count - 1);
    }

    private String comment(KernelHandle kernel) {
        return Provenance.line("Excerpt of " + Provenance.source(kernel) + ": " + description())
                + "\n\n"
                + Provenance.carried(kernel)
                + "\n";
    }

    /** The selection, in words. */
    String description() {
        String bodies = targets.isEmpty()
                ? "all bodies"
                : "bodies "
                        + new TreeSet<>(targets).stream().map(String::valueOf).collect(Collectors.joining(", "));
        return bodies
                + (from == Double.NEGATIVE_INFINITY && to == Double.POSITIVE_INFINITY
                        ? ", all epochs"
                        : ", " + from + " to " + to + " s past J2000 TDB")
                + ", granules unchanged.";
    }
}
