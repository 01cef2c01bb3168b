package orrery.telemetry;

/** What the JVM says of a thread. "Runnable" is not "running": the JVM does not tell which threads have a core. */
public enum JvmState {
    /** Not started. */
    NEW("new"),
    /** Runnable: on a core, waiting for one, or inside native code; the JVM does not tell which. */
    RUNNABLE("runnable"),
    /** Wants a monitor that another thread owns. */
    BLOCKED("blocked on a monitor"),
    /** In {@code Object.wait}. */
    WAITING("waiting on a monitor"),
    /** In {@code LockSupport.park}, as all of java.util.concurrent waits. */
    PARKED("parked"),
    /** In {@code Thread.sleep}, or parked for a time with no blocker named. */
    SLEEPING("sleeping"),
    /** Waits, and the JVM does not tell whether parked or on a monitor (virtual threads with no blocker named). */
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
