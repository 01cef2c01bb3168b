package orrery.telemetry;

/**
 * The state of a thread according to the JVM. "Runnable" is not "running": the JVM does not report which threads have a
 * core.
 */
public enum JvmState {
    /** Not started. */
    NEW("new"),
    /** Runnable: on a core, waiting for one, or inside native code; the JVM does not say which. */
    RUNNABLE("runnable"),
    /** Wants a monitor that another thread owns. */
    BLOCKED("blocked on a monitor"),
    /** In {@code Object.wait}. */
    WAITING("waiting on a monitor"),
    /** In {@code LockSupport.park}, which everything in java.util.concurrent uses to wait. */
    PARKED("parked"),
    /** In {@code Thread.sleep}, or in a timed park with no blocker. */
    SLEEPING("sleeping"),
    /** Waiting, but the JVM does not say whether parked or on a monitor (virtual threads with no blocker). */
    WAITING_SOMEHOW("waiting or parked"),
    /** Ended. */
    TERMINATED("ended");

    private final String words;

    JvmState(String words) {
        this.words = words;
    }

    /** The state in words, as shown. */
    public String words() {
        return words;
    }
}
