package orrery.service;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import orrery.ephemeris.Coverage;

/**
 * The contents of the sky for a set of kernels. A new one is made each time the kernels are changed.
 *
 * <p>Immutable.
 */
public final class SkyCatalogue {
    /** From this number on NAIF counts asteroids, comets and what people add. */
    private static final int MINOR_BODIES = 1_000;

    /** More minor bodies than this are a crowd, */
    private static final int CROWD = 300;

    /** from which the first, the best known, stand apart. */
    private static final int APART = 40;

    private final long generation;
    private final int origin;
    private final List<Path> kernels;
    private final Path foremost;
    private final List<SkyBody> bodies;
    private final List<SkyBody> apart;
    private final boolean[] crowd;
    private final int[] ids;
    private final Coverage.Span span;
    private final int left;
    /**
     * Where the spans of all bodies begin and end, each ascending, so that queries per pixel or pulse need no loop over
     * the bodies.
     */
    private final double[] starts;

    private final double[] ends;
    private final Coverage.Span richest;

    /**
     * @param generation counts the changes of kernels, from 1
     * @param origin NAIF id of the point that positions are relative to; 0 wherever a chain reaches it
     * @param kernels the files, highest precedence last
     * @param foremost the one of highest precedence with positions
     * @param bodies at least one, ascending by id
     * @param left number of additional bodies in the kernels for which the sky has no room
     */
    SkyCatalogue(long generation, int origin, List<Path> kernels, Path foremost, List<SkyBody> bodies, int left) {
        this.foremost = foremost;
        this.left = left;
        this.generation = generation;
        this.origin = origin;
        this.kernels = List.copyOf(kernels);
        this.bodies = List.copyOf(bodies);
        this.ids = bodies.stream().mapToInt(SkyBody::id).toArray();
        this.crowd = crowd(ids);
        this.apart = IntStream.range(0, ids.length)
                .filter(i -> !crowd[i])
                .mapToObj(this.bodies::get)
                .toList();
        this.span = new Coverage.Span(
                bodies.stream().mapToDouble(b -> b.coverage().start()).min().orElseThrow(),
                bodies.stream().mapToDouble(b -> b.coverage().end()).max().orElseThrow());
        this.starts = edges(Coverage.Span::start);
        this.ends = edges(Coverage.Span::end);
        this.richest = mostHeld();
    }

    /** Which are of the crowd: minor bodies but for the first of them, where they are many. */
    private static boolean[] crowd(int[] ids) {
        boolean[] crowded = new boolean[ids.length];
        if (IntStream.of(ids).filter(SkyCatalogue::isMinor).count() <= CROWD) {
            return crowded;
        }
        int minor = 0;
        for (int i = 0; i < ids.length; i++) {
            if (isMinor(ids[i])) {
                crowded[i] = ++minor > APART;
            }
        }
        return crowded;
    }

    /** Whether a body is neither Sun, planet, moon nor point between them. */
    static boolean isMinor(int id) {
        return id < 0 || id >= MINOR_BODIES;
    }

    private double[] edges(ToDoubleFunction<Coverage.Span> which) {
        return bodies.stream()
                .flatMap(b -> b.coverage().spans().stream())
                .mapToDouble(which)
                .sorted()
                .toArray();
    }

    public long generation() {
        return generation;
    }

    public int origin() {
        return origin;
    }

    public List<Path> kernels() {
        return kernels;
    }

    /** The kernel of highest precedence with positions. */
    public Path foremost() {
        return foremost;
    }

    public List<SkyBody> bodies() {
        return bodies;
    }

    /** The bodies that are not of the crowd. */
    List<SkyBody> apart() {
        return apart;
    }

    /**
     * Whether the body at an index is one of a crowd, which is drawn as dots: of more than 300 minor bodies all but the
     * first 40. Such a body has paths only while it is chosen.
     */
    public boolean isCrowd(int index) {
        return crowd[index];
    }

    public int size() {
        return ids.length;
    }

    /** Number of bodies in the kernels beyond those the sky has room for; they can still be queried. */
    public int left() {
        return left;
    }

    /** The index of a body in {@link #bodies}, or a negative number. */
    public int indexOf(int id) {
        return Arrays.binarySearch(ids, id);
    }

    /** As {@link #indexOf}, or the index of the barycenter that stands in for a planet without data. */
    public int placeOf(int id) {
        int index = indexOf(id);
        return index >= 0 ? index : indexOf(SkyBody.standIn(id));
    }

    /**
     * The longest span over which most bodies are covered at once, where there is most to see. TDB seconds past J2000.
     */
    public Coverage.Span richest() {
        return richest;
    }

    private Coverage.Span mostHeld() {
        double[] edges = DoubleStream.concat(DoubleStream.of(starts), DoubleStream.of(ends))
                .sorted()
                .distinct()
                .toArray();
        Coverage.Span best = span;
        int most = 0;
        double from = Double.NaN;
        for (int i = 0; i + 1 < edges.length; i++) {
            int held = held((edges[i] + edges[i + 1]) / 2);
            boolean goesOn = held == most && from == edges[i];
            if (held > most || goesOn || (held == most && edges[i + 1] - edges[i] > best.end() - best.start())) {
                best = new Coverage.Span(goesOn ? best.start() : edges[i], edges[i + 1]);
                most = held;
                from = edges[i + 1];
            }
        }
        return best;
    }

    /** The number of bodies covered at an epoch. */
    public int held(double et) {
        return below(starts, Math.nextUp(et)) - below(ends, et);
    }

    /** The number of ascending values less than a value. */
    private static int below(double[] ascending, double number) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** From the first epoch at which any body is covered to the last: time moves within it. TDB seconds past J2000. */
    public Coverage.Span span() {
        return span;
    }
}
