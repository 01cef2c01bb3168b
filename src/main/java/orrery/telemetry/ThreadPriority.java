package orrery.telemetry;

/** The calling thread's own scheduling priority, if the system has one per thread. */
public final class ThreadPriority {
    /** The lowest priority: such a thread gets only the time that no other wants. */
    public static final int LOWEST = 19;

    private ThreadPriority() {}

    /**
     * Sets the calling platform thread's nice value (0 is normal, {@link #LOWEST} the lowest). Linux only: elsewhere it
     * would change the whole process. A thread may always lower its own priority; most may not raise it again.
     *
     * @return the nice value now in force, or why it could not be set
     */
    public static Measurement<Integer> nice(int value) {
        if (Thread.currentThread().isVirtual()) {
            return Measurement.notAvailable("a virtual thread has no priority of its own; its carrier is shared");
        }
        return ofRunning(value);
    }

    /**
     * Lowers the platform thread that carries the calling virtual thread, permanently, and so whatever it carries
     * later. Linux only.
     */
    public static Measurement<Integer> lowerCarrier() {
        return ofRunning(LOWEST);
    }

    /** Applies to whatever thread of the system runs this now. */
    private static Measurement<Integer> ofRunning(int value) {
        return LibC.here().then(libc -> {
            int result = libc.nice(value);
            return result < 0
                    ? Measurement.notAvailable("the system refused nice " + value + " (errno " + -result + ")")
                    : Measurement.of(libc.nice());
        });
    }

    /** Lowers the calling platform thread to {@link #LOWEST}. */
    public static Measurement<Integer> lowerOwn() {
        return nice(LOWEST);
    }

    /** The calling platform thread's nice value. */
    public static Measurement<Integer> nice() {
        if (Thread.currentThread().isVirtual()) {
            return Measurement.notAvailable("a virtual thread has no priority of its own; its carrier is shared");
        }
        return LibC.here().map(LibC::nice);
    }
}
