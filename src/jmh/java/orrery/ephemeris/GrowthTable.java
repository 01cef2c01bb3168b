package orrery.ephemeris;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.forge.ChebyshevLayout;
import orrery.forge.RawSegment;
import orrery.forge.SpkWriter;

/**
 * The growth table: the cost of a state as kernels, segments and bodies become many. It makes its kernels in its own
 * folder, all of type 2, relative to the solar-system barycenter. It queries each crowd in random order and in time
 * order, before and after closing and reopening it; the first row is one body with one segment. Medians and minima of
 * 15 runs of 200,000.
 */
public final class GrowthTable {
    private static final int RUNS = 15;
    private static final int QUERIES = 200_000;
    private static final double SPAN = 1e9;

    private static double sink;

    private GrowthTable() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("growth");
        try {
            System.out.println("| crowd | random ns, least | in time ns, least | opened again: random | in time |");
            System.out.println("|---|---|---|---|---|");
            rows("one body, one segment", List.of(kernel(folder.resolve("one.bsp"), 1, 1, 0)), 1);
            rows("10,000 segments of one body", List.of(kernel(folder.resolve("segments.bsp"), 1, 10_000, 0)), 1);
            rows("10,000 bodies in a file", List.of(kernel(folder.resolve("bodies.bsp"), 10_000, 1, 0)), 10_000);
            List<Path> many = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                many.add(kernel(folder.resolve("k" + i + ".bsp"), 1, 1, i));
            }
            rows("a pool of 1,000 kernels, a body each", many, 1_000);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
        if (Double.isNaN(sink)) {
            System.out.println("not a number");
        }
    }

    private static Path kernel(Path file, int bodies, int segments, int first) throws IOException {
        List<RawSegment> all = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(first);
        for (int body = 0; body < bodies; body++) {
            for (int s = 0; s < segments; s++) {
                double from = SPAN * s / segments;
                double until = SPAN * (s + 1) / segments;
                double[][][] granules = new double[4][3][12];
                for (double[][] granule : granules) {
                    for (double[] axis : granule) {
                        Arrays.setAll(axis, k -> random.nextDouble() * 1e6 / (k + 1));
                    }
                }
                all.add(new ChebyshevLayout(from, (until - from) / 4, granules)
                        .type2(1_000_000 + first + body, 0, 1, from, until, "growth"));
            }
        }
        SpkWriter.littleEndian().addAll(all).write(file);
        return file;
    }

    private static void rows(String name, List<Path> files, int bodies) {
        SplittableRandom random = new SplittableRandom(1);
        int[] targets = new int[QUERIES];
        double[] epochs = new double[QUERIES];
        for (int i = 0; i < QUERIES; i++) {
            targets[i] = 1_000_000 + random.nextInt(bodies);
            epochs[i] = random.nextDouble() * SPAN;
        }
        double[] sorted = epochs.clone();
        Arrays.sort(sorted);
        StringBuilder row = new StringBuilder("| " + name);
        for (int time = 0; time < 2; time++) {
            try (KernelPool pool = KernelPool.open(new KernelRegistry(), files)) {
                Ephemeris ephemeris = Ephemeris.of(pool);
                row.append(" | ").append(nanos(ephemeris, targets, epochs));
                row.append(" | ").append(nanos(ephemeris, targets, sorted));
            }
        }
        System.out.println(row.append(" |"));
    }

    private static String nanos(Ephemeris ephemeris, int[] targets, double[] epochs) {
        double[] out = new double[6];
        double[] runs = new double[RUNS];
        for (int run = -5; run < RUNS; run++) {
            long began = System.nanoTime();
            for (int i = 0; i < targets.length; i++) {
                ephemeris.state(targets[i], 0, epochs[i], out);
                sink += out[0];
            }
            if (run >= 0) {
                runs[run] = (double) (System.nanoTime() - began) / targets.length;
            }
        }
        Arrays.sort(runs);
        return String.format(Locale.ROOT, "%.1f, %.1f", runs[RUNS / 2], runs[0]);
    }
}
