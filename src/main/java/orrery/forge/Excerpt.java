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
import orrery.spk.ChebyshevSegment;
import orrery.spk.Segment;
import orrery.spk.SegmentInfo;
import orrery.spk.SetAsideSegment;

/**
 * A smaller kernel out of a larger one: some bodies, some span, the granules copied to the bit.
 *
 * <p>Of types 2 and 3 the granules that the span needs are taken, of other types the whole segment. The bodies that the
 * wanted ones are given about come along, up to the root of their chain. Order of segments is kept, and with it which one
 * wins. Immutable; any number of threads may use one.
 *
 * @param targets NAIF ids wanted; empty for all
 * @param from first epoch wanted, TDB seconds past J2000
 * @param to last epoch wanted, TDB seconds past J2000
 */
public record Excerpt(Set<Integer> targets, double from, double to) {
    private static final int TRAILER = 4;

    /**
     * What came out.
     *
     * @param writer the kernel, ready to be written; its byte order is the source's
     * @param segments how many segments it has
     * @param leftOut segments that are wanted but set aside as damaged, and so not copied
     * @param absent NAIF ids, ascending, that were asked for and have no segment in the span asked
     * @param circle why the sources cannot be loaded together, if they cannot: what goes in such a circle is not written
     */
    public record Result(
            SpkWriter writer,
            int segments,
            List<SegmentInfo> leftOut,
            List<Integer> absent,
            Optional<CyclicCentersException> circle) {
        /** A kernel whose segments are all its maker's own. */
        public static Result of(SpkWriter writer) {
            return new Result(writer, writer.segments().size(), List.of(), List.of(), Optional.empty());
        }
    }

    /**
     * Checks the span.
     *
     * @throws IllegalArgumentException if it runs backwards or is not a number
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
     * Takes the excerpt. What is copied is read when it is written, from the file itself and not through its map, and never
     * held in memory as a whole.
     *
     * @throws IOException if the file cannot be read, or is no longer the one that the handle has open
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

    /** Adds this kernel's part of what is wanted to the lists. */
    void copy(KernelHandle kernel, List<OutputSegment> copies, List<SegmentInfo> leftOut) throws IOException {
        Set<Integer> wanted = wanted(kernel.file().segments());
        try (RawCopy source = RawCopy.of(kernel)) {
            for (Segment segment : kernel.file().segments()) {
                SegmentInfo info = segment.info();
                if (!wanted.contains(info.target()) || !overlaps(info)) {
                    continue;
                }
                switch (segment) {
                    case SetAsideSegment _ -> leftOut.add(info);
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

    /** Bodies asked for of which nothing has come, not even something damaged. */
    List<Integer> absent(List<OutputSegment> copies, List<SegmentInfo> leftOut) {
        Set<Integer> absent = new TreeSet<>(targets);
        copies.forEach(copy -> absent.remove(copy.target()));
        leftOut.forEach(info -> absent.remove(info.target()));
        return List.copyOf(absent);
    }

    /** The bodies asked for and what they are given about, up to the root. */
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

    /** Cuts between granules; the index of an epoch's granule is found as SPICE finds it. */
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
                start,
                end,
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

    /** What was asked for, in words. */
    String description() {
        String bodies = targets.isEmpty()
                ? "all bodies"
                : "bodies "
                        + new TreeSet<>(targets).stream().map(String::valueOf).collect(Collectors.joining(", "));
        return bodies
                + (from == Double.NEGATIVE_INFINITY && to == Double.POSITIVE_INFINITY
                        ? ", all epochs"
                        : ", " + from + " to " + to + " s past J2000 TDB")
                + ", granules as they are.";
    }
}
