package orrery.spk;

/**
 * Type 10: two-line elements (SPICE: {@code SPKR10}, {@code SPKE10}, {@code ZZSGP4}; SPK Required Reading, "Type 10").
 * The two sets that bracket the epoch are propagated by SGP4 or SDP4 with the constants that the segment holds, weighted
 * by a cosine, and turned from the true equator and mean equinox of date to J2000.
 */
public final class TwoLineElementsSegment extends Segment {
    private static final int CONSTANTS = 8;
    private static final int ELEMENTS = 10;

    private final DafWords words;
    private final GenericLayout layout;

    TwoLineElementsSegment(DafWords words, SegmentInfo info) {
        super(info);
        this.words = words;
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
        int found = Math.max(1, layout.find(et));
        int from = found;
        int to = found;
        if (et <= layout.reference(found)) {
            from = Math.max(found - 1, 1);
        } else {
            to = Math.min(found + 1, layout.count());
        }
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

    /** The state by one set of elements, in the frame of date; returns the elements' epoch. */
    private double propagate(int set, double et, double[] out, Workspace work) {
        long at = layout.packet(set);
        double epoch = words.at(at + 9);
        String fault = "its epoch is no number";
        if (Math.abs(epoch) <= 1e15) {
            fault = work.sgp4.initialize(layout, words, at, epoch);
            if (fault.isEmpty()) {
                fault = work.sgp4.evaluate((et - epoch) / 60, out);
            }
        }
        if (!fault.isEmpty()) {
            throw new DamagedSegmentException(
                    this + ": its element set " + set + " gives no orbit at " + Spans.epoch(et) + ": " + fault + ".");
        }
        return epoch;
    }

    @Override
    public Granule granule(double et) {
        checkCovered(et);
        int found = Math.max(1, layout.find(et));
        return granule(
                found - 1L,
                found == 1 ? start : layout.reference(found),
                found == layout.count() ? end : layout.reference(found + 1),
                layout.packet(found),
                layout.packetSize());
    }

    @Override
    public long records() {
        return layout.count();
    }
}
