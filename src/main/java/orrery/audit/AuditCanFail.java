package orrery.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** S1: the audit itself can fail. */
final class AuditCanFail extends AbstractClaim {
    /** For a window once it has overlapped: a broken reader errs almost immediately. */
    private static final Duration LEAST = Duration.ofMillis(100);

    private static final int AT_ONCE = 2;
    private static final String NO_DIFFERENCE = "makes no difference here: ";

    AuditCanFail() {
        super(
                "S1",
                "the audit itself can fail",
                "Deliberately broken readers, put in the reader's place, are refuted by the same claims.",
                "A broken reader that none of its claims refutes.",
                "Each broken reader is examined under the claims expected to catch it; the claim that caught it"
                        + " is listed.");
    }

    @Override
    public Finding examine(ClaimContext context) {
        Finding.Maker finding = new Finding.Maker();
        List<Mutants.Mutant> mutants = Mutants.all();
        // Two at a time: one of them usually waits for a flight recording, whose events arrive late.
        try (ExecutorService executor = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofPlatform().daemon().name("orrery-broken-", 0).factory())) {
            List<Future<String>> outcomes = mutants.stream()
                    .map(mutant -> executor.submit(() -> examined(context, mutant)))
                    .toList();
            int harmless = 0;
            for (int i = 0; i < mutants.size(); i++) {
                Mutants.Mutant mutant = mutants.get(i);
                String caught = AuditRun.got(outcomes.get(i));
                finding.figure(mutant.subject().name() + " (" + mutant.breaks() + ")", caught);
                finding.require(
                        caught.startsWith("refuted") || caught.startsWith(NO_DIFFERENCE),
                        "The broken reader \"" + mutant.subject().name() + "\" was not refuted: " + caught);
                harmless += caught.startsWith(NO_DIFFERENCE) ? 1 : 0;
            }
            return finding.make(
                    harmless == 0
                            ? "All " + mutants.size() + " broken readers were refuted."
                            : (mutants.size() - harmless) + " broken readers were refuted; " + harmless
                                    + " that makes no difference to these kernels' states was not tried.");
        }
    }

    private static String examined(ClaimContext context, Mutants.Mutant mutant) {
        context.stop().check();
        context.progress().doing("S1 " + mutant.subject().name());
        try (Subject broken = mutant.subject()) {
            return caught(context, mutant, broken);
        }
    }

    private static String caught(ClaimContext outer, Mutants.Mutant mutant, Subject broken) {
        List<String> suspects = mutant.suspects();
        AuditPlan plan = outer.plan();
        AuditPlan brief = new AuditPlan(
                plan.preset(),
                plan.seed(),
                Math.min(plan.threads(), AuditPreset.LEDGER.threads()),
                0,
                Math.min(plan.queries(), AuditPreset.LEDGER.queries()),
                plan.pairs(),
                plan.executions(),
                suspects,
                plan.kernels(),
                plan.lowPriority(),
                false,
                LEAST.compareTo(plan.leastWindow()) < 0 ? LEAST : plan.leastWindow(),
                plan.longestWindow(),
                1);
        List<String> passed = new ArrayList<>();
        try (ClaimContext context = new ClaimContext(brief, broken, outer.stop(), new AuditProgress())) {
            for (Claim claim : Claims.all()) {
                if (suspects.contains(claim.id())) {
                    Finding finding = claim.examine(context);
                    if (finding.verdict() == Verdict.REFUTED) {
                        return "refuted by " + claim.id() + ": " + finding.summary();
                    }
                    passed.add(claim.id() + " " + finding.verdict().words());
                }
            }
            if (mutant.alone() && answersAsTheSoundOne(context)) {
                return NO_DIFFERENCE + "its answers to all queries of the plan equal the sound reader's, bit for bit";
            }
        }
        return "passed: " + String.join(", ", passed);
    }

    private static boolean answersAsTheSoundOne(ClaimContext context) {
        try (Subject.Pool pool = context.openPool()) {
            return Arrays.equals(context.states().answers(pool), context.reference());
        }
    }
}
