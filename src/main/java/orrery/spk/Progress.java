package orrery.spk;

import java.util.concurrent.CancellationException;

/**
 * How a caller follows a long task and can cancel it: one interface for reading records through, searching
 * events, forging, comparing and fetching. Called on the thread that works; what is read on another is made safe for it
 * by the implementation.
 */
public interface Progress {
    /** Nobody follows, and it runs to its end. */
    Progress NONE = new Progress() {};

    /**
     * Tells how far it is.
     *
     * @param fraction from 0 to 1
     */
    default void at(double fraction) {}

    /**
     * Asked every few milliseconds.
     *
     * @return true to end the task with a {@link CancellationException}
     */
    default boolean isCancelled() {
        return false;
    }

    /**
     * A part's share of a whole that is made of parts which take equally long.
     *
     * @param whole told of the whole
     * @param index the part, from 0
     * @param count how many parts there are
     * @return to be told of the part
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
     * Ends the task if it is cancelled.
     *
     * @param what the sentence that says so
     * @throws CancellationException if {@link #isCancelled}
     */
    default void check(String what) {
        if (isCancelled()) {
            throw new CancellationException(what);
        }
    }
}
