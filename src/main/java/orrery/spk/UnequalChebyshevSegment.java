package orrery.spk;

/**
 * Type 14: Chebyshev polynomials for position and velocity on granules of any length (SPICE: {@code SPKR14}, {@code
 * SPKE14}, {@code CHBVAL}; SPK Required Reading, "Type 14").
 */
final class UnequalChebyshevSegment extends Segment {
    private static final int MOST_COEFFICIENTS = 500;

    private final GenericLayout layout;
    private final int coefficients;

    UnequalChebyshevSegment(DafWords words, SegmentInfo info) {
        super(words, info);
        this.layout = new GenericLayout(words, info, 1, 2 + 6);
        double stated = layout.constant(0);
        if (!NumberChecks.isCount(stated, 1, MOST_COEFFICIENTS) || 2 + 6 * stated > layout.packetSize()) {
            throw new DamagedSegmentException("it gives " + stated + " coefficients a component for packets of "
                    + layout.packetSize() + " words. Fetch the file again.");
        }
        this.coefficients = (int) stated;
    }

    @Override
    public void state(double et, double[] out, Workspace work) {
        checkCovered(et);
        long at = layout.packet(packet(et));
        series(at, coefficients, et, out);
        checkFinite(out, et);
    }

    @Override
    void examine(RecordScan scan) {
        layout.examine(scan);
        for (int i = 1; i <= layout.count(); i++) {
            long at = layout.packet(i);
            double mid = words.at(at);
            double radius = words.at(at + 1);
            double from = layout.reference(i);
            // The end of the last one is stored only in the record.
            double until = i < layout.count() ? layout.reference(i + 1) : Math.max(end, mid + radius);
            scan.holds(i - 1L, layout.count(), at, from, until, OVERHANG * Math.abs(radius));
            scan.finite(i - 1L, "Packet", layout.count(), at + 2, layout.packetSize() - 2L);
        }
        if (start < layout.reference(1)) {
            scan.wrong(
                    "before",
                    Mismatch.Effect.REFUSED,
                    "Its descriptor promises states from " + SpanText.epoch(start) + ", but its first packet begins at "
                            + SpanText.epoch(layout.reference(1)) + ".");
        }
    }

    private int packet(double et) {
        int packet = layout.find(et);
        if (packet == 0) {
            throw notHeld(et, layout.reference(1), end);
        }
        return packet;
    }

    @Override
    public Granule granule(double et) {
        checkCovered(et);
        int packet = packet(et);
        long at = layout.packet(packet);
        double mid = words.at(at);
        double radius = words.at(at + 1);
        return granule(packet - 1L, mid - radius, mid + radius, at, layout.packetSize());
    }

    @Override
    public long records() {
        return layout.count();
    }

    @Override
    public int degree() {
        return coefficients - 1;
    }
}
