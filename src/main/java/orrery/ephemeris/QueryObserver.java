package orrery.ephemeris;

/**
 * Receives a sample of the queries that {@link Ephemeris} answers in this process, at a given average rate on each
 * thread. The positions are random, so periodic callers cannot hide. Intended for evidence (a flight recorder, a
 * trace).
 *
 * <p>Called on the querying threads, possibly on many at the same time: an observer must be thread-safe and quick, and
 * throw nothing. Without an observer, which is the case unless {@link #watch} has been called, a query costs one extra
 * read of a field.
 */
public interface QueryObserver {
    /** The kind of query. */
    enum Kind {
        /** {@link Ephemeris#state}; not {@code states}. */
        STATE,
        /** {@code Ephemeris.planetAt} with a correction or a kind of place; the one with a frame is not reported. */
        PLACE
    }

    /** Belongs to one thread: receives the beginning and end of a query, then those of the next one reported. */
    interface QueryProbe {
        /** A query is about to be answered. */
        void begin();

        /**
         * The query has ended.
         *
         * @param target NAIF id
         * @param center NAIF id of the center, or of the observer
         * @param et TDB seconds past J2000
         * @param kind the kind of query
         * @param refusal the simple name of the exception thrown; empty if the query was answered
         */
        void ended(int target, int center, double et, Kind kind, String refusal);
    }

    /**
     * Returns the object to which the calling thread's queries are reported; it is kept for that thread, so no query
     * allocates.
     *
     * @return called with each of the thread's observed queries
     */
    QueryProbe ofThread();

    /**
     * Installs the only observer, which from now on is called for one query in {@code oneIn}.
     *
     * @param observer replaces the previous one
     * @param oneIn at least 1
     * @throws IllegalArgumentException if {@code oneIn} is less than 1
     */
    static void watch(QueryObserver observer, int oneIn) {
        QueryWatch.start(observer, oneIn);
    }

    /** Stops all reports. */
    static void leave() {
        QueryWatch.stop();
    }
}
