package orrery.files;

import java.util.concurrent.TimeUnit;

/**
 * Whether the program has been told to end (SIGINT, SIGTERM) and is cleaning up. From then on work fails for no other
 * reason than that, and nobody wants a report of it. Thread-safe.
 */
public final class ProgramEnd {
    /** A run that is told to end writes what it has found within this time, or that is lost. */
    private static final long LONGEST_SECONDS = 5;

    private static volatile boolean begun;
    private static int held;

    private ProgramEnd() {}

    /** As long as it is open, files can still be written though the program has been told to end. */
    public static final class Hold implements AutoCloseable {
        private boolean open = true;

        private Hold() {}

        /** Lets the clean-up go on; idempotent. */
        @Override
        public void close() {
            release(this);
        }
    }

    /**
     * Holds back the clean-up of {@link PartFile}, for a run that keeps what it has found when it is told to end; for
     * some seconds at most.
     *
     * @return to be closed when that is written
     */
    public static synchronized Hold hold() {
        held++;
        return new Hold();
    }

    private static synchronized void release(Hold hold) {
        held -= hold.open ? 1 : 0;
        hold.open = false;
        ProgramEnd.class.notifyAll();
    }

    /** Waits until nothing is held, or the time is up. */
    static void awaitHolds() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        synchronized (ProgramEnd.class) {
            long left = LONGEST_SECONDS;
            while (held > 0 && left > 0) {
                left = end - System.nanoTime();
                try {
                    TimeUnit.NANOSECONDS.timedWait(ProgramEnd.class, Math.max(left, 1));
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    /** Called first by a clean-up at the end. */
    static void begin() {
        begun = true;
    }

    /** {@return whether the program has begun to end; once true, always true} */
    public static boolean hasBegun() {
        return begun;
    }
}
