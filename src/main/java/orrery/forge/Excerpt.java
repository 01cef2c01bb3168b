package orrery.forge;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
     */
    public record Result(SpkWriter writer, int segments, List<SegmentInfo> leftOut) {}

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

    /**
     * Takes the excerpt. Reads the file itself again, not its map.
     *
     * @throws IOException if the file cannot be read, or is no longer the one that the handle has open
     */
    public Result of(KernelHandle kernel) throws IOException {
        Set<Integer> wanted = wanted(kernel.file().segments());
        ByteOrder order = kernel.file().order();
        List<RawSegment> copies = new ArrayList<>();
        List<SegmentInfo> leftOut = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(kernel.path(), StandardOpenOption.READ)) {
            for (Segment segment : kernel.file().segments()) {
                SegmentInfo info = segment.info();
                if (!wanted.contains(info.target()) || !overlaps(info)) {
                    continue;
                }
                switch (segment) {
                    case SetAsideSegment _ -> leftOut.add(info);
                    case ChebyshevSegment _ -> copies.add(granules(channel, order, info));
                    default ->
                        copies.add(
                                copy(info, info.start(), info.end(), read(channel, order, info.offset(), words(info))));
                }
            }
        }
        if (kernel.stale().isPresent()) {
            throw new IOException("%s has changed since it was opened (%s); open it again."
                    .formatted(kernel.path(), kernel.stale().get()));
        }
        SpkWriter writer = SpkWriter.of(order)
                .internalName(printable(kernel.file().internalName()))
                .comment(comment(kernel))
                .addAll(copies);
        return new Result(writer, copies.size(), List.copyOf(leftOut));
    }

    private Set<Integer> wanted(List<Segment> segments) {
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
    private RawSegment granules(FileChannel channel, ByteOrder order, SegmentInfo info) throws IOException {
        long words = words(info);
        double[] trailer = read(channel, order, info.offset() + (words - TRAILER) * Double.BYTES, TRAILER);
        double init = trailer[0];
        double length = trailer[1];
        int size = (int) trailer[2];
        int count = (int) trailer[3];
        double start = Math.max(from, info.start());
        double end = Math.min(to, info.end());
        int first = index(start, init, length, count);
        int last = index(end, init, length, count);
        int kept = last - first + 1;
        double[] body = read(channel, order, info.offset() + (long) first * size * Double.BYTES, (long) kept * size);
        double[] data = Arrays.copyOf(body, body.length + TRAILER);
        data[body.length] = init + first * length;
        data[body.length + 1] = length;
        data[body.length + 2] = size;
        data[body.length + 3] = kept;
        return copy(info, start, end, data);
    }

    private static int index(double et, double init, double length, int count) {
        return Math.clamp((long) ((et - init) / length), 0, count - 1);
    }

    private static RawSegment copy(SegmentInfo info, double start, double end, double[] data) {
        return new RawSegment(
                info.target(), info.center(), info.frame(), info.type(), start, end, printable(info.name()), data);
    }

    private static long words(SegmentInfo info) {
        return info.bytes() / Double.BYTES;
    }

    private static double[] read(FileChannel channel, ByteOrder order, long offset, long words) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.toIntExact(words * Double.BYTES)).order(order);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, offset + bytes.position()) < 0) {
                throw new EOFException("The file ends before address %d; it has been cut since it was opened."
                        .formatted((offset + bytes.position()) / Double.BYTES + 1));
            }
        }
        double[] data = new double[(int) words];
        bytes.flip().asDoubleBuffer().get(data);
        return data;
    }

    private String comment(KernelHandle kernel) {
        String old = kernel.comment().lines().map(Excerpt::printable).collect(Collectors.joining("\n"));
        String bodies = targets.isEmpty()
                ? "all bodies"
                : "bodies "
                        + new TreeSet<>(targets).stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "Excerpt of %s: %s, %s to %s s past J2000 TDB, granules as they are.%n%n%s%n"
                .formatted(printable(kernel.name()), bodies, from, to, old);
    }

    /** What old files hold in names and comments, in what a writer takes. */
    private static String printable(String text) {
        return text.replaceAll("[^ -~]", " ").stripTrailing();
    }
}
