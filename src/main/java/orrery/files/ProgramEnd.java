package orrery.files;

/**
 * Whether the program has been told to end (SIGINT, SIGTERM) and what it had open is being cleaned up. From then on work fails
 * for no other reason than that, and nobody wants to read of it. Thread-safe.
 */
public final class ProgramEnd {
    private static volatile boolean begun;

    private ProgramEnd() {}

    /** The first thing that a clean-up at the end says. */
    static void begin() {
        begun = true;
    }

    /** Whether it has begun; never taken back. */
    public static boolean hasBegun() {
        return begun;
    }
}
