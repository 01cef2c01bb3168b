package orrery.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import orrery.binding.KernelHandle;
import orrery.telemetry.Measured;
import orrery.telemetry.Pages;
import orrery.telemetry.Region;

/** A2: no cross-thread contamination. */
final class NoContamination extends Described {
    NoContamination() {
        super(
                "A2",
                "no cross-thread contamination",
                "No thread's answer ever holds anything of another thread's query.",
                "One answer that differs from the reference; one answer of a twin kernel in the hands of a thread that"
                        + " asked the other.",
                "Random queries by all threads at once, every result kept and compared with the reference; then half"
                        + " the threads on a twin kernel whose answers are recognisably different.");
    }

    @Override
    public boolean isAlone() {
        return true;
    }

    @Override
    public Finding examine(Bench bench) {
        Finding.Maker finding = new Finding.Maker();
        StateWindow window = bench.stateWindow();
        window.result().faults().forEach(finding::refuted);
        window.result().tell(finding, "");
        finding.figure("burst of " + bench.states().size() + " queries, median", window.medianBurst() / 1e6, "ms")
                .figure("bursts", window.bursts(), "")
                .figure("digest of the last burst", KernelPrint.digest(window.answers()));
        finding.require(
                java.util.Arrays.equals(window.answers(), bench.reference()),
                "The last burst's answers differ from those of a single thread.");
        if (!finding.isRefuted()) {
            neighbours(bench, finding);
        }
        if (!finding.isRefuted() && bench.plan().virtualThreads() > 0) {
            cold(bench, finding);
            virtual(bench, finding);
        }
        return finding.make(
                "Every one of " + String.format("%,d", window.result().queries())
                        + " answers was the reference's, and none crossed between kernels.");
    }

    private static void neighbours(Bench bench, Finding.Maker finding) {
        Path twin;
        try {
            twin = TwinKernel.write(bench.folder().resolve("twin.bsp"), bench.queryPlan(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Subject.Pool pool = bench.openPool();
                Subject.Pool poisoned = bench.openPool(twin)) {
            long[] others = bench.states().answers(poisoned);
            StateWindow.Task own = new StateWindow.Task(bench.states(), bench.reference(), pool);
            StateWindow.Task other = new StateWindow.Task(bench.states(), others, poisoned);
            Window.Task mixed = new Window.Task() {
                @Override
                public void prepare(Seat seat) {
                    (seat.index % 2 == 0 ? own : other).prepare(seat);
                }

                @Override
                public void round(Seat seat) {
                    (seat.index % 2 == 0 ? own : other).round(seat);
                }
            };
            Window.Result result = new Window(
                            bench,
                            bench.setup("neighbours", Math.max(2, bench.plan().threads())),
                            mixed)
                    .run(() -> true);
            bench.count(result);
            result.faults().forEach(fault -> finding.refuted("Beside a twin kernel: " + fault));
            finding.figure("beside a twin kernel: answers that crossed", result.faultCount(), "");
            result.tell(finding, "beside a twin kernel: ");
        }
    }

    /** The same with every page of the mappings evicted before the start. */
    private static void cold(Bench bench, Finding.Maker finding) {
        List<Subject.Handle> handles = new ArrayList<>();
        try {
            bench.plan().kernels().forEach(path -> handles.add(bench.subject().open(path)));
            try (Subject.Pool pool = bench.subject().pool(handles)) {
                for (Subject.Handle handle : handles) {
                    finding.figure("cold: pages of " + handle.real().name(), evicted(handle.real()));
                }
                Window.Result result = new Window(
                                bench,
                                bench.setup("cold", bench.plan().threads()),
                                new StateWindow.Task(bench.states(), bench.reference(), pool))
                        .run(() -> true);
                bench.count(result);
                result.faults().forEach(fault -> finding.refuted("Cold: " + fault));
                result.tell(finding, "cold: ");
            }
        } finally {
            handles.forEach(Subject.Handle::close);
        }
    }

    private static String evicted(KernelHandle handle) {
        Measured<Pages.Eviction> eviction = handle.mapping()
                .map(m -> Pages.evict(new Region(m.name(), m.address(), m.length(), List.of())))
                .orElse(Measured.notAvailable("nothing is mapped"));
        return eviction.value()
                .map(e -> e.before() + " resident before, " + e.after() + " after eviction")
                .orElse("not available here: " + eviction.reason());
    }

    private static void virtual(Bench bench, Finding.Maker finding) {
        try (Subject.Pool pool = bench.openPool()) {
            Window.Setup plain = bench.setup("virtual", bench.plan().virtualThreads());
            Window.Result result = new Window(
                            bench,
                            new Window.Setup(
                                    plain.group(), plain.threads(), true, 0, plain.least(), plain.longest(), 0, false),
                            new StateWindow.Task(bench.states(), bench.reference(), pool))
                    .run(() -> true);
            bench.count(result);
            result.faults().forEach(fault -> finding.refuted("Virtual threads: " + fault));
            finding.figure("virtual threads", bench.plan().virtualThreads(), "");
            result.tell(finding, "virtual: ");
        }
    }
}
