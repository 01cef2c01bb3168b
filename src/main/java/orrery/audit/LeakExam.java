package orrery.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import orrery.ephemeris.QueryPlan;
import orrery.forge.RawSegment;
import orrery.math.Counted;
import orrery.spk.KernelException;
import orrery.telemetry.Measurement;
import orrery.telemetry.ProcessCounts;
import orrery.telemetry.ProcessMemory;
import orrery.telemetry.ThreadPriority;

/** The examination of claim B3, in a separate process. */
final class LeakExam {
    private static final int LEGS = 5;
    private static final int QUERIES = 200_000;
    private static final int THREADS = 4;
    private static final int CYCLES = 2_000;
    /** On a small kernel made for this: most of a cycle is the system's own mapping of pages. */
    private static final int SMALL_CYCLES = 8_000;

    private static final int CYCLES_UNDER_LOAD = 200;
    private static final long HEAP_ALLOWED = 1L << 20;
    /** What the JVM's compiled code and its compiler may come to use; leaking one kernel per cycle is far more. */
    private static final long ANONYMOUS_ALLOWED = 32L << 20;

    private static final long MAPPINGS_ALLOWED = 24;
    private static final long THREADS_ALLOWED = 4;

    private static final int BELOW_THE_CLOSING = 10;
    /** How long a reader waits after a refusal, instead of collecting refusals as fast as it can. */
    private static final long REFUSED_NANOS = 20_000;

    private final ClaimContext context;
    private final Finding.Maker finding = new Finding.Maker();
    private final SeenGrowth growth = new SeenGrowth();

    LeakExam(ClaimContext context) {
        this.context = context;
    }

    /** The process after garbage collection. */
    private record Look(long heap, Measurement<Long> anonymous, ProcessCounts counts) {
        static Look now() {
            long heap = LiveHeap.heap();
            return new Look(heap, ProcessMemory.now().map(ProcessMemory::anonymous), ProcessCounts.now());
        }
    }

    Finding examine() {
        Path kernel = context.plan().kernels().getLast();
        // Before anything is counted: compiled code, the JVM's own threads, one-time initialization.
        query(QUERIES);
        Path small = small();
        cycles(kernel, 300);
        cycles(small, 300);
        underLoad(kernel, 3);
        Look first = Look.now();
        List<Look> legs = new ArrayList<>(List.of(first));
        for (int leg = 0; leg < LEGS; leg++) {
            query(QUERIES);
            legs.add(Look.now());
        }
        cycles(kernel, CYCLES);
        cycles(small, SMALL_CYCLES);
        Look afterCycles = Look.now();
        underLoad(kernel, CYCLES_UNDER_LOAD);
        Look last = Look.now();
        finding.figure("queries", (long) LEGS * QUERIES, "")
                .figure(
                        "opens and closes with no readers",
                        CYCLES + SMALL_CYCLES,
                        "of which " + SMALL_CYCLES + " of a small kernel made for it")
                .figure("opens and closes under load", CYCLES_UNDER_LOAD, "")
                .figure(
                        "heap, slope over the queries",
                        slope(legs.stream().map(l -> (double) l.heap()).toList()),
                        "B a query");
        if (first.anonymous().available()) {
            finding.figure(
                    "anonymous memory, slope over the queries",
                    slope(legs.stream()
                            .map(l -> (double) l.anonymous().value().orElse(0L))
                            .toList()),
                    "B a query");
        }
        judge("over the queries", first, legs.getLast());
        judge("over opens and closes", legs.getLast(), afterCycles);
        judge("over opens and closes under load", afterCycles, last);
        int left = context.subject().mappings();
        int open = context.subject().handles();
        finding.figure("mappings left in the registry", left, "");
        finding.figure("handles left in the registry", open, "");
        finding.require(
                left == 0 && open == 0,
                Counted.of(left, "mapping") + " and " + Counted.of(open, "handle") + " are left.");
        return finding.make(growth.words());
    }

