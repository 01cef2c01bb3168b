package orrery.stand;

import java.nio.file.Path;
import java.util.List;

/**
 * An ephemeris reader supplied by a user for auditing: a public class with a public constructor without arguments,
 * declared in the jar's {@code META-INF/services/orrery.stand.Reader} or named on the command line
 * ({@code jar:FILE.jar:CLASS}).
 *
 * <p>It is loaded by a separate class loader, in a separate process, and sees this package's two interfaces and the
 * JDK, nothing else of the program. It need not be thread-safe: that is what the audit finds out.
 */
public interface Reader {
    /** Its name in ledgers, with its version. */
    String name();

    /**
     * Opens kernels together, highest precedence last.
     *
     * @param kernels SPK files, absolute paths
     * @return a session that answers from them
     * @throws Exception if they cannot be opened
     */
    Session open(List<Path> kernels) throws Exception;
}
