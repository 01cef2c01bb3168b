package orrery.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A list of kernels in order, highest precedence last.
 *
 * @param name for display; also the name of its file
 * @param kernels in order
 * @param unreadable other entries that are not valid file names in this run, as sentences
 */
public record KernelSession(String name, List<Kernel> kernels, List<String> unreadable) {
    public KernelSession {
        kernels = List.copyOf(kernels);
        unreadable = List.copyOf(unreadable);
    }

    /** A session in which every kernel has a valid name. */
    public KernelSession(String name, List<Kernel> kernels) {
        this(name, kernels, List.of());
    }

    /**
     * One kernel of a session, as of the time it was saved.
     *
     * @param path absolute path
     * @param enabled whether it was loaded or only listed
     * @param size bytes
     * @param modified milliseconds since 1970
     */
    public record Kernel(Path path, boolean enabled, long size, long modified) {

        /** A kernel as it is on disk now; size and time are 0 if it is missing. */
        public static Kernel now(Path path, boolean enabled) {
            try {
                return new Kernel(
                        path,
                        enabled,
                        Files.size(path),
                        Files.getLastModifiedTime(path, new LinkOption[0]).toMillis());
            } catch (IOException _) {
                return new Kernel(path, enabled, 0, 0);
            }
        }

        /**
         * What has happened to the file since, as the end of a sentence that begins with its name; empty if it is
         * unchanged.
         */
        public Optional<String> change() {
            if (!Files.exists(path, new LinkOption[0])) {
                return Optional.of("has gone missing. Put it back, or take it off the list.");
            }
            Kernel now = now(path, enabled);
            if (now.size != size) {
                return Optional.of("has changed since the session was saved: " + size + " bytes then, " + now.size
                        + " now. Inspect it before you rely on it.");
            }
            return now.modified == modified
                    ? Optional.empty()
                    : Optional.of("was rewritten since the session was saved. Inspect it before you rely on it.");
        }
    }
}
