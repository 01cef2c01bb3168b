package orrery.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import orrery.host.HostSystem;

/**
 * Standard input, where there is one. A program that is started with it closed finds the next file that it opens in its
 * place: in this one that is a file of the runtime, which nobody meant to be read as queries, and which must never be
 * closed.
 */
final class StandardInput {
    private static final Path DESCRIPTOR = HostSystem.proc("self/fd/0");

    private StandardInput() {}

    /**
     * A stream whose closing leaves standard input open.
     *
     * @throws UsageException if the program was started without one
     */
    static InputStream open() {
        Path file = file();
        if (file != null && isOurs(file)) {
            throw closed();
        }
        return new FilterInputStream(System.in) {
            @Override
            public int read(byte[] to, int at, int count) throws IOException {
                try {
                    return in.read(to, at, count);
                } catch (IOException e) {
                    if (String.valueOf(e.getMessage()).contains("Bad file descriptor")) {
                        throw closed();
                    }
                    throw e;
                }
            }

            @Override
            public void close() {}
        };
    }

    private static UsageException closed() {
        return new UsageException("standard input is closed. Give queries through a pipe, or the name of a file.");
    }

    /** What the descriptor stands for; null where the system does not tell, or it is closed. */
    private static @Nullable Path file() {
        try {
            return Files.readSymbolicLink(DESCRIPTOR);
        } catch (IOException | UnsupportedOperationException e) {
            return null;
        }
    }

    /** Whether it is a file of this program or its runtime, opened for themselves. */
    private static boolean isOurs(Path file) {
        if (!Files.isRegularFile(file, new LinkOption[0])) {
            return false;
        }
        Path home = Path.of(System.getProperty("java.home"));
        String name = String.valueOf(file.getFileName());
        return file.startsWith(home)
                || name.endsWith(".jar")
                || name.endsWith(".aot")
                || name.endsWith(".jsa")
                || name.equals("modules");
    }
}
