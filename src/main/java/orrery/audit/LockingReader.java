package orrery.audit;

/** Broken: one query at a time. */
final class LockingReader extends SpoiltReader {
    private final Object lock = new Object();

    LockingReader() {
        super("locking query");
    }

    @Override
    void state(RealPool sound, int target, int center, double et, double[] out) {
        synchronized (lock) {
            sound.state(target, center, et, out);
        }
    }
}
