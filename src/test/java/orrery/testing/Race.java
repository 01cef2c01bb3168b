package orrery.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Threads released at the same moment, repeatedly; what each returned or threw is collected. */
public final class Race implements AutoCloseable {
    private final int runners;
    private final ExecutorService threads;

    public Race(int runners) {
        this.runners = runners;
        this.threads = Executors.newFixedThreadPool(runners);
    }

    /** What one runner does. */
    public interface Runner<T> {
        T run(int index) throws Exception;
    }

    /** Runs all at the same time and returns their results in order; throws what the first failed one threw. */
    public <T> List<T> run(Runner<T> runner) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(runners);
        List<Future<T>> futures = IntStream.range(0, runners)
                .mapToObj(i -> threads.submit(start(barrier, runner, i)))
                .toList();
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Exception cause) {
                    throw cause;
                }
                throw new AssertionError("a runner failed", e.getCause());
            }
        }
        return results;
    }

    private static <T> Callable<T> start(CyclicBarrier barrier, Runner<T> runner, int index) {
        return () -> {
            try {
                barrier.await();
            } catch (BrokenBarrierException e) {
                throw new AssertionError(e);
            }
            return runner.run(index);
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
