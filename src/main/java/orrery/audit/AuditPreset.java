package orrery.audit;

import java.util.Locale;

/** The sizes of audits. */
public enum AuditPreset {
    /** The values of the reference ledger: 10,000 queries on 20 threads, 100 pairs, 10 executions. */
    LEDGER(10_000, 20, 0),
    /** A million queries, 64 platform and 1,000 virtual threads, cold and warm. */
    DEEP(1_000_000, 64, 1_000),
    /** Cycles of the same audit until stopped. */
    SOAK(10_000, 20, 0);

    private final int queries;
    private final int threads;
    private final int virtualThreads;

    AuditPreset(int queries, int threads, int virtualThreads) {
        this.queries = queries;
        this.threads = threads;
        this.virtualThreads = virtualThreads;
    }

    /** Queries per burst. */
    public int queries() {
        return queries;
    }

    /** Platform threads. */
    public int threads() {
        return threads;
    }

    /** Virtual threads; 0 for none. */
    public int virtualThreads() {
        return virtualThreads;
    }

    /** Name on the command line and in a ledger. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
