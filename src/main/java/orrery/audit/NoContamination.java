package orrery.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import orrery.binding.KernelHandle;
import orrery.files.Digest;
import orrery.telemetry.Measurement;
import orrery.telemetry.Pages;
import orrery.telemetry.WatchedRegion;

/** A2: no cross-thread contamination. */
final class NoContamination extends ClaimText {
    NoContamination() {
        super(
                "A2",
                "no cross-thread contamination",
                "No thread's answer ever contains anything of another thread's query.",
                "One answer that differs from the reference; one answer of a twin kernel given to a thread that"
                        + " queried the other kernel.",
                "Random queries by all threads at once, every result kept and compared with the reference; then half"
                        + " the threads on a twin kernel whose answers are recognizably different.");
    }

    @Override
    public boolean isAlone() {
        return true;
    }

    @Override
    public Finding examine(ClaimContext bench) {
        Finding.Maker finding = new Finding.Maker();
        StateRounds window = bench.stateWindow();
        window.result().faults().forEach(finding::refuted);
        window.result().tell(finding, "");
        finding.figure("burst of " + bench.states().size() + " queries, median", window.medianBurst() / 1e6, "ms")
                .figure("bursts", window.bursts(), "")
                .figure("digest of the last burst", Digest.of(window.answers()));
        finding.require(
                window.differing() == 0,
                "In %d shares of the bursts, answers differ from the single-threaded ones."
                        .formatted(window.differing()));
        finding.require(
                Arrays.equals(window.answers(), bench.reference()),
                "The last burst's answers differ from the single-threaded ones.");
        if (!finding.isRefuted()) {
            neighbors(bench, finding);
        }
        if (!finding.isRefuted() && bench.plan().virtualThreads() > 0) {
            cold(bench, finding);
            virtual(bench, finding);
        }
        return finding.make(
                "Every one of " + String.format("%,d", window.result().queries())
                        + " answers equalled the reference, and none crossed between kernels.");
    }

    private static void neighbors(ClaimContext bench, Finding.Maker finding) {
        Path twin;
        try {
            twin = TwinKernel.write(bench.folder().resolve("twin.bsp"), bench.queryPlan(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Subject.Pool pool = bench.openPool();
                Subject.Pool poisoned = bench.openPool(twin)) {
            long[] others = bench.states().answers(poisoned);
            StateRounds.Task own = new StateRounds.Task(bench.states(), bench.reference(), pool);
            StateRounds.Task other = new StateRounds.Task(bench.states(), others, poisoned);
            OverlapRounds.Task mixed = new OverlapRounds.Task() {
                @Override
                public void prepare(RoundWorker seat) {
                    (seat.index % 2 == 0 ? own : other).prepare(seat);
                }

                @Override
                public void round(RoundWorker seat) {
                    (seat.index % 2 == 0 ? own : other).round(seat);
                }
            };
            OverlapRounds.Result result = new OverlapRounds(
                            bench,
                            bench.setup("neighbors", Math.max(2, bench.plan().threads())),
                            mixed)
                    .run(() -> true);
            bench.count(result);
            result.faults().forEach(fault -> finding.refuted("Beside a twin kernel: " + fault));
            finding.figure("beside a twin kernel: answers that crossed", result.faultCount(), "");
            result.tell(finding, "beside a twin kernel: ");
        }
    }

    /** The same, with every page of the mappings evicted before the start. */
    private static void cold(ClaimContext bench, Finding.Maker finding) {
        List<Subject.Handle> handles = new ArrayList<>();
        try {
            bench.plan().kernels().forEach(path -> handles.add(bench.subject().open(path)));
            try (Subject.Pool pool = bench.subject().pool(handles)) {
                for (Subject.Handle handle : handles) {
                    finding.figure("cold: pages of " + handle.real().name(), evicted(handle.real()));
                }
                OverlapRounds.Result result = new OverlapRounds(
                                bench,
                                bench.setup("cold", bench.plan().threads()),
                                new StateRounds.Task(bench.states(), bench.reference(), pool))
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
        Measurement<Pages.Eviction> eviction = handle.mapping()
                .map(m -> Pages.evict(new WatchedRegion(m.name(), m.address(), m.length(), List.of())))
                .orElse(Measurement.notAvailable("nothing is mapped"));
        return eviction.value()
                .map(e -> e.before() + " resident before, " + e.after() + " after eviction")
                .orElse("not available here: " + eviction.reason());
    }

    private static void virtual(ClaimContext bench, Finding.Maker finding) {
        try (Subject.Pool pool = bench.openPool()) {
            OverlapRounds.Setup plain = bench.setup("virtual", bench.plan().virtualThreads());
            OverlapRounds.Result result = new OverlapRounds(
                            bench,
                            new OverlapRounds.Setup(
                                    plain.group(), plain.threads(), true, 0, plain.least(), plain.longest(), 0, false),
                            new StateRounds.Task(bench.states(), bench.reference(), pool))
                    .run(() -> true);
            bench.count(result);
            result.faults().forEach(fault -> finding.refuted("Virtual threads: " + fault));
            finding.figure("virtual threads", bench.plan().virtualThreads(), "");
            result.tell(finding, "virtual: ");
        }
    }
}
