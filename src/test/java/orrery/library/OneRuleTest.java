package orrery.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.CyclicCentersException;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Coverage;
import orrery.ephemeris.Ephemeris;
import orrery.ephemeris.Hop;
import orrery.forge.ChebyshevLayout;
import orrery.forge.RawSegment;
import orrery.forge.SpkWriter;
import orrery.spk.KernelException;

/**
 * States, their explanation, coverage and the lists of answering segments agree for any kernels: random segments with
 * random centers, with gaps, overlaps, single epochs, segments without states and cycles.
 */
class OneRuleTest {
    private static final double DAY = 86_400;
    private static final int[] BODIES = {0, 3, 4, 10, 299, 399, -144};
    private static final int WORLDS = 40;

    @TempDir
    private Path folder;

    private int files;

    @Test
    void aCenterThatCannotBeReachedForADayLeavesTheRestCovered() throws IOException {
        Path file = kernel(List.of(
                ChebyshevLayout.zero(-144, 10, 1, 0, 100 * DAY, "before"),
                ChebyshevLayout.zero(-144, 299, 1, 100 * DAY, 101 * DAY, "away"),
                ChebyshevLayout.zero(-144, 10, 1, 101 * DAY, 200 * DAY, "after")));
        try (KernelHandle kernel = new KernelRegistry().open(file);
                KernelPool pool = KernelPool.of(kernel)) {
            assertThat(Ephemeris.of(pool).coverage(-144, 10).spans())
                    .containsExactly(
                            new Coverage.Span(0, Math.nextDown(100 * DAY)), new Coverage.Span(101 * DAY, 200 * DAY));
        }
    }

    @Test
    void ofAnyKernelsCoverageExplanationAndListsSayWhatStatesDo() throws IOException {
        Random random = new Random(20_250_701);
        int answered = 0;
        int refused = 0;
        int worlds = 0;
        while (worlds < WORLDS) {
            KernelRegistry registry = new KernelRegistry();
            List<KernelHandle> handles = new ArrayList<>();
            try {
                for (int k = 1 + random.nextInt(3); k > 0; k--) {
                    handles.add(registry.open(kernel(segments(random))));
                }
                try (KernelPool pool = KernelPool.of(handles)) {
                    int[] counts = hold(pool, handles);
                    answered += counts[0];
                    refused += counts[1];
                    worlds++;
                } catch (CyclicCentersException _) {
                    // Several kernels together form a cycle: such a pool does not exist.
                }
            } finally {
                handles.forEach(KernelHandle::close);
            }
        }
        assertThat(answered).isGreaterThan(4_000);
        assertThat(refused).isGreaterThan(4_000);
    }

    /** Checks one pool against the rule at every epoch at which something changes, right beside it, and in between. */
    private static int[] hold(KernelPool pool, List<KernelHandle> handles) {
        Ephemeris ephemeris = Ephemeris.of(pool);
        Precedence precedence =
                Precedence.of(handles.stream().map(KernelContents::of).toList());
        int[] counts = new int[2];
        for (int target : BODIES) {
            for (int center : BODIES) {
                if (target == center) {
                    continue;
                }
                Coverage coverage = ephemeris.coverage(target, center);
                for (double et : epochs(handles)) {
                    Optional<List<Hop>> hops = hops(ephemeris, target, center, et);
                    assertThat(coverage.contains(et))
                            .as("%d wrt %d at %s: %s", target, center, et, coverage)
                            .isEqualTo(hops.isPresent());
                    hops.ifPresent(all -> all.forEach(hop -> named(hop, precedence, et)));
                    counts[hops.isPresent() ? 0 : 1]++;
                }
            }
        }
        return counts;
    }

    /** The hops of the state at an epoch, where there is one. */
    private static Optional<List<Hop>> hops(Ephemeris ephemeris, int target, int center, double et) {
        try {
            ephemeris.state(target, center, et, new double[6]);
        } catch (KernelException _) {
            return Optional.empty();
        }
        return Optional.of(ephemeris.explain(target, center, et));
    }

    private static void named(Hop hop, Precedence precedence, double et) {
        Precedence.Win win = precedence.at(hop.segment().target(), et).orElseThrow();
        assertThat(win.row().info()).isEqualTo(hop.segment().info());
        assertThat(win.row().usable()).isTrue();
        assertThat(precedence.kernels().get(win.kernel()).path())
                .isEqualTo(hop.kernel().path());
        assertThat(win.start()).isLessThanOrEqualTo(et);
        assertThat(win.end()).isGreaterThanOrEqualTo(et);
        assertThat(precedence.segments(hop.segment().target())).contains(win);
        assertThat(precedence.wins(hop.segment().target())).anySatisfy(w -> {
            assertThat(w.kernel()).isEqualTo(win.kernel());
            assertThat(w.row().center()).isEqualTo(hop.segment().center());
            assertThat(w.start()).isLessThanOrEqualTo(et);
            assertThat(w.end()).isGreaterThanOrEqualTo(et);
        });
    }

    private static Set<Double> epochs(List<KernelHandle> handles) {
        TreeSet<Double> bounds = new TreeSet<>();
        handles.forEach(handle -> handle.file().segments().forEach(segment -> {
            bounds.add(segment.start());
            bounds.add(segment.end());
        }));
        TreeSet<Double> epochs = new TreeSet<>();
        Double before = null;
        for (double bound : bounds) {
            epochs.addAll(List.of(Math.nextDown(bound), bound, Math.nextUp(bound)));
            if (before != null) {
                epochs.add((before + bound) / 2);
            }
            before = bound;
        }
        return epochs;
    }

    private List<RawSegment> segments(Random random) {
        List<RawSegment> segments = new ArrayList<>();
        Map<Integer, Integer> usual = new HashMap<>();
        for (int n = 2 + random.nextInt(9); n > 0; n--) {
            int target = BODIES[1 + random.nextInt(BODIES.length - 1)];
            int center = random.nextInt(3) == 0 ? BODIES[random.nextInt(BODIES.length)] : usual.getOrDefault(target, 0);
            if (center == target) {
                continue;
            }
            usual.put(target, center);
            double start = random.nextInt(12);
            double end = start + random.nextInt(8);
            segments.add(
                    random.nextInt(12) == 0
                            ? new RawSegment(target, center, 1, 99, start, end, "of no type", new double[] {1, 2, 3})
                            : start == end
                                    ? single(target, center, start)
                                    : ChebyshevLayout.zero(target, center, 1, start, end, "segment"));
        }
        segments.add(ChebyshevLayout.zero(10, 0, 1, 0, 20, "sun"));
        return segments;
    }

    /** A segment that answers at one epoch. */
    private static RawSegment single(int target, int center, double at) {
        return new ChebyshevLayout(at - 1, 2, new double[1][3][2]).type2(target, center, 1, at, at, "one epoch");
    }

    private Path kernel(List<RawSegment> segments) throws IOException {
        Path file = folder.resolve(files++ + ".bsp");
        SpkWriter.littleEndian().addAll(segments).write(file);
        return file;
    }
}
