package orrery.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** S1: the audit itself can fail. */
final class AuditCanFail extends Described {
    private static final Duration LEAST = Duration.ofMillis(300);

    AuditCanFail() {
        super(
                "S1",
                "the audit itself can fail",
                "Readers that are broken on purpose, put in the reader's place, are refuted by the same claims.",
                "One broken reader that none of its claims refutes.",
                "Each broken reader goes through the claims that are to catch it; which claim caught which is listed.");
    }

    @Override
    public Finding examine(Bench bench) {
        Finding.Maker finding = new Finding.Maker();
        for (Mutants.Mutant mutant : Mutants.all()) {
            bench.stop().check();
            bench.progress().doing("S1 " + mutant.subject().name());
            String caught;
            try (Subject broken = mutant.subject()) {
                caught = caught(bench, mutant.suspects(), broken);
            }
            finding.figure(mutant.subject().name() + " (" + mutant.breaks() + ")", caught);
            finding.require(
                    caught.startsWith("refuted"),
                    "The broken reader \"" + mutant.subject().name() + "\" was not refuted: " + caught);
        }
        return finding.make("All " + Mutants.all().size() + " broken readers were refuted.");
    }

    private static String caught(Bench outer, List<String> suspects, Subject broken) {
        AuditPlan plan = outer.plan();
        AuditPlan brief = new AuditPlan(
                plan.preset(),
                plan.seed(),
                Math.min(plan.threads(), Preset.LEDGER.threads()),
                0,
                Math.min(plan.queries(), Preset.LEDGER.queries()),
                plan.pairs(),
                plan.executions(),
                suspects,
                plan.kernels(),
                plan.lowPriority(),
                false,
                LEAST.compareTo(plan.leastWindow()) < 0 ? LEAST : plan.leastWindow(),
                plan.longestWindow());
        List<String> passed = new ArrayList<>();
        try (Bench bench = new Bench(brief, broken, outer.stop(), new AuditProgress())) {
            for (Claim claim : Claims.all()) {
                if (suspects.contains(claim.id())) {
                    Finding finding = claim.examine(bench);
                    if (finding.verdict() == Verdict.REFUTED) {
                        return "refuted by " + claim.id() + ": " + finding.summary();
                    }
                    passed.add(claim.id() + " " + finding.verdict().words());
                }
            }
        }
        return "passed: " + String.join(", ", passed);
    }
}
