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
final class NoContamination extends AbstractClaim {
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
    public Finding examine(ClaimContext context) {
        Finding.Maker finding = new Finding.Maker();
        StateRounds window = context.stateWindow();
        window.result().faults().forEach(finding::refuted);
        window.result().tell(finding, "");
        finding.figure("burst of " + context.states().size() + " queries, median", window.medianBurst() / 1e6, "ms")
                .figure("bursts", window.bursts(), "")
                .figure("digest of the last burst", Digest.of(window.answers()));
        finding.require(
                window.differing() == 0,
                "In %d shares of the bursts, answers differ from the single-threaded ones."
                        .formatted(window.differing()));
        finding.require(
                Arrays.equals(window.answers(), context.reference()),
                "The last burst's answers differ from the single-threaded ones.");
        if (!finding.isRefuted()) {
            neighbors(context, finding);
        }
        if (!finding.isRefuted() && context.plan().virtualThreads() > 0) {
            cold(context, finding);
            virtual(context, finding);
        }
        return finding.make(
                "Every one of " + String.format("%,d", window.result().queries())
                        + " answers equalled the reference, and none crossed between kernels.");
    }

    private static void neighbors(ClaimContext context, Finding.Maker finding) {
        Path twin;
        try {
            twin = TwinKernel.write(context.folder().resolve("twin.bsp"), context.queryPlan(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Subject.Pool pool = context.openPool();
                Subject.Pool poisoned = context.openPool(twin)) {
            long[] others = context.states().answers(poisoned);
            StateRounds.Task own = new StateRounds.Task(context.states(), context.reference(), pool);
            StateRounds.Task other = new StateRounds.Task(context.states(), others, poisoned);
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
                            context,
                            context.setup(
                                    "neighbors", Math.max(2, context.plan().threads())),
                            mixed)
                    .run(() -> true);
            context.count(result);
            result.faults().forEach(fault -> finding.refuted("Beside a twin kernel: " + fault));
            finding.figure("beside a twin kernel: answers that crossed", result.faultCount(), "");
            result.tell(finding, "beside a twin kernel: ");
        }
    }

    /** The same, with every page of the mappings evicted before the start. */
    private static void cold(ClaimContext context, Finding.Maker finding) {
        List<Subject.Handle> handles = new ArrayList<>();
        try {
            context.plan()
                    .kernels()
                    .forEach(path -> handles.add(context.subject().open(path)));
            try (Subject.Pool pool = context.subject().pool(handles)) {
                for (Subject.Handle handle : handles) {
                    finding.figure("cold: pages of " + handle.real().name(), evicted(handle.real()));
                }
                OverlapRounds.Result result = new OverlapRounds(
                                context,
                                context.setup("cold", context.plan().threads()),
                                new StateRounds.Task(context.states(), context.reference(), pool))
                        .run(() -> true);
                context.count(result);
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

    private static void virtual(ClaimContext context, Finding.Maker finding) {
        try (Subject.Pool pool = context.openPool()) {
            OverlapRounds.Setup plain = context.setup("virtual", context.plan().virtualThreads());
            OverlapRounds.Result result = new OverlapRounds(
                            context,
                            new OverlapRounds.Setup(
                                    plain.group(), plain.threads(), true, 0, plain.least(), plain.longest(), 0, false),
                            new StateRounds.Task(context.states(), context.reference(), pool))
                    .run(() -> true);
            context.count(result);
            result.faults().forEach(fault -> finding.refuted("Virtual threads: " + fault));
            finding.figure("virtual threads", context.plan().virtualThreads(), "");
            result.tell(finding, "virtual: ");
        }
    }
}
