package orrery.telemetry;

import java.util.BitSet;

/** How many workers were found inside a query at one instant, over many looks. Immutable. */
public final class Overlap {
    private final int workers;
    private final long looks;
    private final int most;
    private final long[] looksWithInside;
    private final long[] insideOfWorker;
    private final BitSet together;

    Overlap(int workers, long looks, int most, long[] looksWithInside, long[] insideOfWorker, BitSet together) {
        this.workers = workers;
        this.looks = looks;
        this.most = most;
        this.looksWithInside = looksWithInside.clone();
        this.insideOfWorker = insideOfWorker.clone();
        this.together = (BitSet) together.clone();
    }

    /** How many workers were looked at. */
    public int workers() {
        return workers;
    }

    /** How many times. */
    public long looks() {
        return looks;
    }

    /** The most that were inside a query at one instant. */
    public int most() {
        return most;
    }

    /** Whether at some instant all of them were inside a query. */
    public boolean allAtOnce() {
        return workers > 0 && most == workers;
    }

    /** How many looks found exactly {@code inside} workers inside a query. */
    public long looksWith(int inside) {
        return looksWithInside[inside];
    }

    /** How many looks found worker {@code i} inside a query. */
    public long looksInside(int i) {
        return insideOfWorker[i];
    }

    /** The mean number of workers inside a query at one instant; 0 with no looks. */
    public double mean() {
        double sum = 0;
        for (int inside = 0; inside < looksWithInside.length; inside++) {
            sum += (double) inside * looksWithInside[inside];
        }
        return looks == 0 ? 0 : sum / looks;
    }

    /** Whether two queries with this tag were found open at one instant. */
    public boolean together(int tag) {
        return together.get(tag);
    }

    /** How many tags were found open twice or more at one instant. */
    public int tagsTogether() {
        return together.cardinality();
    }

    @Override
    public String toString() {
        return "at most %d of %d inside at once, mean %.1f, in %d looks".formatted(most, workers, mean(), looks);
    }
}
