package orrery.files;

/**
 * Whether the program has been told to end (SIGINT, SIGTERM) and is cleaning up. From then on work fails for no other
 * reason than that, and nobody wants a report of it. Thread-safe.
 */
public final class ProgramEnd {
    private static volatile boolean begun;

    private ProgramEnd() {}

    /** Called first by a clean-up at the end. */
    static void begin() {
        begun = true;
    }

    /** {@return whether the program has begun to end; once true, always true} */
    public static boolean hasBegun() {
        return begun;
    }
}
