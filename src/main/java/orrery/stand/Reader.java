package orrery.stand;

import java.nio.file.Path;
import java.util.List;

/**
 * An ephemeris reader that somebody brings to be audited: a public class with a public constructor without arguments, named
 * in the jar's {@code META-INF/services/orrery.stand.Reader} or on the command line ({@code jar:FILE.jar:CLASS}).
 *
 * <p>It is loaded by a class loader of its own, in a process of its own, and sees this package's two interfaces and the
 * JDK, nothing else of the program. It need not be thread-safe: that is what the audit finds out.
 */
public interface Reader {
    /** What it is called in ledgers, with its version. */
    String name();

    /**
     * Opens kernels together, the last with the highest precedence.
     *
     * @param kernels SPK files, absolute
     * @return a session that answers from them
     * @throws Exception if they cannot be opened
     */
    Session open(List<Path> kernels) throws Exception;
}
