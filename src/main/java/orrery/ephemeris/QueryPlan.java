package orrery.ephemeris;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelPool;
import orrery.binding.Link;
import orrery.binding.TargetSchedule;
import orrery.frames.InertialFrame;
import orrery.spk.NaifIds;

/**
 * The queries that a benchmark or an audit runs on a set of kernels, defined so that any other program can repeat them.
 *
 * <p>Bodies are the targets whose chain of centers (by each body's last segment) reaches the solar-system barycenter,
 * in ascending NAIF id, each relative to 0. If no chain reaches it, the bodies are all targets, each relative to the
 * last body on its chain. The span is the intersection, over these bodies and those on their chains, of the times from
 * their first to last epoch with data, minus one second at each end.
 *
 * <p>Immutable and thread-safe.
 */
public final class QueryPlan {
    /** The order of epochs. */
    public enum Order {
        /** Body and epoch are drawn for each query. */
        RANDOM,
        /** The drawn epochs are sorted ascending; the bodies take turns. */
        SWEEP
    }

    private final int[] bodies;
    private final int[] centers;
    private final double start;
    private final double end;

    private QueryPlan(int[] bodies, int[] centers, double start, double end) {
        this.bodies = bodies;
        this.centers = centers;
        this.start = start;
        this.end = end;
    }

    /**
     * Makes the plan for the kernels of a pool.
     *
     * @param pool determines the bodies and the span
     * @return the plan
     * @throws NoDataException if they have no body that can be queried, or their bodies share no span
     */
    public static QueryPlan of(KernelPool pool) {
        List<Chain> chains = new ArrayList<>();
        for (int body : pool.targets()) {
            Chain chain = Chain.of(pool, body);
            if (!chain.nodes().isEmpty()) {
                chains.add(chain);
            }
        }
        if (chains.stream().anyMatch(chain -> chain.root() == NaifIds.SOLAR_SYSTEM_BARYCENTER)) {
            chains.removeIf(chain -> chain.root() != NaifIds.SOLAR_SYSTEM_BARYCENTER);
        }
        if (chains.isEmpty()) {
            throw new NoDataException("The loaded kernels hold no body whose state can be asked. Load others.");
        }
        double from = Double.NEGATIVE_INFINITY;
        double until = Double.POSITIVE_INFINITY;
        for (Chain chain : chains) {
            for (TargetSchedule schedule : chain.nodes()) {
                from = Math.max(from, schedule.start());
                until = Math.min(until, schedule.end());
            }
        }
        from += 1;
        until -= 1;
        if (!(from <= until)) {
            throw new NoDataException("The " + chains.size()
                    + " bodies of the loaded kernels share no span of time: the"
                    + " last to begin begins at et " + (from - 1) + ", the first to end ends at et " + (until + 1)
                    + ". Load fewer kernels.");
        }
        return new QueryPlan(
                chains.stream().mapToInt(Chain::body).toArray(),
                chains.stream().mapToInt(Chain::root).toArray(),
                from,
                until);
    }

    /**
     * Draws queries; the same seed always gives the same ones.
     *
     * @param order random, or sorted by epoch
     * @param count how many
     * @param seed any number
     * @return the queries
     */
    public Queries draw(Order order, int count, long seed) {
        SplitMix random = new SplitMix(seed);
        int[] drawn = new int[count];
        double[] epochs = new double[count];
        for (int i = 0; i < count; i++) {
            drawn[i] = random.below(bodies.length);
            epochs[i] = start + random.unit() * (end - start);
        }
        if (order == Order.SWEEP) {
            Arrays.sort(epochs);
            Arrays.setAll(drawn, i -> i % bodies.length);
        }
        return new Queries(bodies, centers, drawn, epochs);
    }

    /** {@return a copy of the NAIF ids of the bodies queried, ascending} */
    public int[] bodies() {
        return Arrays.copyOf(bodies, bodies.length);
    }

    /** {@return a copy of the NAIF ids of each body's center} */
    public int[] centers() {
        return Arrays.copyOf(centers, centers.length);
    }

    /** {@return the first epoch that may be queried, TDB seconds past J2000} */
    public double start() {
        return start;
    }

    /** {@return the last epoch that may be queried, TDB seconds past J2000} */
    public double end() {
        return end;
    }

    /**
     * A body's chain of centers, from each body's last segment.
     *
     * @param nodes the body's schedule and those that follow; empty if its last segment gives no states
     * @param root where the chain ends
     */
    private record Chain(int body, List<TargetSchedule> nodes, int root) {
        static Chain of(KernelPool pool, int body) {
            List<TargetSchedule> nodes = new ArrayList<>();
            Set<Integer> seen = new HashSet<>();
            int node = body;
            @Nullable TargetSchedule schedule = pool.schedule(node);
            while (node != NaifIds.SOLAR_SYSTEM_BARYCENTER && schedule != null && seen.add(node)) {
                Link last = schedule.links().getLast();
                // Bodies that give no state are left out: their segment is damaged, or their frame cannot be converted
                // to J2000.
                if (!last.isUsable()
                        || InertialFrame.byId(last.segment().frame()).isEmpty()) {
                    break;
                }
                nodes.add(schedule);
                node = last.segment().center();
                schedule = pool.schedule(node);
            }
            return new Chain(body, nodes, node);
        }
    }
}
