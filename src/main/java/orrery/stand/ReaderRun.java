package orrery.stand;

import java.util.List;
import java.util.Locale;

/**
 * What came of one run of a reader's process.
 *
 * @param end how it ended
 * @param name what the reader calls itself; empty if it did not come so far
 * @param says what it tells of itself; empty as a rule
 * @param answered queries that were answered, by all threads
 * @param refused queries that were refused
 * @param wrong answers that were not the ones they had to be
 * @param firstWrong the first of them, in words; empty if there is none
 * @param firstRefusal the reader's words for the first refusal; empty if there is none
 * @param nanos from the first query to when it was told to end
 * @param most most threads found inside a query at once
 * @param meetings how often two threads or more were found inside a query, two having gone on since the time before
 * @param perThread queries that each thread ended
 * @param allocated bytes that the threads allocated on the Java heap
 * @param waits how often they waited for monitors and locks, as the virtual machine counts
 * @param last the query that a thread was in when the process broke, in words; empty if it did not
 * @param printed the last lines that the process printed
 */
public record ReaderRun(
        ReaderEnd end,
        String name,
        String says,
        long answered,
        long refused,
        long wrong,
        String firstWrong,
        String firstRefusal,
        long nanos,
        int most,
        int meetings,
        List<Long> perThread,
        long allocated,
        long waits,
        String last,
        List<String> printed) {
    public ReaderRun {
        perThread = List.copyOf(perThread);
        printed = List.copyOf(printed);
    }

    /** Queries that ended. */
    public long queries() {
        return answered + refused;
    }

    /** Queries a second. */
    public double rate() {
        return nanos <= 0 ? 0 : queries() * 1e9 / nanos;
    }

    /** Whether it did what it was asked to. */
    public boolean isDone() {
        return end instanceof ReaderEnd.Done;
    }

    /** How it broke, in words: what, in which claim, after how many queries. */
    public String words(String claim) {
        return switch (end) {
            case ReaderEnd.Done() -> "the process did what it was asked to";
            case ReaderEnd.Refused(String why) -> "the reader refused: " + why;
            case ReaderEnd.NotRun(String why) -> "the reader could not be run: " + why;
            case ReaderEnd.Broken(String how) ->
                String.format(
                        Locale.ROOT,
                        "the process %s in %s after %,d queries%s",
                        how,
                        claim,
                        queries(),
                        last.isEmpty() ? "" : ", in query " + last);
        };
    }
}
