package orrery.audit;

import java.nio.file.Path;
import java.util.List;
import orrery.binding.KernelHandle;
import orrery.ephemeris.Aberration;

/**
 * A kernel reader under audit, as its users see it: implemented by the binding itself and by each broken reader, so
 * that S1 tests what is claimed.
 *
 * <p>Thread-safe, and so is everything it hands out.
 */
public interface Subject extends AutoCloseable {
    /** Releases what the subject itself still holds, besides the handles and pools it has handed out. */
    @Override
    default void close() {}

    /** Its name in a ledger. */
    String name();

    /** A handle owned by the caller. */
    Handle open(Path kernel);

    /** An immutable pool that duplicates these handles; the last has the highest precedence. */
    Pool pool(List<Handle> members);

    /** A live pool with the members of {@code first}. */
    Live live(Pool first);

    /** A scope in which {@code pool} is bound. */
    Scope where(Pool pool);

    /** What is bound for the calling thread. */
    Scope capture();

    /** The number of times a file was mapped so far. */
    long mapped();

    /** The current number of mappings. */
    int mappings();

    /** The current number of open handles. */
    int handles();

    /** Checks whether the files on disk still match what is mapped. */
    void poll();

    /** Something that answers queries for states. */
    interface Asker {
        /** As {@link orrery.ephemeris.Ephemeris#state}. */
        void state(int target, int center, double et, double[] out);

        /** As {@link orrery.ephemeris.Ephemeris#planetAt(int, int, double, Aberration, double[])}. */
        double planetAt(int target, int observer, double et, Aberration aberration, double[] out);

        /** As {@link orrery.ephemeris.Ephemeris#states(int, int, double[], double[])}. */
        default void states(int target, int center, double[] epochs, double[] out) {
            statesOneByOne(target, center, epochs, out);
        }

        /** The same, each with {@link #state}. */
        default void statesOneByOne(int target, int center, double[] epochs, double[] out) {
            double[] one = new double[6];
            for (int i = 0; i < epochs.length; i++) {
                state(target, center, epochs[i], one);
                System.arraycopy(one, 0, out, 6 * i, 6);
            }
        }
    }

    /** One owner's handle on a kernel. */
    interface Handle extends AutoCloseable {
        Handle duplicate();

        /** The state of a segment by its position in the file, in its own frame. */
        void state(int segment, double et, double[] out);

        boolean isClosed();

        /** Why the file on disk no longer matches what is mapped; empty if it does. */
        String stale();

        /** The underlying handle of the binding, for facts about the file, never for states. */
        KernelHandle real();

        @Override
        void close();
    }

    /** A fixed snapshot. */
    interface Pool extends Asker, AutoCloseable {
        @Override
        void close();
    }

    /** A pool that can be swapped during queries; uses the bound pool where one is bound. */
    interface Live extends Asker, AutoCloseable {
        void publish(Pool next);

        @Override
        void close();
    }

    /** A binding for one task. */
    interface Scope {
        void run(Runnable task);

        Runnable wrap(Runnable task);
    }
}
