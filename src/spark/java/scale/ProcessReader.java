package scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Ephemeris;
import orrery.ephemeris.Queries;
import orrery.ephemeris.QueryPlan;

/**
 * A process's one reader of a kernel, with the bench plan, which every process draws alike. It stays until the process
 * ends.
 *
 * <p>Thread-safe: tasks that come first at once wait for one opening, then all ask the same reader.
 */
final class ProcessReader {
    private static final KernelRegistry REGISTRY = new KernelRegistry();
    private static final ConcurrentHashMap<Path, ProcessReader> READERS = new ConcurrentHashMap<>();

    private final Path kernel;
    private final Ephemeris ephemeris;
    private final Queries queries;

    private ProcessReader(Path kernel, int count, long seed) {
        this.kernel = kernel;
        KernelPool pool = KernelPool.open(REGISTRY, List.of(kernel));
        ephemeris = Ephemeris.of(pool);
        queries = QueryPlan.of(pool).draw(QueryPlan.Order.RANDOM, count, seed);
    }

    /** The reader of this process, whoever asks first. */
    static ProcessReader of(Path kernel, int count, long seed) {
        return READERS.computeIfAbsent(kernel, file -> new ProcessReader(file, count, seed));
    }

    /** Answers the queries of one of so many equal parts, in order. */
    PlanPart answer(int part, int parts, String executor) {
        int from = (int) ((long) part * queries.size() / parts);
        int until = (int) ((part + 1L) * queries.size() / parts);
        MessageDigest digest = sha256();
        double[] state = new double[6];
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * state.length);
        DoubleBuffer numbers = bytes.asDoubleBuffer();
        double checksum = 0;
        for (int i = from; i < until; i++) {
            ephemeris.state(queries.target(i), queries.center(i), queries.et(i), state);
            checksum += state[0] + state[3];
            numbers.put(0, state);
            digest.update(bytes.array());
        }
        return new PlanPart(
                part,
                executor,
                ProcessHandle.current().pid(),
                REGISTRY.mapped(),
                maps(),
                checksum,
                HexFormat.of().formatHex(digest.digest()));
    }

    private long maps() {
        try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
            String file = " " + kernel.toRealPath();
            return maps.filter(map -> map.endsWith(file)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
