package orrery.stand;

import java.util.List;
import java.util.Locale;

/**
 * The outcome of one run of a reader's process.
 *
 * @param end how it ended
 * @param name the reader's own name; empty if it did not get that far
 * @param says its own description; usually empty
 * @param answered answered queries of all threads
 * @param refused refused queries
 * @param wrong wrong answers
 * @param firstWrong description of the first wrong answer; empty if there is none
 * @param firstRefusal the reader's message for the first refusal; empty if there is none
 * @param nanos from the first query to the request to end
 * @param most most threads found inside a query at once
 * @param meetings how often two or more threads were found inside a query, two of which had made progress since the
 * previous time
 * @param perThread completed queries of each thread
 * @param allocated bytes allocated by the threads on the Java heap
 * @param waits how often they waited for monitors and locks, as counted by the virtual machine
 * @param left processes that the reader had started and left behind, which were then ended
 * @param last description of a thread's query when the process broke; empty if it did not
 * @param printed the last lines of output of the process
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
        int left,
        String last,
        List<String> printed) {
    public ReaderRun {
        perThread = List.copyOf(perThread);
        printed = List.copyOf(printed);
    }

    /** Completed queries. */
    public long queries() {
        return answered + refused;
    }

    /** Queries per second. */
    public double rate() {
        return nanos <= 0 ? 0 : queries() * 1e9 / nanos;
    }

    /** Whether it did what was requested. */
    public boolean isDone() {
        return end instanceof ReaderEnd.Done;
    }

    /** How it broke, in words: what, in which claim, after how many queries. */
    public String words(String claim) {
        return switch (end) {
            case ReaderEnd.Done() -> "the process did what was requested";
            case ReaderEnd.Refused(String why) ->
                "the reader refused"
                        + (perThread.size() > 1 ? " with " + perThread.size() + " threads what it does with one" : "")
                        + ": " + (why.isEmpty() ? "it gave no reason" : why);
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
