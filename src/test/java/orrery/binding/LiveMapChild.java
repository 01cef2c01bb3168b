package orrery.binding;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import orrery.ephemeris.Ephemeris;
import orrery.ephemeris.Queries;
import orrery.ephemeris.QueryPlan;
import orrery.spk.DamagedSegmentException;

/**
 * A separate process that truncates kernels during queries: pass after pass, {@code kernel passes}. Each answer is
 * compared with that of an untouched copy; exceptions are counted by kind. It prints {@code typed}, {@code wrong},
 * {@code untyped}, {@code other} and the number of right answers of siblings meanwhile.
 */
final class LiveMapChild {
    private static final int THREADS = 2;

    private LiveMapChild() {}

    public static void main(String[] args) throws Exception {
        Path kernel = Path.of(args[0]);
        int passes = Integer.parseInt(args[1]);
        KernelRegistry registry = new KernelRegistry();
        AtomicInteger typed = new AtomicInteger();
        AtomicInteger damaged = new AtomicInteger();
        AtomicInteger wrong = new AtomicInteger();
        AtomicReference<String> untyped = new AtomicReference<>("");
        try (KernelHandle whole = registry.open(kernel);
                KernelPool sound = KernelPool.of(whole)) {
            Queries queries = QueryPlan.of(sound).draw(QueryPlan.Order.RANDOM, 4_000, 1);
            double[][] expected = new double[queries.size()][6];
            Ephemeris oracle = Ephemeris.of(sound);
            for (int i = 0; i < queries.size(); i++) {
                oracle.state(queries.target(i), queries.center(i), queries.et(i), expected[i]);
            }
            Path victim = kernel.resolveSibling("victim.bsp");
            for (int round = 0; round < 200; round++) {
                check(oracle, queries, expected, new AtomicInteger(), 0, queries.size()); // until C2 has compiled it
            }
            for (int pass = 0; pass < passes; pass++) {
                Files.copy(kernel, victim, StandardCopyOption.REPLACE_EXISTING);
                long size = Files.size(victim);
                // Page boundaries, and lengths in between, where the rest of the page reads as zeros without an error.
                long length = pass % 3 == 0 ? 4096L * (pass % (size / 4096)) : (pass * 7919L * 8) % size;
                try (KernelHandle handle = registry.open(victim);
                        KernelPool pool = KernelPool.of(handle)) {
                    Ephemeris ephemeris = Ephemeris.of(pool);
                    CountDownLatch running = new CountDownLatch(THREADS);
                    Thread[] threads = new Thread[THREADS];
                    for (int t = 0; t < THREADS; t++) {
                        int from = t * queries.size() / THREADS;
                        threads[t] = new Thread(() -> {
                            running.countDown();
                            try {
                                for (int round = 0; round < 1_000; round++) {
                                    check(ephemeris, queries, expected, wrong, from, queries.size() / THREADS);
                                }
                            } catch (KernelFaultException e) {
                                typed.incrementAndGet();
                            } catch (DamagedSegmentException e) {
                                damaged.incrementAndGet();
                            } catch (Throwable e) {
                                untyped.compareAndSet("", e + " " + Arrays.toString(e.getStackTrace()));
                            }
                        });
                        threads[t].start();
                    }
                    running.await();
                    cut(victim, length);
                    for (Thread thread : threads) {
                        thread.join();
                    }
                }
            }
            AtomicInteger siblings = new AtomicInteger();
            check(oracle, queries, expected, siblings, 0, queries.size());
            System.out.println("typed " + typed + " damaged " + damaged + " wrong " + wrong + " siblings-wrong "
                    + siblings + " untyped [" + untyped + "] passes " + passes);
        }
    }

    private static void cut(Path file, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }

    private static void check(
            Ephemeris ephemeris, Queries queries, double[][] expected, AtomicInteger wrong, int from, int count) {
        double[] state = new double[6];
        for (int i = from; i < from + count; i++) {
            ephemeris.state(queries.target(i), queries.center(i), queries.et(i), state);
            if (!Arrays.equals(state, expected[i])) {
                wrong.incrementAndGet();
            }
        }
    }
}
