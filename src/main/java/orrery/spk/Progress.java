package orrery.spk;

import java.util.concurrent.CancellationException;

/**
 * Lets a caller follow a long task and cancel it: one interface for reading all records, searching for events, forging,
 * comparing and fetching. Called on the working thread; if another thread reads the progress, the implementation must
 * make that safe.
 */
public interface Progress {
    /** Ignores progress and lets the task run to its end. */
    Progress NONE = new Progress() {};

    /**
     * Reports how far the task has come.
     *
     * @param fraction from 0 to 1
     */
    default void at(double fraction) {}

    /**
     * Called every few milliseconds.
     *
     * @return true to end the task with a {@link CancellationException}
     */
    default boolean isCancelled() {
        return false;
    }

    /**
     * Makes the progress of one part of a whole, where all parts take equally long.
     *
     * @param whole receives the progress of the whole
     * @param index the part, from 0
     * @param count how many parts there are
     * @return receives the progress of the part
     */
    static Progress part(Progress whole, int index, int count) {
        return new Progress() {
            @Override
            public void at(double fraction) {
                whole.at((index + fraction) / count);
            }

            @Override
            public boolean isCancelled() {
                return whole.isCancelled();
            }
        };
    }

    /**
     * Ends the task if it has been cancelled.
     *
     * @param what the message of the exception
     * @throws CancellationException if {@link #isCancelled}
     */
    default void check(String what) {
        if (isCancelled()) {
            throw new CancellationException(what);
        }
    }
}
