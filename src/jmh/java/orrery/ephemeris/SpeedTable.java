package orrery.ephemeris;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;

/**
 * The speed table: the whole public way of asking a state against the {@link Floor}, the two alternated run by run so
 * that the machine's mood touches both alike, medians of 30. One argument: the kernel, all of type 2, one segment a body.
 */
public final class SpeedTable {
    private static final int RUNS = 30;
    private static final int RANDOM = 300_000;
    private static final int SWEEP = 1_000_000;

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
        }
    }

    private interface Share {
        double run(int from, int until);
    }

    private static double[] row(
            QueryPlan.Order order, int threads, Queries queries, Floor floor, Ephemeris ephemeris, double[] alone)
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

    /** Wall time a query, all threads together, each with an equal share. */
    private static double nanos(int threads, int count, Share share) throws Exception {
        if (threads == 1) {
            long began = System.nanoTime();
            sink += share.run(0, count);
            return (double) (System.nanoTime() - began) / count;
        }
        long[] began = new long[2];
        int[] trips = new int[1];
        // The barrier's action reads the clock: when all start, and when the last has ended.
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

    private static double sink;

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
