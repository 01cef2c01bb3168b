package orrery.ephemeris;

/**
 * Is told of some of the queries that {@link Ephemeris} answers in this process, one in so many on each thread, at random
 * places so that a periodic caller cannot hide. Made for evidence (a flight recorder, a trace).
 *
 * <p>Called on the thread that asks, many at once: an observer is thread-safe, quick and throws nothing. With nobody told, which is
 * so unless {@link #watch} was called, a query pays for one look at a field.
 */
public interface QueryObserver {
    /** What is asked. */
    enum Kind {
        /** {@link Ephemeris#state}. */
        STATE,
        /** {@code Ephemeris.planetAt}. */
        PLACE
    }

    /** One thread's: told that a query begins, and how it ended; then of the next one that is told. */
    interface Asked {
        /** A query is about to be answered. */
        void begin();

        /**
         * It has ended.
         *
         * @param target NAIF id
         * @param center NAIF id of the center, or of the observer
         * @param et TDB seconds past J2000
         * @param kind what was asked
         * @param refusal the simple name of what was thrown; empty where it was answered
         */
        void ended(int target, int center, double et, Kind kind, String refusal);
    }

    /**
     * Gives what the calling thread's queries are reported to; kept for that thread, so that no query allocates.
     *
     * @return called with each of the thread's observed queries
     */
    Asked ofThread();

    /**
     * Installs the one observer that is called for one query in {@code oneIn} from now on.
     *
     * @param observer replaces the one before
     * @param oneIn at least 1
     * @throws IllegalArgumentException if {@code oneIn} is less than 1
     */
    static void watch(QueryObserver observer, int oneIn) {
        QueryWatch.start(observer, oneIn);
    }

    /** Tells nobody any more. */
    static void leave() {
        QueryWatch.stop();
    }
}
