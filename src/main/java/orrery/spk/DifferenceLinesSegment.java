package orrery.spk;

/**
 * Types 1 and 21: modified difference arrays, the integrator's own output (SPICE: {@code SPKR01}, {@code SPKE01},
 * {@code SPKR21}, {@code SPKE21}, after F. T. Krogh's {@code DAINT}; SPK Required Reading, "Type 1" and "Type 21").
 * They differ only in the length of a component's table: 15 in type 1, in type 21 up to 25, as the segment says.
 */
final class DifferenceLinesSegment extends Segment {
    private static final int TYPE_1_TABLE = 15;
    private static final int LARGEST_TABLE = 25;
    private static final int GROUP = 100;

    private final long begin;
    private final int table;
    private final int line;
    private final EpochList epochs;

    DifferenceLinesSegment(DafWords words, SegmentInfo info) {
        super(words, info);
        this.begin = info.begin();
        boolean extended = info.type() == 21;
        Directory directory = new Directory(words, info, 15);
        this.table = extended ? directory.count(1, "the length of a difference table", 1, LARGEST_TABLE) : TYPE_1_TABLE;
        this.line = 4 * table + 11;
        int lines = directory.count(0, "the number of difference lines", 1, directory.size());
        directory.fits(
                (long) lines * (line + 1) + lines / GROUP + (extended ? 2 : 1),
                lines + " difference lines of " + line + " words");
        // The epochs stand before the directory, which stands at the end: SPKR01 counts back from there.
        this.epochs = Directory.sound(
                new EpochList(words, info.last() - (extended ? 2L : 1L) - lines / GROUP - lines + 1, lines));
    }

    @Override
    public boolean holdsItsSpan() {
        return end <= epochs.last();
    }

    @Override
    void examine(RecordScan scan) {
        int lines = epochs.count();
        int hundreds = lines / GROUP;
        int counts = info.type() == 21 ? 2 : 1;
        scan.fills(
                (long) lines * (line + 1) + hundreds + counts,
                lines + " difference lines of " + line + " words and their epochs");
        scan.ascend(epochs);
        scan.repeats(epochs, info.last() - (long) counts - hundreds + 1, hundreds);
        for (int i = 0; i < lines; i++) {
            examine(scan, i, begin + (long) i * line);
        }
    }

    /** One line: its orders of integration, and whatever they lead to. */
    private void examine(RecordScan scan, int number, long at) {
        try {
            int order = whole(at + 4L * table + 7);
            scan.finite(number, "Difference line", epochs.count(), at, order - 1L);
            scan.finite(number, "Difference line", epochs.count(), at + table + 1, 6);
            for (int axis = 0; axis < 3; axis++) {
                scan.finite(
                        number,
                        "Difference line",
                        epochs.count(),
                        at + table + 7 + (long) axis * table,
                        terms(at, axis, order));
            }
        } catch (DamagedSegmentException e) {
            scan.wrong(
                    "order",
                    number,
                    Mismatch.Effect.REFUSED,
                    () -> "Difference line " + (number + 1) + " of " + epochs.count()
                            + " gives an order of integration for which its table has no room.");
        }
        scan.read(line);
    }

    /** {@inheritDoc} The order of operations is that of {@code SPKE01}, which SPICE itself cannot explain. */
    @Override
    public void state(double et, double[] out, Workspace work) {
        checkCovered(et);
        long at = begin + (long) index(et) * line;
        int order = whole(at + 4L * table + 7);
        double delta = et - words.at(at);
        int steps = order - 2;
        double[] w = work.doubles(3 * (LARGEST_TABLE + 4));
        int fc = LARGEST_TABLE + 4;
        int wc = 2 * fc;
        w[fc] = 1;
        double tp = delta;
        for (int j = 1; j <= steps; j++) {
            double g = words.at(at + j);
            w[fc + j] = tp / g;
            w[wc + j - 1] = delta / g;
            tp = delta + g;
        }
        for (int j = 1; j <= order; j++) {
            w[j - 1] = 1.0 / j;
        }
        int depth = 0;
        int ks = order - 1;
        int ks1 = ks - 1;
        while (ks >= 2) {
            depth++;
            for (int j = 1; j <= depth; j++) {
                w[j + ks - 1] = w[fc + j] * w[j + ks1 - 1] - w[wc + j - 1] * w[j + ks - 1];
            }
            ks = ks1;
            ks1--;
        }
        long reference = at + table + 1;
        long differences = reference + 6;
        for (int axis = 0; axis < 3; axis++) {
            double sum = sum(w, ks, differences + (long) axis * table, terms(at, axis, order));
            out[axis] = words.at(reference + 2L * axis) + delta * (words.at(reference + 2L * axis + 1) + delta * sum);
        }
        for (int j = 1; j <= depth; j++) {
            w[j + ks - 1] = w[fc + j] * w[j + ks1 - 1] - w[wc + j - 1] * w[j + ks - 1];
        }
        ks--;
        for (int axis = 0; axis < 3; axis++) {
            double sum = sum(w, ks, differences + (long) axis * table, terms(at, axis, order));
            out[axis + 3] = words.at(reference + 2L * axis + 1) + delta * sum;
        }
        checkFinite(out, et);
    }

    private double sum(double[] w, int ks, long differences, int terms) {
        double sum = 0;
        for (int j = terms; j >= 1; j--) {
            sum += words.at(differences + j - 1) * w[j + ks - 1];
        }
        return sum;
    }

    /** KQMAX1 of a line: the highest order of integration plus 1. */
    private int whole(long address) {
        double stored = words.at(address);
        if (!(stored >= 2 && stored < table + 2)) {
            throw unsound(stored);
        }
        return (int) stored;
    }

    /** KQ of a line: how many differences one component has. */
    private int terms(long at, int axis, int order) {
        double stored = words.at(at + 4L * table + 8 + axis);
        if (!(stored >= 0 && stored < order && stored <= table)) {
            throw unsound(stored);
        }
        return (int) stored;
    }

    private DamagedSegmentException unsound(double stored) {
        return new DamagedSegmentException(this + ": a difference line gives an integration order of " + stored
                + "; its table has room for " + table + ". Fetch the file again.");
    }

    /** 0-based number of the line: the first whose epoch is not before {@code et}. */
    private int index(double et) {
        int index = epochs.before(et);
        if (index == epochs.count()) {
            throw notHeld(et, start, epochs.last());
        }
        return index;
    }

    @Override
    public Granule granule(double et) {
        checkCovered(et);
        int index = index(et);
        return granule(
                index, index == 0 ? start : epochs.at(index), epochs.at(index + 1), begin + (long) index * line, line);
    }

    @Override
    public long records() {
        return epochs.count();
    }
}
