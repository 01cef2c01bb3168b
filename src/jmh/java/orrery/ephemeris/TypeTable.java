package orrery.ephemeris;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.binding.TargetSchedule;
import orrery.spk.Segment;
import orrery.spk.Workspace;

/**
 * The table of data types: what a state of each type costs by the segment alone, and by the whole public path, for the
 * segment's own center. Arguments: kernels. One row for each type in each file, in random order and in time order,
 * medians and minima of 21 runs of 50,000 queries; the sum of all states shows whether two builds give the same bits.
 */
public final class TypeTable {
    private static final int RUNS = 21;
    private static final int WARM = 12;
    private static final int QUERIES = 50_000;

    private static double sink;

    private TypeTable() {}

    public static void main(String[] args) {
        System.out.println("| kernel | type | order | segment ns, least | engine ns, least | B a state | sum |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (String file : args) {
            try (KernelHandle handle = new KernelRegistry().open(Path.of(file));
                    KernelPool pool = KernelPool.of(handle)) {
                TreeMap<Integer, List<Segment>> byType = new TreeMap<>();
                for (Segment segment : handle.file().segments()) {
                    if (segment.usable() && segment.holdsItsSpan()) {
                        byType.computeIfAbsent(segment.info().type(), _ -> new ArrayList<>())
                                .add(segment);
                    }
                }
                byType.forEach((type, segments) -> rows(Path.of(file).getFileName() + " | " + type, segments, pool));
            }
        }
        if (Double.isNaN(sink)) {
            System.out.println("not a number");
        }
    }

    private static void rows(String name, List<Segment> segments, KernelPool pool) {
        SplittableRandom random = new SplittableRandom(1);
        int[] which = new int[QUERIES];
        double[] epochs = new double[QUERIES];
        for (int i = 0; i < QUERIES; i++) {
            which[i] = random.nextInt(segments.size());
            Segment segment = segments.get(which[i]);
            epochs[i] = segment.start() + random.nextDouble() * (segment.end() - segment.start());
        }
        row(name + " | random", segments, which, epochs, pool);
        int[] sorted = IntStream.range(0, QUERIES)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> which[i]).thenComparingDouble(i -> epochs[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        row(
                name + " | in time",
                segments,
                Arrays.stream(sorted).map(i -> which[i]).toArray(),
                Arrays.stream(sorted).mapToDouble(i -> epochs[i]).toArray(),
                pool);
    }

    private static void row(String name, List<Segment> segments, int[] which, double[] epochs, KernelPool pool) {
        Segment[] all = segments.toArray(Segment[]::new);
        Ephemeris ephemeris = Ephemeris.of(pool);
        boolean answers = Arrays.stream(all).allMatch(segment -> {
            @Nullable TargetSchedule schedule = pool.schedule(segment.target());
            return schedule != null && schedule.links().size() == 1;
        });
        Workspace work = new Workspace();
        double[] out = new double[6];
        double[] alone = new double[RUNS];
        double[] whole = new double[RUNS];
        double sum = 0;
        for (int run = -WARM; run < RUNS; run++) {
            sum = 0;
            long began = System.nanoTime();
            for (int i = 0; i < epochs.length; i++) {
                all[which[i]].state(epochs[i], out, work);
                sum += out[0] + out[3];
            }
            long middle = System.nanoTime();
            if (answers) {
                for (int i = 0; i < epochs.length; i++) {
                    Segment segment = all[which[i]];
                    ephemeris.state(segment.target(), segment.center(), epochs[i], out);
                    sink += out[0] + out[3];
                }
            }
            long end = System.nanoTime();
            if (run >= 0) {
                alone[run] = (double) (middle - began) / epochs.length;
                whole[run] = (double) (end - middle) / epochs.length;
            }
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < epochs.length; i++) {
            all[which[i]].state(epochs[i], out, work);
        }
        double bytes = (double) (threads.getCurrentThreadAllocatedBytes() - before) / epochs.length;
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %.2f | %s |%n",
                name,
                told(alone),
                answers ? told(whole) : "-",
                bytes,
                Double.toString(sum));
    }

    private static String told(double[] runs) {
        Arrays.sort(runs);
        return String.format(Locale.ROOT, "%.1f, %.1f", runs[runs.length / 2], runs[0]);
    }
}
