package orrery.spk;

/**
 * Type 18: ESOC's orbit files, Hermite or Lagrange interpolation with a window that shrinks towards the ends (SPICE:
 * {@code SPKR18}, {@code SPKE18}; SPK Required Reading, "Type 18"). Subtypes 0 and 1.
 */
final class EsocSegment extends Segment {
    private static final int GROUP = 100;
    private static final int DIRECTORY = 3;
    private static final int LARGEST_DEGREE = 27;

    private final long begin;
    private final int subtype;
    private final int window;
    private final EpochList epochs;

    EsocSegment(DafWords words, SegmentInfo info) {
        super(words, info);
        this.begin = info.begin();
        Directory directory = new Directory(words, info, DIRECTORY + 14);
        this.subtype = directory.count(2, "the subtype", 0, 1);
        this.window = directory.count(1, "the window size", 2, ShrinkingWindow.largestWindow(subtype, LARGEST_DEGREE));
        int packets = directory.count(0, "the number of packets", 2, directory.size());
        if ((window & 1) == 1) {
            throw new DamagedSegmentException(
                    "its directory gives a window of " + window + ", which must be even. Fetch the file again.");
        }
        int size = ShrinkingWindow.packetSize(subtype);
        directory.fits((long) packets * (size + 1) + (packets - 1) / GROUP + DIRECTORY, packets + " packets");
        this.epochs = Directory.sound(new EpochList(words, begin + (long) packets * size, packets));
    }

    @Override
    public boolean holdsItsSpan() {
        return epochs.reach(start, end);
    }

    @Override
    public void state(double et, double[] out, Workspace work) {
        checkCovered(et);
        ShrinkingWindow.state(words, begin, epochs.count(), low(et), subtype, window, et, out, work);
        checkFinite(out, et);
    }

    @Override
    void examine(RecordScan scan) {
        int packets = epochs.count();
        int size = ShrinkingWindow.packetSize(subtype);
        int hundreds = (packets - 1) / GROUP;
        scan.fills(
                (long) packets * (size + 1) + hundreds + DIRECTORY,
                packets + " packets of " + size + " words and their epochs");
        scan.ascend(epochs);
        scan.repeats(epochs, begin + (long) packets * (size + 1), hundreds);
        for (int i = 0; i < packets; i++) {
            scan.finite(i, "Packet", packets, begin + (long) i * size, size);
        }
    }

    private int low(double et) {
        int low = epochs.bracket(et);
        if (low == 0) {
            throw notHeld(et, epochs.first(), epochs.last());
        }
        return low;
    }

    @Override
    public Granule granule(double et) {
        checkCovered(et);
        int low = low(et);
        int size = ShrinkingWindow.packetSize(subtype);
        int left = Math.min(window / 2, low);
        int n = left + Math.min(window / 2, epochs.count() - low);
        return granule(
                low - 1, epochs.at(low), epochs.at(low + 1), begin + (long) (low - left) * size, (long) n * size);
    }

    @Override
    public long records() {
        return epochs.count();
    }

    @Override
    public Interpolant interpolant() {
        return subtype == ShrinkingWindow.LAGRANGE ? Interpolant.LAGRANGE : Interpolant.HERMITE;
    }

    @Override
    public int degree() {
        return interpolant().degree(window);
    }
}
