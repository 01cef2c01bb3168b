package orrery.spk;

/**
 * Type 19: intervals, each with its own packets, subtype and window (SPICE: {@code SPKR19}, {@code SPKE19}; SPK
 * Required Reading, "Type 19"). Subtypes 0, 1 and 2.
 *
 * <p>From the end backwards: the number of intervals, which of two intervals answers at their common bound, the start
 * of each interval's data, a directory of the bounds, and the bounds. The data of each interval end with subtype,
 * window and number of packets. These are checked whenever they are read, because a segment may have more intervals
 * than opening should touch.
 */
final class PiecewiseSegment extends Segment {
    private static final int GROUP = 100;
    private static final int CHECKED_AT_OPEN = 256;
    private static final int CONTROL = 3;
    private static final int LARGEST_DEGREE = 27;

    private final long begin;
    private final int intervals;
    private final boolean lastOfTwo;
    private final EpochList bounds;
    private final long pointers;

    PiecewiseSegment(DafWords words, SegmentInfo info) {
        super(words, info);
        this.begin = info.begin();
        Directory directory = new Directory(words, info, 2 + 2 + 2 + CONTROL + 14);
        this.intervals = directory.count(0, "the number of intervals", 1, directory.size());
        this.lastOfTwo = directory.count(1, "the choice at a bound", -1, 1) == 1;
        int hundreds = intervals / GROUP;
        directory.fits(2L + 2L * (intervals + 1L) + hundreds, intervals + " intervals");
        this.pointers = info.last() - 2L - intervals;
        this.bounds = Directory.sound(new EpochList(words, pointers - hundreds - (intervals + 1L), intervals + 1));
        for (int i = 1; i <= Math.min(intervals, CHECKED_AT_OPEN); i++) {
            if (!isSound(i)) {
                throw unsound(i);
            }
        }
    }

    @Override
    public boolean holdsItsSpan() {
        return bounds.reach(start, end);
    }

    @Override
    void examine(RecordScan scan) {
        int hundreds = intervals / GROUP;
        scan.ascend(bounds);
        scan.repeats(bounds, pointers - hundreds, hundreds);
        for (int i = 1; i <= intervals; i++) {
            int interval = i;
            if (isSound(i)) {
                examine(scan, i);
            } else {
                scan.wrong(
                        "interval",
                        i - 1L,
                        Mismatch.Effect.REFUSED,
                        () -> "Interval " + interval + " of " + intervals
                                + " has bounds, a subtype, a window or a number of packets that cannot be.");
            }
        }
    }

    /** One interval: its packets, their epochs, and whether these cover the interval. */
    private void examine(RecordScan scan, int interval) {
        long first = first(interval);
        long control = control(interval);
        int size = ShrinkingWindow.packetSize((int) words.at(control));
        int packets = (int) words.at(control + 2);
        int hundreds = (packets - 1) / GROUP;
        long epochs = first + (long) packets * size;
        EpochList list = new EpochList(words, epochs, packets);
        scan.ascend(list);
        if (epochs + packets + hundreds == control) {
            scan.repeats(list, epochs + packets, hundreds);
        } else {
            scan.wrong(
                    "room",
                    interval - 1L,
                    Mismatch.Effect.UNAFFECTED,
                    () -> "Interval " + interval + " of " + intervals + " has " + (control - first)
                            + " words for " + packets + " packets of " + size + " words and their epochs, which take "
                            + (epochs + packets + hundreds - first) + ".");
        }
        // There are no queries beyond the descriptor's span.
        double from = Math.max(start, bounds.at(interval));
        double until = Math.min(end, bounds.at(interval + 1));
        if (from <= until && !list.reach(from, until)) {
            scan.wrong(
                    "reach",
                    interval - 1L,
                    Mismatch.Effect.REFUSED,
                    () -> "Interval " + interval + " of " + intervals + " is to answer for "
                            + SpanText.span(bounds.at(interval), bounds.at(interval + 1)) + ", but its packets are of "
                            + SpanText.span(list.first(), list.last()) + ".");
        }
        for (int i = 0; i < packets; i++) {
            scan.finite(interval - 1L, "Interval", intervals, first + (long) i * size, size);
        }
    }

    @Override
    public void state(double et, double[] out, Workspace work) {
        checkCovered(et);
        int interval = interval(et);
        if (!isSound(interval)) {
            throw unsound(interval);
        }
        long first = first(interval);
        long control = control(interval);
        int subtype = (int) words.at(control);
        int window = (int) words.at(control + 1);
        int packets = (int) words.at(control + 2);
        int low = low(first, subtype, packets, et);
        ShrinkingWindow.state(words, first, packets, low, subtype, window, et, out, work);
        checkFinite(out, et);
    }

    /** The 1-based number of the interval that answers, as {@code SPKR19} chooses it. */
    private int interval(double et) {
        if (bounds.bracket(et) == 0) {
            throw notHeld(et, bounds.first(), bounds.last());
        }
        return Math.clamp(lastOfTwo ? bounds.upTo(et) : bounds.before(et), 1, intervals);
    }

    private long first(int interval) {
        return begin - 1 + (long) words.at(pointers + interval - 1);
    }

    /** The address of an interval's subtype, followed by window and number of packets, and then the next interval. */
    private long control(int interval) {
        return begin - 1 + (long) words.at(pointers + interval) - CONTROL;
    }

    /** Whether everything that an interval's numbers refer to is within the interval. */
    private boolean isSound(int interval) {
        double from = words.at(pointers + interval - 1);
        double until = words.at(pointers + interval);
        // The data of all intervals precede the bounds, which precede the pointers.
        if (!NumberChecks.isCount(from, 1, pointers - begin)
                || !NumberChecks.isCount(until, (long) from, pointers - begin)) {
            return false;
        }
        long size = (long) until - (long) from;
        if (size < CONTROL + 14) {
            return false;
        }
        long control = control(interval);
        double subtype = words.at(control);
        double window = words.at(control + 1);
        double packets = words.at(control + 2);
        return NumberChecks.isCount(subtype, 0, 2)
                && NumberChecks.isCount(window, 2, ShrinkingWindow.largestWindow((int) subtype, LARGEST_DEGREE))
                && ((int) window & 1) == 0
                && NumberChecks.isCount(packets, 2, size)
                && ((long) packets) * (ShrinkingWindow.packetSize((int) subtype) + 1) + CONTROL <= size;
    }

    private DamagedSegmentException unsound(int interval) {
        return new DamagedSegmentException("its interval " + interval + " of " + intervals
                + " has bounds, a subtype, a window or a number of packets that cannot be. Fetch the file again.");
    }

    /** The checked 1-based number of the last packet before the epoch, or of the first. */
    private int low(long first, int subtype, int packets, double et) {
        long epochs = first + (long) packets * ShrinkingWindow.packetSize(subtype);
        int low = EpochList.bracket(words, epochs, packets, et);
        if (low == 0) {
            throw notHeld(et, words.at(epochs), words.at(epochs + packets - 1));
        }
        return low;
    }

    @Override
    public Granule granule(double et) {
        checkCovered(et);
        int interval = interval(et);
        if (!isSound(interval)) {
            throw unsound(interval);
        }
        return granule(
                interval - 1L,
                bounds.at(interval),
                bounds.at(interval + 1),
                first(interval),
                control(interval) + CONTROL - first(interval));
    }

    @Override
    public long records() {
        return intervals;
    }
}
