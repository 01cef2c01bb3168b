package orrery.cli;

/** The program's exit statuses. */
final class ExitCodes {
    static final int DONE = 0;
    static final int OTHER = 1;
    static final int USAGE = 2;
    static final int KERNEL = 3;
    static final int REFUTED = 4;
    static final int VOID = 5;
    static final int CANCELLED = 130;

    private ExitCodes() {}
}