    /** A kernel of one body. */
    private Path small() {
        QueryPlan plan = context.queryPlan();
        RawSegment segment =
                TwinKernel.segment(plan.bodies()[0], plan.centers()[0], plan.start() - 1, plan.end() + 1, 0);
        try {
            return TwinKernel.write(context.folder().resolve("small.bsp"), List.of(segment));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void judge(String when, Look before, Look after) {
        grown("heap", when, Measurement.of(before.heap()), Measurement.of(after.heap()), HEAP_ALLOWED, "B");
        grown("anonymous memory", when, before.anonymous(), after.anonymous(), ANONYMOUS_ALLOWED, "B");
        grown("descriptors", when, before.counts().descriptors(), after.counts().descriptors(), 0, "");
        grown(
                "mappings of the process",
                when,
                before.counts().mappings(),
                after.counts().mappings(),
                MAPPINGS_ALLOWED,
                "");
        grown("threads", when, before.counts().threads(), after.counts().threads(), THREADS_ALLOWED, "");
        long pool = after.counts().mappedPool().count()
                - before.counts().mappedPool().count();
        finding.require(pool == 0, "The JVM's mapped pool grew by " + pool + " " + when + ".");
    }

    private void grown(
            String of, String when, Measurement<Long> before, Measurement<Long> after, long allowed, String unit) {
        String what = of + " " + when;
        if (before.value().isEmpty() || after.value().isEmpty()) {
            String why = before.value().isEmpty() ? before.reason() : after.reason();
            finding.figure(what, "not available here: " + why);
            growth.unseen(of, why);
            return;
        }
        long grown = after.value().orElseThrow() - before.value().orElseThrow();
        growth.seen(of);
        finding.figure(what + ", growth", grown, unit);
        finding.require(
                grown <= allowed, "Growth of " + what + ": " + grown + " " + unit + ", allowed is " + allowed + ".");
    }

    /** The least-squares slope of a figure over the queries of the legs. */
    private static double slope(List<Double> values) {
        double middle = (values.size() - 1) / 2.0;
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double above = 0;
        double below = 0;
        for (int i = 0; i < values.size(); i++) {
            above += (i - middle) * (values.get(i) - mean);
            below += (i - middle) * (i - middle);
        }
        return above / below / QUERIES;
    }

    private void query(int count) {
        try (Subject.Pool pool = context.openPool()) {
            List<Thread> threads = IntStream.range(0, THREADS)
                    .mapToObj(_ -> Thread.ofPlatform().start(() -> {
                        double[] out = new double[Questions.WIDEST];
                        long[] bits = new long[Questions.WIDEST];
                        for (int i = 0; i < count / THREADS; i++) {
                            context.states().bits(pool, i % context.states().size(), out, bits, 0);
                        }
                    }))
                    .toList();
            threads.forEach(FaultExam::join);
        }
    }

    private void cycles(Path kernel, int count) {
        double[] out = new double[6];
        for (int i = 0; i < count; i++) {
            try (Subject.Handle handle = context.subject().open(kernel)) {
                readOne(handle, i, out);
            }
        }
    }

    private static void readOne(Subject.Handle handle, int i, double[] out) {
        var segments = handle.real().file().segments();
        int place = i % segments.size();
        if (segments.get(place).usable()) {
            handle.state(place, segments.get(place).start(), out);
        }
    }

    /** Opens and closes while others read the mapping being closed, and are refused in mid-flight. */
    private void underLoad(Path kernel, int count) {
        AtomicBoolean done = new AtomicBoolean();
        Subject.Handle[] current = {context.subject().open(kernel)};
        Object lock = new Object();
        List<Thread> readers = IntStream.range(0, THREADS)
                .mapToObj(r -> Thread.ofPlatform().start(() -> {
                    // The closing thread must run promptly, whatever the readers do.
                    var _ = ThreadPriority.nice(BELOW_THE_CLOSING);
                    double[] out = new double[6];
                    for (int i = r; !done.get(); i++) {
                        Subject.Handle handle;
                        synchronized (lock) {
                            handle = current[0];
                        }
                        try {
                            for (int k = 0; k < 100; k++) {
                                readOne(handle, i + k, out);
                            }
                        } catch (KernelException _) {
                            LockSupport.parkNanos(REFUSED_NANOS);
                        }
                    }
                }))
                .toList();
        for (int i = 0; i < count; i++) {
            Subject.Handle last = current[0];
            last.close();
            synchronized (lock) {
                current[0] = context.subject().open(kernel);
            }
        }
        done.set(true);
        readers.forEach(FaultExam::join);
        current[0].close();
    }
}
