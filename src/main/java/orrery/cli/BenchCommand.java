package orrery.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import orrery.binding.KernelPool;
import orrery.ephemeris.Ephemeris;
import orrery.ephemeris.Queries;
import orrery.ephemeris.QueryPlan;
import orrery.jfr.FlightEvents;
import orrery.spk.KernelException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the states per second of a query plan, and prints one JSON object.",
            "The checksum is the sum of x + vx in query order: any reader that repeats the plan can be compared."
        })
final class BenchCommand implements Callable<Integer> {
    private static final long WARM = TimeUnit.SECONDS.toNanos(2);
    private static final int MOST_THREADS = 1024;

    @Mixin
    private KernelOptions kernels = new KernelOptions();

    @Option(
            names = "--plan",
            paramLabel = "ORDER",
            defaultValue = "random",
            description = "random, or sweep (epochs ascending).")
    private QueryPlan.Order order = QueryPlan.Order.RANDOM;

    @Option(names = "--n", paramLabel = "N", defaultValue = "300000", description = "Queries (default: 300000).")
    private int count = 300_000;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of the plan (default: 1).")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads that share the queries (default: 1).")
    private int threads = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        if (count < 1 || threads < 1 || threads > MOST_THREADS) {
            throw new UsageException("bench: --n must be positive, and --threads from 1 to " + MOST_THREADS + ".");
        }
        FlightEvents.install();
        try (KernelPool pool = kernels.open()) {
            Ephemeris ephemeris = Ephemeris.of(pool);
            Queries queries = QueryPlan.of(pool).draw(order, count, seed);
            double[] terms = new double[count];
            long began = System.nanoTime();
            do {
                answer(ephemeris, queries, terms, 0, count);
            } while (System.nanoTime() - began < WARM);
            Cost measured = measure(ephemeris, queries, terms);
            spec.commandLine().getOut().println(Json.text(describe(measured, terms)));
        }
        spec.commandLine().getOut().flush();
        return ExitCodes.DONE;
    }

    private record Cost(long nanos, long bytes) {}

    private ObjectNode describe(Cost measured, double[] terms) {
        double checksum = 0;
        for (double term : terms) {
            checksum += term;
        }
        ObjectNode node = Json.object();
        node.put("plan", order.name().toLowerCase(Locale.ROOT))
                .put("n", count)
                .put("seed", seed)
                .put("threads", threads);
        node.put("ns_per_state", (double) measured.nanos / count);
        node.put("states_per_second", count * 1e9 / measured.nanos);
        node.put("bytes_per_state", (double) measured.bytes / count);
        node.put("checksum", checksum);
        return node;
    }

    /** Each thread answers its share; timed from the common start to the end of the last one. */
    private Cost measure(Ephemeris ephemeris, Queries queries, double[] terms) throws InterruptedException {
        long[] clock = new long[2];
        int[] trips = new int[1];
        CyclicBarrier barrier = new CyclicBarrier(threads, () -> clock[trips[0]++] = System.nanoTime());
        long[] bytes = new long[threads];
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread[] workers = new Thread[threads];
        ThreadMXBean counters = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int t = 0; t < threads; t++) {
            int share = t;
            workers[t] = new Thread(() -> {
                int from = (int) ((long) share * count / threads);
                int until = (int) ((share + 1L) * count / threads);
                try {
                    // A thread's first state allocates its scratch, which is not part of a state's cost.
                    answer(ephemeris, queries, terms, from, Math.min(from + 1, until));
                    barrier.await();
                    long before = counters.getCurrentThreadAllocatedBytes();
                    answer(ephemeris, queries, terms, from, until);
                    bytes[share] = counters.getCurrentThreadAllocatedBytes() - before - ANSWER;
                    barrier.await();
                } catch (BrokenBarrierException e) {
                    // Another thread has failed and reported why.
                    failure.compareAndSet(null, new IllegalStateException(e));
                } catch (Throwable e) {
                    // Otherwise the others would wait at the barrier forever.
                    failure.compareAndSet(null, e);
                    barrier.reset();
                }
            });
            workers[t].start();
        }
        long allocated = 0;
        for (int t = 0; t < threads; t++) {
            workers[t].join();
            allocated += bytes[t];
        }
        switch (failure.get()) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
        return new Cost(clock[1] - clock[0], allocated);
    }

    /** The one array that a share allocates for its answers: a header of 16 bytes and six doubles. */
    private static final long ANSWER = 64;

    /** @throws KernelException if a query of the plan has no answer */
    private static void answer(Ephemeris ephemeris, Queries queries, double[] terms, int from, int until) {
        double[] state = new double[6];
        for (int i = from; i < until; i++) {
            ephemeris.state(queries.target(i), queries.center(i), queries.et(i), state);
            terms[i] = state[0] + state[3];
        }
    }
}
