package orrery.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Standard input, if there is one ({@link StandardDescriptors}): otherwise its descriptor is a file of the runtime,
 * which is not meant to be read as queries and must never be closed.
 */
final class StandardInput {
    private StandardInput() {}

    /**
     * A stream whose closing leaves standard input open.
     *
     * @throws UsageException if the program was started without one
     */
    static InputStream open() {
        if (StandardDescriptors.lacksInput()) {
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
}
