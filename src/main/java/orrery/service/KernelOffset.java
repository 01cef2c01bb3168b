package orrery.service;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Coverage;
import orrery.ephemeris.Ephemeris;
import orrery.math.Vectors;
import orrery.spk.KernelException;
import orrery.spk.NaifIds;

/**
 * The difference between two kernels at any epoch: the second's state of a body minus the first's, about one center.
 *
 * <p>The offset is magnified by one factor for all bodies. The factor is chosen so that the root mean square offset of
 * the body that differs most for its distance becomes a sixth of that distance: 1, 2 or 5 times a power of ten, never
 * less than 1.
 *
 * <p>Thread-safe, except for {@link #plan}, which belongs to one thread. Has its own handles on shared mappings.
 */
final class KernelOffset implements AutoCloseable {
    private static final int SAMPLES = 256;
    private static final double REACH = 1.0 / 6;
    private static final double MOST = 1e15;

    /** A body that both kernels contain. */
    private record Shade(int id, Coverage both) {}

    private record OffsetPath(SkyPath base, double factor, SkyPath path) {}

    private final GhostWish wish;
    private final KernelPool firstPool;
    private final KernelPool secondPool;
    private final Ephemeris first;
    private final Ephemeris second;
    private final List<Shade> shades = new ArrayList<>();
    private final int[] ids;
    private final double chosen;
    private final SkyGhost.Greatest greatest;
    private final Map<Integer, OffsetPath> planned = new HashMap<>();
    private volatile double factor;
    private volatile Map<Integer, SkyPath> paths = Map.of();

    private KernelOffset(GhostWish wish, KernelPool firstPool, KernelPool secondPool) {
        this.wish = wish;
        this.firstPool = firstPool;
        this.secondPool = secondPool;
        this.first = Ephemeris.of(firstPool);
        this.second = Ephemeris.of(secondPool);
        for (int id : bodies()) {
            Coverage both = first.coverage(id, wish.center()).and(second.coverage(id, wish.center()));
            if (!both.isEmpty()) {
                shades.add(new Shade(id, both));
            }
        }
        this.ids = shades.stream().mapToInt(Shade::id).toArray();
        double share = 0;
        double most = Double.NaN;
        int mostOf = wish.center();
        for (Shade shade : shades) {
            double[] found = survey(shade);
            share = Math.max(share, found[1] > 0 ? found[2] / found[1] : 0);
            if (!(found[0] <= most)) {
                most = found[0];
                mostOf = shade.id;
            }
        }
        greatest = new SkyGhost.Greatest(most, mostOf);
        chosen = share > 0 ? Math.clamp(round(REACH / share), 1, MOST) : 1;
        factor = chosen;
    }

    /**
     * Opens both kernels and measures how far apart they are.
     *
     * @throws NothingToShowException if no requested body is in both at any time
     * @throws KernelException if a kernel cannot be opened
     */
    static KernelOffset open(KernelRegistry registry, GhostWish wish) {
        try (KernelHandle one = registry.open(wish.first());
                KernelHandle other = registry.open(wish.second());
                Closing pools = new Closing()) {
            KernelOffset ghost =
                    new KernelOffset(wish, pools.keep(KernelPool.of(one)), pools.keep(KernelPool.of(other)));
            if (ghost.shades.isEmpty()) {
                throw new NothingToShowException(
                        "%s and %s have no body in common at any time. Choose two that overlap."
                                .formatted(SkyGhost.name(wish.first()), SkyGhost.name(wish.second())));
            }
            pools.release();
            return ghost;
        }
    }

    /** Closes pools again unless they are released. */
    private static final class Closing implements AutoCloseable {
        private final List<KernelPool> pools = new ArrayList<>();

        KernelPool keep(KernelPool pool) {
            pools.add(pool);
            return pool;
        }

        void release() {
            pools.clear();
        }

        @Override
        public void close() {
            pools.forEach(KernelPool::close);
        }
    }

    private int[] bodies() {
        int[] others = second.targets();
        return IntStream.of(first.targets())
                .filter(id -> id != wish.center()
                        && id != NaifIds.SOLAR_SYSTEM_BARYCENTER
                        && Arrays.binarySearch(others, id) >= 0)
                .filter(id -> wish.bodies().isEmpty() || wish.bodies().contains(id))
                .toArray();
    }

