package orrery.audit;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Pair by execution: for each cell the OR, over all rounds and components, of (bits XOR reference bits); 0 means
 * identical. Also records the thread that executed the cell last or, once it differed, the first with a difference.
 *
 * <p>Thread-safe: cells are written by whichever worker executes them and can be read at any time.
 */
public final class IdentityMatrix {
    private final Questions pairs;
    private final int executions;
    private final long[] reference;
    private final AtomicLongArray differences;
    private final AtomicIntegerArray threads;
    private final AtomicLongArray got;

    IdentityMatrix(Questions pairs, int executions, long[] reference) {
        this.pairs = pairs;
        this.executions = executions;
        this.reference = reference;
        this.differences = new AtomicLongArray(pairs.size() * executions);
        this.threads = new AtomicIntegerArray(pairs.size() * executions);
        this.got = new AtomicLongArray(pairs.size() * executions * pairs.width());
    }

    /** Compares one execution and returns whether it is identical. Allocates nothing. */
    boolean record(int cell, long[] bits, int at, int thread) {
        int width = pairs.width();
        int pair = cell / executions;
        long difference = 0;
        for (int c = 0; c < width; c++) {
            difference |= bits[at + c] ^ reference[pair * width + c];
        }
        if (difference == 0) {
            if (differences.getOpaque(cell) == 0) {
                threads.setOpaque(cell, thread + 1);
            }
            return true;
        }
        if (differences.get(cell) == 0) {
            threads.setOpaque(cell, thread + 1);
            for (int c = 0; c < width; c++) {
                got.setOpaque(cell * width + c, bits[at + c]);
            }
        }
        differences.accumulateAndGet(cell, difference, (a, b) -> a | b);
        return false;
    }

    /** The kind of query: raw states, apparent places, tables. */
    public String name() {
        return pairs.name();
    }

    /** Rows. */
    public int pairs() {
        return pairs.size();
    }

    /** Columns. */
    public int executions() {
        return executions;
    }

    /** The OR of all differences of a cell; 0 if identical, or not executed yet. */
    public long difference(int pair, int execution) {
        return differences.getAcquire(pair * executions + execution);
    }

    /** The thread that executed a cell, from 0; -1 if none has yet. */
    public int thread(int pair, int execution) {
        return threads.getOpaque(pair * executions + execution) - 1;
    }

    /** The pair in words. */
    public String words(int pair) {
        return pairs.words(pair);
    }

    /** Components of an answer. */
    public int width() {
        return pairs.width();
    }

    /** The reference bits of a component. */
    public long reference(int pair, int component) {
        return reference[pair * pairs.width() + component];
    }

    /** The bits that a cell gave: the reference's if it was identical. */
    public long got(int pair, int execution, int component) {
        int cell = pair * executions + execution;
        return differences.getAcquire(cell) == 0
                ? reference(pair, component)
                : got.getOpaque(cell * pairs.width() + component);
    }

    /** The bits of a component in words: sixteen hexadecimal digits, or that the query was refused. */
    public static String text(long bits) {
        return Questions.text(bits);
    }

    /** Cells executed so far. */
    public int executed() {
        int count = 0;
        for (int i = 0; i < threads.length(); i++) {
            count += threads.getOpaque(i) == 0 ? 0 : 1;
        }
        return count;
    }

    /** Cells that differed. */
    public int differing() {
        int count = 0;
        for (int i = 0; i < differences.length(); i++) {
            count += differences.getOpaque(i) == 0 ? 0 : 1;
        }
        return count;
    }
}
