package orrery.ephemeris;

import org.jspecify.annotations.Nullable;

/**
 * Which queries an observer is told of.
 *
 * <p>{@link #on} is a plain field, so that a query with nobody told pays for one load and a branch never taken. A thread may
 * see it change late, by the length of a loop that does nothing else; every query reads its handle's volatile mark of
 * closing, so no compiler may keep the old value through the next. Whoever sees it on, and no observer yet, tells nobody.
 */
final class QueryWatch {
    /** Whether an observer may be told of any query. */
    static boolean on;

    private static volatile @Nullable QueryObserver observer;
    private static volatile int oneIn = 1;

    private QueryWatch() {}

    static synchronized void start(QueryObserver told, int often) {
        if (often < 1) {
            throw new IllegalArgumentException("one query in " + often + " cannot be told; say 1 or more");
        }
        oneIn = often;
        observer = told;
        on = true;
    }

    static synchronized void stop() {
        on = false;
        observer = null;
    }

    /** What is to be told how the calling thread's next query ends, if it is one that is told. */
    static QueryObserver.@Nullable Asked next() {
        QueryObserver told = observer;
        if (told == null) {
            return null;
        }
        Query own = Query.own();
        if (--own.untilTold > 0) {
            return null;
        }
        own.random ^= own.random << 13;
        own.random ^= own.random >>> 7;
        own.random ^= own.random << 17;
        // From 1 to twice as many, less one: so many on average.
        own.untilTold = 1 + (int) ((own.random >>> 33) % (2L * oneIn - 1));
        QueryObserver.Asked asked = own.asked;
        if (asked == null || !told.equals(own.askedOf)) {
            asked = told.ofThread();
            own.asked = asked;
            own.askedOf = told;
        }
        asked.begin();
        return asked;
    }

    /** Tells that a query ended in a refusal, which is given back to be thrown. */
    static RuntimeException refused(
            QueryObserver.Asked asked,
            int target,
            int center,
            double et,
            QueryObserver.Kind kind,
            RuntimeException refusal) {
        asked.ended(target, center, et, kind, refusal.getClass().getSimpleName());
        return refusal;
    }
}
