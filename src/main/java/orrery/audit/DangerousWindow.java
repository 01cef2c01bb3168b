package orrery.audit;

import java.util.concurrent.atomic.LongAdder;

/**
 * A moment at which a reader that is broken in one way goes wrong, and how often it was truly reached in a run: where it
 * never was, that nothing went wrong says nothing. What is counted is certain, a lower bound: the moment was seen from
 * both sides. Thread-safe.
 */
final class DangerousWindow {
    /**
     * So often it is to be reached before an examination ends: a reader that errs in one such moment of ten is then found
     * but for one run in two hundred.
     */
    static final int ENOUGH = 50;

    private final String name;
    private final int enough;
    private final LongAdder reached = new LongAdder();

    /** One that is called this, in a few words. */
    DangerousWindow(String name) {
        this(name, ENOUGH);
    }

    /** One in which whatever is broken errs almost every time, so that fewer are enough. */
    DangerousWindow(String name, int enough) {
        this.name = name;
        this.enough = enough;
    }

    void reached() {
        reached.increment();
    }

    void reached(long times) {
        reached.add(times);
    }

    long times() {
        return reached.sum();
    }

    boolean isEnough() {
        return times() >= enough;
    }

    /** Adds how often it was reached to a finding; void where that was not enough. */
    void tell(Finding.Maker finding, String prefix) {
        long times = times();
        finding.figure(prefix + "dangerous window, " + name, times, "times");
        if (times < enough) {
            finding.gap("The dangerous window, " + name + ", was reached "
                    + (times == 0 ? "never" : times + " times, where it takes " + enough)
                    + ": that nothing went wrong says nothing. Run it again, or with more threads.");
        }
    }
}
