package orrery.ephemeris;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.jfr.FlightEvents;
import orrery.jfr.FlightRecording;

/**
 * The cost of the hook by which the flight recorder samples queries: nanoseconds and bytes per query without the hook,
 * with it but without a recording, and during a recording. Both alternate in one process, because two virtual machines
 * never compile a loop alike. It prints the medians, and the median of the ratios of each round's two turns. Queries
 * are in time order, where they are cheapest.
 *
 * <p>Arguments: kernel, then rounds (2,000) of two turns, queries per turn (20,000).
 */
public final class SamplingTable {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Ephemeris ephemeris;
    private final Queries queries;
    private final double[] out = new double[6];
    private double sum;

    private SamplingTable(KernelPool pool, int count) {
        ephemeris = Ephemeris.of(pool);
        queries = QueryPlan.of(pool).draw(QueryPlan.Order.SWEEP, count, 1);
    }

    public static void main(String[] args) throws IOException {
        Locale.setDefault(Locale.ROOT);
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
        int count = args.length > 2 ? Integer.parseInt(args[2]) : 20_000;
        FlightEvents.install();
        try (KernelPool pool = KernelPool.open(new KernelRegistry(), List.of(Path.of(args[0])))) {
            SamplingTable table = new SamplingTable(pool, count);
            table.compare("nothing recorded", rounds);
            try (FlightRecording _ = FlightRecording.start("sampling")) {
                table.compare("while recorded", rounds);
            }
            if (table.sum == 0) {
                throw new IllegalStateException("no query was answered");
            }
        }
    }

    private void compare(String name, int rounds) {
        double[] bare = new double[rounds];
        double[] hooked = new double[rounds];
        double[] ratio = new double[rounds];
        double bytes = 0;
        for (int round = -rounds / 4; round < rounds; round++) {
            // Each comes first equally often.
            boolean hookFirst = round % 2 == 0;
            double first = timed(hookFirst);
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            double second = timed(!hookFirst);
            long taken = THREADS.getCurrentThreadAllocatedBytes() - allocated;
            if (round >= 0) {
                bare[round] = hookFirst ? second : first;
                hooked[round] = hookFirst ? first : second;
                ratio[round] = hooked[round] / bare[round];
                bytes += hookFirst ? 0 : taken;
            }
        }
        Arrays.sort(bare);
        Arrays.sort(hooked);
        Arrays.sort(ratio);
        // The 95 % interval of the median, by ranks.
        int half = (int) (0.98 * Math.sqrt(rounds));
        System.out.printf(
                "%-18s without the hook %6.1f ns a query (least %.1f), with it %6.1f (least %.1f);"
                        + " ratio %.4f (95 %%: %.4f to %.4f); %.6f bytes a query%n",
                name,
                bare[rounds / 2],
                bare[0],
                hooked[rounds / 2],
                hooked[0],
                ratio[rounds / 2],
                ratio[rounds / 2 - half],
                ratio[rounds / 2 + half],
                bytes / (rounds / 2.0 * queries.size()));
    }

    private double timed(boolean hook) {
        long begun = System.nanoTime();
        if (hook) {
            hooked();
        } else {
            bare();
        }
        return (System.nanoTime() - begun) / (double) queries.size();
    }

    // Two loops, each compiled for the single call that it makes.

    private void hooked() {
        for (int i = 0; i < queries.size(); i++) {
            ephemeris.state(queries.target(i), queries.center(i), queries.et(i), out);
            sum += out[0];
        }
    }

    private void bare() {
        for (int i = 0; i < queries.size(); i++) {
            ephemeris.answer(queries.target(i), queries.center(i), queries.et(i), out);
            sum += out[0];
        }
    }
}
