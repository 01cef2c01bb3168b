package orrery.spk;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Type 10: two-line elements (SPICE: {@code SPKR10}, {@code SPKE10}, {@code ZZSGP4}; SPK Required Reading, "Type 10").
 * The two sets that bracket the epoch are propagated by SGP4 or SDP4 with the constants stored in the segment, weighted
 * by a cosine, and converted from the true equator and mean equinox of date to J2000.
 */
final class TwoLineElementsSegment extends Segment {
    private static final int CONSTANTS = 8;
    private static final int ELEMENTS = 10;

    /** Numbers the segments of this run of the program. */
    private static final AtomicLong SERIALS = new AtomicLong();

    private final GenericLayout layout;
    private final long serial = SERIALS.incrementAndGet();

    TwoLineElementsSegment(DafWords words, SegmentInfo info) {
        super(words, info);
        this.layout = new GenericLayout(words, info, CONSTANTS, ELEMENTS);
        for (int i = 0; i < CONSTANTS; i++) {
            double constant = layout.constant(i);
            if (!(Math.abs(constant) <= Double.MAX_VALUE)) {
                throw new DamagedSegmentException(
                        "its constant " + (i + 1) + " of 8 is " + constant + ". Fetch the file again.");
            }
        }
        if (!(layout.constant(0) != 0 && layout.constant(3) > 0 && layout.constant(6) > 0)) {
            throw new DamagedSegmentException("its constants give the Earth a J2 of " + layout.constant(0)
                    + ", a root of GM of " + layout.constant(3) + " and a radius of " + layout.constant(6)
                    + " km. Fetch the file again.");
        }
    }

    @Override
    public void state(double et, double[] out, Workspace work) {
        checkCovered(et);
        int from = from(et);
        int to = to(et);
        double t1 = propagate(from, et, out, work);
        if (to != from) {
            double[] later = work.doubles(6);
            double t2 = propagate(to, et, later, work);
            if (t1 != t2) {
                Blend.states(et, t1, t2, out, later);
            }
        }
        work.equator.toJ2000(et, out);
        checkFinite(out, et);
    }

    @Override
    void examine(RecordScan scan) {
        layout.examine(scan);
        for (int i = 1; i <= layout.count(); i++) {
            long at = layout.packet(i);
            int number = i;
            double epoch = words.at(at + ELEMENTS - 1);
            if (epoch != layout.reference(i)) {
                scan.wrong(
                        "epoch",
                        i - 1L,
                        Mismatch.Effect.DOUBTFUL,
                        () -> "Element set " + number + " of " + layout.count() + " is of " + SpanText.epoch(epoch)
                                + ", but is listed at " + SpanText.epoch(layout.reference(number)) + ".");
            }
            scan.finite(i - 1L, "Element set", layout.count(), at, layout.packetSize());
        }
    }

    /** Computes the state from one set of elements, in the frame of date; returns the epoch of the elements. */
    private double propagate(int set, double et, double[] out, Workspace work) {
        long at = layout.packet(set);
        double epoch = words.at(at + 9);
        String fault = "its epoch is no number";
        if (Math.abs(epoch) <= 1e15) {
            Sgp4 sgp4 = work.satellites().of(serial, set, layout, words, at, epoch);
            fault = sgp4.fault().isEmpty() ? sgp4.evaluate((et - epoch) / 60, out) : sgp4.fault();
        }
        if (!fault.isEmpty()) {
            throw new DamagedSegmentException(this + ": its element set " + set + " gives no orbit at "
                    + SpanText.epoch(et) + ": " + fault + ".");
        }
        return epoch;
    }

    @Override
    public Granule granule(double et) {
        checkCovered(et);
        int from = from(et);
        int to = to(et);
        double first = layout.reference(from);
        double last = layout.reference(to);
        return granule(
                from - 1L,
                et < first ? start : first,
                et > last ? end : last,
                layout.packet(from),
                layout.packet(to) - layout.packet(from) + layout.packetSize());
    }

    /** The 1-based number of the set before an epoch, or of the first. */
    private int from(double et) {
        int nearest = Math.max(1, layout.find(et));
        return et <= layout.reference(nearest) ? Math.max(nearest - 1, 1) : nearest;
    }

    /** The 1-based number of the set after an epoch, or of the last. */
    private int to(double et) {
        int nearest = Math.max(1, layout.find(et));
        return et <= layout.reference(nearest) ? nearest : Math.min(nearest + 1, layout.count());
    }

    @Override
    public long records() {
        return layout.count();
    }
}
