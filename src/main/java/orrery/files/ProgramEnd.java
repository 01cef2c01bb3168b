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

    /** {@return whether the program has begun to end; once true, always true} */
    public static boolean hasBegun() {
        return begun;
    }
}
