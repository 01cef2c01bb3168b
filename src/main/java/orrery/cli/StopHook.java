package orrery.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import orrery.files.ProgramEnd;

/**
 * Stops a run when the program is told to end (Ctrl+C, SIGTERM), and holds back that end, for some seconds at most,
 * until the run has written what it has found. Opened before the run and closed after the writing, by one thread.
 */
final class StopHook implements AutoCloseable {
    private static final long LONGEST_SECONDS = 5;

    private final CountDownLatch written = new CountDownLatch(1);
    private final ProgramEnd.Hold hold;
    private final Thread hook;
    private volatile int status = ExitCodes.CANCELLED;

    /** @param stop asks the run to stop; returns at once */
    StopHook(Runnable stop) {
        hook = new Thread(() -> stopped(stop), "orrery-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        hold = ProgramEnd.hold();
    }

    /** The run has ended with this exit status, and has written what it keeps. Returns it. */
    int ended(int code) {
        status = code;
        return code;
    }

    private void stopped(Runnable stop) {
        stop.run();
        try {
            if (written.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                // A shutdown hook may not call exit; the status is the run's, not the signal's.
                Runtime.getRuntime().halt(status);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        hold.close();
        written.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The virtual machine is already shutting down, and the hook is running.
        }
    }
}
