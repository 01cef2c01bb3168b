package orrery.telemetry;

/**
 * Failures on threads that go on all the same: each is given to the thread's handler of uncaught exceptions, which in
 * the window reports it once. A thread that works as long as the window is open must not end because memory ran out in
 * one of its turns.
 *
 * <p>Thread-safe.
 */
public final class FailureReport {
    private FailureReport() {}

    /** Reports a failure on the calling thread. */
    public static void of(Throwable failure) {
        Thread here = Thread.currentThread();
        try {
            here.getUncaughtExceptionHandler().uncaughtException(here, failure);
        } catch (RuntimeException | Error _) {
            // As in the virtual machine itself: no room to report it either.
        }
    }

    /** Runs one turn of a thread's work. A failure is reported, and the caller goes on. */
    public static void guard(Runnable turn) {
        try {
            turn.run();
        } catch (RuntimeException | Error e) {
            of(e);
        }
    }
}