    /** The greatest offset of a body, its mean distance from the center, and the root mean square offset; km. */
    private double[] survey(Shade shade) {
        double[] one = new double[6];
        double[] delta = new double[6];
        double most = 0;
        double sum = 0;
        double squares = 0;
        int count = 0;
        double width = shade.both.end() - shade.both.start();
        for (int i = 0; i <= SAMPLES; i++) {
            double et = i == SAMPLES ? shade.both.end() : shade.both.start() + width * i / SAMPLES;
            if (offset(shade, et, delta)) {
                first.state(shade.id, wish.center(), et, one);
                double apart = Vectors.length(delta);
                most = Math.max(most, apart);
                squares += apart * apart;
                sum += Vectors.length(one);
                count++;
            }
        }
        return count == 0 ? new double[3] : new double[] {most, sum / count, Math.sqrt(squares / count)};
    }

    /** The greatest of 1, 2 and 5 times a power of ten that is not larger. */
    static double round(double value) {
        // Exact powers: the number in the picture is the actual factor.
        double power = Double.parseDouble("1e" + (int) Math.floor(Math.log10(value)));
        double head = value / power;
        return (head >= 5 ? 5 : head >= 2 ? 2 : 1) * power;
    }

    /** Second minus first, km and km/s; false if either has no answer. */
    private boolean offset(Shade shade, double et, double[] out) {
        if (!shade.both.contains(et)) {
            return false;
        }
        double[] one = new double[6];
        try {
            first.state(shade.id, wish.center(), et, one);
            second.state(shade.id, wish.center(), et, out);
        } catch (KernelException _) {
            // Damaged there, or closed because another ghost is wanted: then there is none.
            return false;
        }
        for (int k = 0; k < 6; k++) {
            out[k] -= one[k];
        }
        return true;
    }

    /** The default factor, chosen to make the offset visible. */
    double chosen() {
        return chosen;
    }

    double factor() {
        return factor;
    }

    /** Exaggerates by another factor from now on. */
    void factor(double other) {
        factor = Math.clamp(other, 1, MOST);
    }

    /** The ghost at an epoch, with the paths planned last. */
    SkyGhost at(double et) {
        double[] offsets = new double[ids.length * 3];
        double[] delta = new double[6];
        for (int i = 0; i < ids.length; i++) {
            if (offset(shades.get(i), et, delta)) {
                System.arraycopy(delta, 0, offsets, i * 3, 3);
            } else {
                Arrays.fill(offsets, i * 3, i * 3 + 3, Double.NaN);
            }
        }
        return new SkyGhost(wish, factor, greatest, ids, offsets, paths);
    }

    /**
     * Adds the offsets to the paths of the sky.
     *
     * @return whether any path has changed
     */
    boolean plan(SkyPaths sky, QueryCounter counter) {
        double by = factor;
        boolean changed = false;
        for (Shade shade : shades) {
            SkyPath base = sky.of(shade.id);
            OffsetPath before = planned.get(shade.id);
            if (base == null) {
                changed |= planned.remove(shade.id) != null;
            } else if (before == null || !before.base.equals(base) || before.factor != by) {
                planned.put(shade.id, new OffsetPath(base, by, path(shade, base, by, counter)));
                changed = true;
            }
        }
        if (changed) {
            Map<Integer, SkyPath> all = new HashMap<>();
            planned.forEach((id, plan) -> all.put(id, plan.path));
            paths = Map.copyOf(all);
        }
        return changed;
    }

    private SkyPath path(Shade shade, SkyPath base, double by, QueryCounter counter) {
        double[] knots = new double[base.size() * 6];
        double[] delta = new double[6];
        counter.add(2L * base.size());
        for (int i = 0; i < base.size(); i++) {
            boolean held = offset(shade, base.et(i), delta);
            for (int k = 0; k < 6; k++) {
                knots[i * 6 + k] = held ? base.component(i, k) + by * delta[k] : Double.NaN;
            }
        }
        SkyPath.Knots moved = new SkyPath.Knots(base.start(), base.step(), knots);
        return new SkyPath(shade.id, base.parent(), moved, base.period(), base.osculating());
    }

    @Override
    public void close() {
        firstPool.close();
        secondPool.close();
    }
}
