package orrery.binding;

import java.nio.file.Path;
import java.util.List;

/**
 * Is told what becomes of kernels in this process: opened, mapped, closed, found faulted or stale, published. Made for
 * evidence (a flight recorder, a log); nothing here depends on what an observer does.
 *
 * <p>Called on whatever thread does the thing, many at once, sometimes under the lock of the one file: an observer is
 * thread-safe, quick, throws nothing and opens no kernel. What lasts is told twice: a method is called as it begins, and
 * what that method returns is called when it has ended well. Queries are not told here.
 */
public interface KernelObserver {
    /** Told how something ended that had begun. */
    @FunctionalInterface
    interface Opening {
        /**
         * A handle is open.
         *
         * @param path by which it was opened
         * @param handles open on the same file now, this one among them
         * @param duplicate whether it was made of another handle, and not from a path
         */
        void opened(Path path, int handles, boolean duplicate);
    }

    /** Told how a mapping ended that had begun. */
    @FunctionalInterface
    interface Mapped {
        /**
         * The file is mapped, its structure read and found sound.
         *
         * @param path the file
         * @param bytes its length
         * @param segments how many it holds
         */
        void mapped(Path path, long bytes, int segments);
    }

    /** Told how a close ended that had begun. */
    @FunctionalInterface
    interface Closing {
        /**
         * A handle is closed.
         *
         * @param path the file
         * @param handles left open on the same file; with none left it has been unmapped
         */
        void closed(Path path, int handles);
    }

    /** Told how a publishing ended that had begun. */
    @FunctionalInterface
    interface Publishing {
        /**
         * A set of kernels is current, and what was current before is closed.
         *
         * @param kernels their file names, of highest precedence last
         */
        void published(List<String> kernels);
    }

    /**
     * Called when a handle is about to be opened.
     *
     * @return follows that opening
     */
    Opening opening();

    /**
     * Called when a file is about to be mapped, because the first handle on it is being opened.
     *
     * @return follows that mapping
     */
    Mapped mapping();

    /**
     * Called when a handle is about to be closed.
     *
     * @return follows that closing
     */
    Closing closing();

    /**
     * Called when a set of kernels is about to become current.
     *
     * @return follows that publishing
     */
    Publishing publishing();

    /**
     * Called when a read has found the file truncated under its mapping; once, or a few times by threads at once.
     *
     * @param path the file
     * @param why what was found, in words
     */
    void faulted(Path path, String why);

    /**
     * Called when a file is found to be no longer what was mapped.
     *
     * @param path the file
     * @param why what was found, in words
     * @param altered whether the mapped bytes may be others now
     */
    void stale(Path path, String why, boolean altered);

    /**
     * Installs the one observer that is called from now on; {@link #NONE} is the first.
     *
     * @param observer replaces the one before
     */
    static void install(KernelObserver observer) {
        Told.observer = observer;
    }

    /** Takes no note of anything. */
    KernelObserver NONE = new KernelObserver() {
        @Override
        public Opening opening() {
            return (_, _, _) -> {};
        }

        @Override
        public Mapped mapping() {
            return (_, _, _) -> {};
        }

        @Override
        public Closing closing() {
            return (_, _) -> {};
        }

        @Override
        public Publishing publishing() {
            return _ -> {};
        }

        @Override
        public void faulted(Path path, String why) {}

        @Override
        public void stale(Path path, String why, boolean altered) {}
    };
}
