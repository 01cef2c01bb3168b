package orrery.binding;

import java.nio.file.Path;
import java.util.List;

/**
 * Receives the events in the life of kernels in this process: opened, mapped, closed, found faulted or stale,
 * published. Intended for evidence (a flight recorder, a log); nothing here depends on what an observer does.
 *
 * <p>Methods are called on the thread that does the work, possibly on many threads at the same time, and sometimes
 * under the lock of one file. An observer must therefore be thread-safe and quick, throw nothing and open no kernel. An
 * operation that takes time is reported twice: a method is called when it begins, and the object that the method
 * returns is called if it ends successfully. Queries are not reported here.
 */
public interface KernelObserver {
    /** Receives the end of an opening. */
    @FunctionalInterface
    interface Opening {
        /**
         * A handle is open.
         *
         * @param path the path by which it was opened
         * @param handles now open on the same file, including this one
         * @param duplicate whether it was made from another handle and not from a path
         */
        void opened(Path path, int handles, boolean duplicate);
    }

    /** Receives the end of a mapping. */
    @FunctionalInterface
    interface MappingFile {
        /**
         * The file is mapped and its structure has been read. Some of its segments may have been set aside.
         *
         * @param path the file
         * @param bytes its length
         * @param segments how many it holds
         */
        void mapped(Path path, long bytes, int segments);
    }

    /** Receives the end of a close. */
    @FunctionalInterface
    interface Closing {
        /**
         * A handle is closed.
         *
         * @param path the file
         * @param handles still open on the same file; at 0 it has been unmapped
         */
        void closed(Path path, int handles);
    }

    /** Receives the end of a publication. */
    @FunctionalInterface
    interface Publishing {
        /**
         * A set of kernels is now current, and the previous set is closed.
         *
         * @param kernels the file names of its SPKs, in ascending precedence; binary PCKs and text kernels are not
         *     listed
         */
        void published(List<String> kernels);
    }

    /**
     * Called when a handle is about to be opened.
     *
     * @return receives the end of that opening
     */
    Opening opening();

    /**
     * Called when a file is about to be mapped, because the first handle on it is being opened.
     *
     * @return receives the end of that mapping
     */
    MappingFile mapping();

    /**
     * Called when a handle is about to be closed.
     *
     * @return receives the end of that close
     */
    Closing closing();

    /**
     * Called when a set of kernels is about to become current.
     *
     * @return receives the end of that publication
     */
    Publishing publishing();

    /**
     * Called when a read has found the file truncated under its mapping: once, or a few times if several threads find
     * it at the same time.
     *
     * @param path the file
     * @param why what was found, in words
     */
    void faulted(Path path, String why);

    /**
     * Called when a file is found to be no longer the one that was mapped.
     *
     * @param path the file
     * @param why what was found, in words
     * @param altered whether the mapped bytes may have changed
     */
    void stale(Path path, String why, boolean altered);

    /**
     * Installs the only observer, called from now on. Initially {@link #NONE}.
     *
     * @param observer replaces the previous one
     */
    static void install(KernelObserver observer) {
        InstalledObserver.observer = observer;
    }

    /** Ignores every event. */
    KernelObserver NONE = new KernelObserver() {
        @Override
        public Opening opening() {
            return (_, _, _) -> {};
        }

        @Override
        public MappingFile mapping() {
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
