package orrery.stand;

/** How a run of a reader's process ended. */
public sealed interface ReaderEnd {
    /** It did what it was asked to. */
    record Done() implements ReaderEnd {}

    /** The reader could not be loaded, or did not open the kernels; it said why. */
    record Refused(String why) implements ReaderEnd {}

    /** It could not be run at all: nothing is known of the reader. */
    record NotRun(String why) implements ReaderEnd {}

    /** The process is no more, or had to be ended; {@code how} is what it did, as in "died of signal 11 (SIGSEGV)". */
    record Broken(String how) implements ReaderEnd {}
}
