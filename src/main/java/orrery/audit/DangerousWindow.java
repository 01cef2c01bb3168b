package orrery.audit;

import java.util.concurrent.atomic.LongAdder;

/**
 * A moment at which a reader with a certain defect goes wrong, and how often a run really reached it: if it was never
 * reached, the absence of errors proves nothing. The count is a certain lower bound, because the moment was observed
 * from both sides. Thread-safe.
 */
final class DangerousWindow {
    /**
     * How often the moment must be reached before an examination ends: a reader that errs in one such moment of ten
     * then escapes in only one run of two hundred.
     */
    static final int ENOUGH = 50;

    private final String name;
    private final int enough;
    private final LongAdder reached = new LongAdder();

    /** A window with this short name. */
    DangerousWindow(String name) {
        this(name, ENOUGH);
    }

    /** A window in which a broken reader errs almost every time, so that a smaller count is enough. */
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

    /** Adds the count to a finding, and makes it void if the count was not enough. */
    void tell(Finding.Maker finding, String prefix) {
        long times = times();
        finding.figure(prefix + "dangerous window, " + name, times, "times");
        if (times < enough) {
            finding.gap("The dangerous window, " + name + ", was reached "
                    + (times == 0 ? "never" : times + " times, but needs " + enough)
                    + ", so the absence of errors proves nothing. Run it again, or with more threads.");
        }
    }
}
