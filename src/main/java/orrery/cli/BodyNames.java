package orrery.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.ephemeris.Bodies;

/**
 * Resolves names of bodies to ids in the kernels of one command. If an asteroid is present under both of NAIF's
 * numbers, this is reported once. Thread-safe.
 */
final class BodyNames {
    private final IntPredicate loaded;
    private final PrintWriter err;
    private final Map<String, Integer> known = new ConcurrentHashMap<>();

    private BodyNames(IntPredicate loaded, PrintWriter err) {
        this.loaded = loaded;
        this.err = err;
    }

    /** For everything these pools contain. */
    static BodyNames of(PrintWriter err, KernelPool... pools) {
        return new BodyNames(id -> Arrays.stream(pools).anyMatch(pool -> pool.schedule(id) != null), err);
    }

    /** For everything these kernels contain. */
    static BodyNames of(PrintWriter err, Collection<KernelHandle> kernels) {
        int[] targets = kernels.stream()
                .flatMapToInt(kernel -> kernel.file().segments().stream().mapToInt(segment -> segment.target()))
                .sorted()
                .distinct()
                .toArray();
        return new BodyNames(id -> Arrays.binarySearch(targets, id) >= 0, err);
    }

    /**
     * The id for a name or number.
     *
     * @throws orrery.frames.UnknownNameException if it is neither
     */
    int id(String nameOrNumber) {
        Integer id = known.get(nameOrNumber);
        return id == null ? known.computeIfAbsent(nameOrNumber, this::resolved) : id;
    }

    private int resolved(String nameOrNumber) {
        Bodies.Meant meant = Bodies.resolve(nameOrNumber, loaded);
        meant.other()
                .ifPresent(other -> err.println(Bodies.name(meant.id()) + " is loaded twice, as " + meant.id()
                        + " and as " + other + ": " + meant.id() + " is used. Give the number for the other."));
        return meant.id();
    }

    int[] ids(Collection<String> namesOrNumbers) {
        return namesOrNumbers.stream()
                .flatMapToInt(name -> IntStream.of(id(name)))
                .toArray();
    }
}
