package orrery.spk;

import java.nio.DoubleBuffer;

/**
 * Types 1 and 21: modified difference arrays, the integrator's own output (SPICE: {@code SPKR01}, {@code SPKE01},
 * {@code SPKR21}, {@code SPKE21}, after F. T. Krogh's {@code DAINT}; SPK Required Reading, "Type 1" and "Type 21").
 * They differ only in the length of a component's table: 15 in type 1, and up to 25 in type 21, as the segment
 * specifies.
 */
final class DifferenceLinesSegment extends Segment {
    private static final int TYPE_1_TABLE = 15;
    private static final int LARGEST_TABLE = 25;
    private static final int GROUP = 100;
    /** 1 / j. */
    private static final double[] INVERSES = new double[LARGEST_TABLE + 4];

    static {
        for (int j = 1; j < INVERSES.length; j++) {
            INVERSES[j] = 1.0 / j;
        }
    }

    private final long begin;
    private final int table;
    private final int line;
    private final EpochList epochs;
    private final RecordViews views;

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
        // The epochs precede the directory, which is at the end: SPKR01 counts back from there.
        this.epochs = Directory.sound(
                new EpochList(words, info.last() - (extended ? 2L : 1L) - lines / GROUP - lines + 1, lines));
        this.views = new RecordViews(words, begin, line, lines);
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

    /** Checks one line: its orders of integration, and everything that depends on them. */
    private void examine(RecordScan scan, int number, long at) {
        try {
            int order = order(words.at(at + 4L * table + 7));
            scan.finite(number, "Difference line", epochs.count(), at, order - 1L);
            scan.finite(number, "Difference line", epochs.count(), at + table + 1, 6);
            for (int axis = 0; axis < 3; axis++) {
                scan.finite(
                        number,
                        "Difference line",
                        epochs.count(),
                        at + table + 7 + (long) axis * table,
                        terms(words.at(at + 4L * table + 8 + axis), order));
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

    /**
     * {@inheritDoc} The order of operations is that of {@code SPKE01}, which SPICE's own documentation does not
     * explain.
     */
    @Override
    public void state(double et, double[] out, Workspace work) {
        checkCovered(et);
        int index = index(et);
        DoubleBuffer c = views.view(index);
        int at = views.at(index);
        int order = order(c.get(at + 4 * table + 7));
        double delta = et - c.get(at);
        int steps = order - 2;
        double[] w = work.doubles(3 * (LARGEST_TABLE + 4));
        int fc = LARGEST_TABLE + 4;
        int wc = 2 * fc;
        w[fc] = 1;
        double tp = delta;
        for (int j = 1; j <= steps; j++) {
            double g = c.get(at + j);
            w[fc + j] = tp / g;
            w[wc + j - 1] = delta / g;
            tp = delta + g;
        }
        System.arraycopy(INVERSES, 1, w, 0, order);
        int depth = 0;
        int ks = order - 1;
        while (ks >= 2) {
            depth++;
            raise(w, ks, depth);
            ks--;
        }
        int reference = at + table + 1;
        int differences = reference + 6;
        int x = differences;
        int y = x + table;
        int z = y + table;
        int nx = terms(c.get(at + 4 * table + 8), order);
        int ny = terms(c.get(at + 4 * table + 9), order);
        int nz = terms(c.get(at + 4 * table + 10), order);
        out[0] = c.get(reference) + delta * (c.get(reference + 1) + delta * sum(w, ks, c, x, nx));
        out[1] = c.get(reference + 2) + delta * (c.get(reference + 3) + delta * sum(w, ks, c, y, ny));
        out[2] = c.get(reference + 4) + delta * (c.get(reference + 5) + delta * sum(w, ks, c, z, nz));
        raise(w, ks, depth);
        ks--;
        out[3] = c.get(reference + 1) + delta * sum(w, ks, c, x, nx);
        out[4] = c.get(reference + 3) + delta * sum(w, ks, c, y, ny);
        out[5] = c.get(reference + 5) + delta * sum(w, ks, c, z, nz);
        checkFinite(out, et);
    }

    /**
     * One round of {@code DAINT}'s weights; each new one is computed from the previous one, which stays in a register.
     */
    private static void raise(double[] w, int ks, int depth) {
        int fc = LARGEST_TABLE + 4;
        int wc = 2 * fc;
        double before = w[ks - 1];
        for (int j = 1; j <= depth; j++) {
            before = w[fc + j] * before - w[wc + j - 1] * w[j + ks - 1];
            w[j + ks - 1] = before;
        }
    }

    private static double sum(double[] w, int ks, DoubleBuffer c, int differences, int terms) {
        double sum = 0;
        for (int j = terms - 1; j >= 0; j--) {
            sum += c.get(differences + j) * w[j + ks];
        }
        return sum;
    }

    /** KQMAX1 of a line: the highest order of integration plus 1. */
    private int order(double stored) {
        if (!(stored >= 2 && stored < table + 2)) {
            throw unsound(stored);
        }
        return (int) stored;
    }

    /** KQ of a line: the number of differences of one component. */
    private int terms(double stored, int order) {
        if (!(stored >= 0 && stored < order && stored <= table)) {
            throw unsound(stored);
        }
        return (int) stored;
    }

    private DamagedSegmentException unsound(double stored) {
        return new DamagedSegmentException(this + ": a difference line gives an integration order of " + stored
                + "; its table has room for " + table + ". Fetch the file again.");
    }

    /** The 0-based number of the line: the first whose epoch is not before {@code et}. */
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
