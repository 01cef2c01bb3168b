package orrery.telemetry;

import java.util.BitSet;

/** How many workers were found inside a query at the same instant, over many checks. Immutable. */
public final class Overlap {
    private final int workers;
    private final long looks;
    private final int most;
    private final long[] looksWithInside;
    private final BitSet together;

    Overlap(int workers, long looks, int most, long[] looksWithInside, BitSet together) {
        this.workers = workers;
        this.looks = looks;
        this.most = most;
        this.looksWithInside = looksWithInside.clone();
        this.together = (BitSet) together.clone();
    }

    /** Number of workers checked. */
    public int workers() {
        return workers;
    }

    /** Number of checks. */
    public long looks() {
        return looks;
    }

    /** The most found inside a query at the same instant. */
    public int most() {
        return most;
    }

    /** Number of checks that found exactly {@code inside} workers inside a query. */
    public long looksWith(int inside) {
        return looksWithInside[inside];
    }

    /** The mean number of workers inside a query at the same instant; 0 without checks. */
    public double mean() {
        double sum = 0;
        for (int inside = 0; inside < looksWithInside.length; inside++) {
            sum += (double) inside * looksWithInside[inside];
        }
        return looks == 0 ? 0 : sum / looks;
    }

    /** Whether two queries with this tag were found in progress at the same instant. */
    public boolean together(int tag) {
        return together.get(tag);
    }

    /** Number of tags found in progress twice or more at the same instant. */
    public int tagsTogether() {
        return together.cardinality();
    }

    @Override
    public String toString() {
        return "at most %d of %d inside at once, mean %.1f, in %d looks".formatted(most, workers, mean(), looks);
    }
}
