package orrery.ephemeris;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;

/**
 * The speed table: the whole public path of a state against the {@link Floor}, and batch calls against loops of single
 * calls. The two sides of a row alternate, so that the machine affects both alike; medians of 30. First argument: the
 * kernel, all of type 2, one segment per body; with any second argument only the rows of one thread.
 */
public final class SpeedTable {
    private static final int RUNS = 30;
    private static final int RANDOM = 300_000;
    private static final int SWEEP = 1_000_000;

    /** Printed if it is not a number, so that no query can be left out as useless. */
    private static double sink;

    private SpeedTable() {}

    public static void main(String[] args) throws Exception {
        try (KernelHandle handle = new KernelRegistry().open(Path.of(args[0]));
                KernelPool pool = KernelPool.of(handle)) {
            QueryPlan plan = QueryPlan.of(pool);
            Floor floor = new Floor(pool, plan);
            Ephemeris ephemeris = Ephemeris.of(pool);
            System.out.println(
                    "| plan | threads | floor ns | engine ns | engine / floor | scaling / floor's | B a state |");
            System.out.println("|---|---|---|---|---|---|---|");
            for (QueryPlan.Order order : QueryPlan.Order.values()) {
                Queries queries = plan.draw(order, order == QueryPlan.Order.RANDOM ? RANDOM : SWEEP, 1);
                double[] alone = row(order, 1, queries, floor, ephemeris, null);
                if (args.length == 1) {
                    row(order, 2, queries, floor, ephemeris, alone);
                    row(order, 20, queries, floor, ephemeris, alone);
                }
            }
            batches(ephemeris, plan);
            if (Double.isNaN(sink)) {
                System.out.println(sink);
            }
        }
    }

    private interface Share {
        double run(int from, int until);
    }

    private static double[] row(
            QueryPlan.Order order,
            int threads,
            Queries queries,
            Floor floor,
            Ephemeris ephemeris,
            double @Nullable [] alone)
            throws Exception {
        Share least = (from, until) -> floor.run(queries, from, until);
        Share whole = (from, until) -> engine(ephemeris, queries, from, until);
        double[] floors = new double[RUNS];
        double[] engines = new double[RUNS];
        double[] ratios = new double[RUNS];
        for (int run = -6; run < RUNS; run++) {
            double f = nanos(threads, queries.size(), least);
            double e = nanos(threads, queries.size(), whole);
            if (run >= 0) {
                floors[run] = f;
                engines[run] = e;
                ratios[run] = e / f;
            }
        }
        double[] medians = {median(floors), median(engines)};
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %.2f | %s | %.3f |%n",
                order.name().toLowerCase(Locale.ROOT),
                threads,
                medians[0],
                medians[1],
                median(ratios),
                alone == null
                        ? "-"
                        : String.format(Locale.ROOT, "%.2f", (alone[1] / medians[1]) / (alone[0] / medians[0])),
                allocated(queries, whole));
        return medians;
    }

    /** Batch calls against loops: a trail of 1,400 epochs for each body, and frames of all bodies. */
    private static void batches(Ephemeris ephemeris, QueryPlan plan) throws Exception {
        int[] bodies = plan.bodies();
        Queries queries = plan.draw(QueryPlan.Order.SWEEP, 1_400 * bodies.length, 1);
        double[] epochs = new double[1_400];
        for (int i = 0; i < epochs.length; i++) {
            epochs[i] = queries.et(i * bodies.length);
        }
        double[] out = new double[6 * Math.max(epochs.length, bodies.length)];
        double[] state = new double[6];
        System.out.println("| batch | loop ns | batch ns | batch / loop |");
        System.out.println("|---|---|---|---|");
        batch(
                "one body, 1,400 epochs",
                bodies.length * epochs.length,
                (_, _) -> {
                    for (int body : bodies) {
                        for (int i = 0; i < epochs.length; i++) {
                            ephemeris.state(body, 0, epochs[i], state);
                            System.arraycopy(state, 0, out, 6 * i, 6);
                        }
                    }
                    return out[0];
                },
                (_, _) -> {
                    for (int body : bodies) {
                        ephemeris.states(body, 0, epochs, out);
                    }
                    return out[0];
                });
        batch(
                "one epoch, " + bodies.length + " bodies",
                bodies.length * epochs.length,
                (_, _) -> {
                    for (double et : epochs) {
                        for (int i = 0; i < bodies.length; i++) {
                            ephemeris.state(bodies[i], 0, et, state);
                            System.arraycopy(state, 0, out, 6 * i, 6);
                        }
                    }
                    return out[0];
                },
                (_, _) -> {
                    for (double et : epochs) {
                        ephemeris.states(bodies, 0, et, out);
                    }
                    return out[0];
                });
    }

    private static void batch(String name, int count, Share loop, Share batch) throws Exception {
        double[] loops = new double[RUNS];
        double[] batches = new double[RUNS];
        double[] ratios = new double[RUNS];
        for (int run = -30; run < RUNS; run++) {
            double l = nanos(1, count, loop);
            double b = nanos(1, count, batch);
            if (run >= 0) {
                loops[run] = l;
                batches[run] = b;
                ratios[run] = b / l;
            }
        }
        System.out.printf(
                Locale.ROOT, "| %s | %.1f | %.1f | %.2f |%n", name, median(loops), median(batches), median(ratios));
    }

    /** Wall time a query, all threads together, each with an equal share. */
    private static double nanos(int threads, int count, Share share) throws Exception {
        if (threads == 1) {
            long began = System.nanoTime();
            sink += share.run(0, count);
            return (double) (System.nanoTime() - began) / count;
        }
        long[] began = new long[2];
        int[] trips = new int[1];
        // The barrier's action reads the clock when all start, and when the last has ended.
        CyclicBarrier barrier = new CyclicBarrier(threads + 1, () -> began[trips[0]++] = System.nanoTime());
        double[] sums = new double[threads];
        Thread[] workers = new Thread[threads];
        for (int t = 0; t < threads; t++) {
            int at = t;
            workers[t] = new Thread(() -> {
                try {
                    barrier.await();
                    sums[at] = share.run((int) ((long) at * count / threads), (int) ((at + 1L) * count / threads));
                    barrier.await();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            workers[t].start();
        }
        barrier.await();
        barrier.await();
        long took = began[1] - began[0];
        for (Thread worker : workers) {
            worker.join();
        }
        sink += Arrays.stream(sums).sum();
        return (double) took / count;
    }

    static double engine(Ephemeris ephemeris, Queries queries, int from, int until) {
        double[] state = new double[6];
        double sum = 0;
        for (int i = from; i < until; i++) {
            ephemeris.state(queries.target(i), queries.center(i), queries.et(i), state);
            sum += state[0] + state[3];
        }
        return sum;
    }

    private static double allocated(Queries queries, Share share) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        share.run(0, queries.size());
        // The one array that the run itself makes for its answers.
        return (threads.getCurrentThreadAllocatedBytes() - before - 64.0) / queries.size();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }
}
