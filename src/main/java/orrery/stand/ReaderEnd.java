package orrery.stand;

/** How a run of a reader's process ended. */
public sealed interface ReaderEnd {
    /** It did what was requested. */
    record Done() implements ReaderEnd {}

    /** The reader could not be loaded, or did not open the kernels, and gave a reason. */
    record Refused(String why) implements ReaderEnd {}

    /** It could not be run at all, so nothing is known about the reader. */
    record NotRun(String why) implements ReaderEnd {}

    /** The process died, or had to be killed; {@code how} describes it, such as "died of signal 11 (SIGSEGV)". */
    record Broken(String how) implements ReaderEnd {}
}
