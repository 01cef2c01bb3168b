package orrery.ephemeris;

import org.jspecify.annotations.Nullable;

/**
 * Decides which queries are reported to an observer.
 *
 * <p>{@link #on} is a plain field, so without an observer a query costs one load and a branch never taken. A thread may
 * see a change late, after a loop that does nothing else. But every query reads its handle's volatile closed flag, so
 * no compiler may keep the old value beyond that query. A thread that sees it set but finds no observer yet reports
 * nothing.
 */
final class QueryWatch {
    /** Whether any query may be reported to an observer. */
    static boolean on;

    private static volatile @Nullable QueryObserver observer;
    private static volatile int oneIn = 1;

    private QueryWatch() {}

    static synchronized void start(QueryObserver watcher, int often) {
        if (often < 1) {
            throw new IllegalArgumentException("one query in " + often + " cannot be told; say 1 or more");
        }
        oneIn = often;
        observer = watcher;
        on = true;
    }

    static synchronized void stop() {
        on = false;
        observer = null;
    }

    /** Returns the receiver for the end of the calling thread's next query, if that query is reported. */
    static QueryObserver.@Nullable QueryProbe next() {
        QueryObserver watcher = observer;
        if (watcher == null) {
            return null;
        }
        Query own = Query.own();
        if (--own.untilTold > 0) {
            return null;
        }
        own.random ^= own.random << 13;
        own.random ^= own.random >>> 7;
        own.random ^= own.random << 17;
        // From 1 to twice the interval minus one, so the average is the interval.
        own.untilTold = 1 + (int) ((own.random >>> 33) % (2L * oneIn - 1));
        QueryObserver.QueryProbe probe = own.probe;
        if (probe == null || !watcher.equals(own.probeOf)) {
            probe = watcher.ofThread();
            own.probe = probe;
            own.probeOf = watcher;
        }
        probe.begin();
        return probe;
    }

    /** Reports that a query was refused, and returns the exception for the caller to throw. */
    static RuntimeException refused(
            QueryObserver.QueryProbe probe,
            int target,
            int center,
            double et,
            QueryObserver.Kind kind,
            RuntimeException refusal) {
        probe.ended(target, center, et, kind, refusal.getClass().getSimpleName());
        return refusal;
    }
}
