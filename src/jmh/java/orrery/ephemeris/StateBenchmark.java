package orrery.ephemeris;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;

/**
 * A state by the whole public way, by the two batch calls, and by the {@link Floor}, for the same queries. Ratios are
 * better taken from {@link SpeedTable}, which alternates the two. The kernel is {@code -Dorrery.bench.kernel}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls open first
public class StateBenchmark {
    private static final int QUERIES = 100_000;
    private static final int BATCH = 1_400;

    @Param({"RANDOM", "SWEEP"})
    public QueryPlan.Order order = QueryPlan.Order.RANDOM;

    private KernelHandle handle;
    private KernelPool pool;
    private Ephemeris ephemeris;
    private Queries queries;
    private Floor floor;
    private int[] bodies = {};
    private final double[] epochs = new double[BATCH];
    private final double[] out = new double[6 * BATCH];
    private final double[] state = new double[6];

    @Setup
    public void open() {
        String kernel = System.getProperty(
                "orrery.bench.kernel", "../shared/kernels/real/astronoby_de440s_2000_2030_excerpt.bsp");
        handle = new KernelRegistry().open(Path.of(kernel));
        pool = KernelPool.of(handle);
        ephemeris = Ephemeris.of(pool);
        QueryPlan plan = QueryPlan.of(pool);
        queries = plan.draw(order, QUERIES, 1);
        floor = new Floor(pool, plan);
        bodies = plan.bodies();
        for (int i = 0; i < BATCH; i++) {
            epochs[i] = queries.et(i);
        }
    }

    @TearDown
    public void close() {
        pool.close();
        handle.close();
    }

    @Benchmark
    @OperationsPerInvocation(QUERIES)
    public double floor() {
        return floor.run(queries, 0, QUERIES);
    }

    @Benchmark
    @OperationsPerInvocation(QUERIES)
    public double engine() {
        return SpeedTable.engine(ephemeris, queries, 0, QUERIES);
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public double[] manyEpochsByLoop() {
        for (int i = 0; i < BATCH; i++) {
            ephemeris.state(301, 0, epochs[i], state);
            System.arraycopy(state, 0, out, 6 * i, 6);
        }
        return out;
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public double[] manyEpochsByBatch() {
        ephemeris.states(301, 0, epochs, out);
        return out;
    }

    @Benchmark
    @OperationsPerInvocation(14)
    public double[] manyBodiesByLoop() {
        for (int i = 0; i < bodies.length; i++) {
            ephemeris.state(bodies[i], 0, epochs[0], state);
            System.arraycopy(state, 0, out, 6 * i, 6);
        }
        return out;
    }

    @Benchmark
    @OperationsPerInvocation(14)
    public double[] manyBodiesByBatch() {
        ephemeris.states(bodies, 0, epochs[0], out);
        return out;
    }
}
