package orrery.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import orrery.host.HostSystem;
import orrery.telemetry.LatencyHistogram;

/**
 * The result of a run, from which its ledger is written. Immutable.
 *
 * @param plan the plan of the run
 * @param subject the reader's name
 * @param started start time
 * @param duration length of the run
 * @param kernels the kernel files and their contents
 * @param digest SHA-256 of the answers to the plan's queries in plan order: each component's 64 bits, highest byte
 *     first
 * @param claims the claims examined, in the order of the ledger
 * @param asked identifiers of the claims in the plan
 * @param cancelled whether the run was stopped before the end
 * @param cycles number of times all claims were examined (soak)
 * @param latencies service times of all windows
 * @param environment the machine and the virtual machine
 */
public record AuditReport(
        AuditPlan plan,
        String subject,
        Instant started,
        Duration duration,
        List<Kernel> kernels,
        String digest,
        List<ClaimResult> claims,
        List<String> asked,
        boolean cancelled,
        int cycles,
        LatencyHistogram latencies,
        Environment environment) {

    public AuditReport {
        kernels = List.copyOf(kernels);
        claims = List.copyOf(claims);
        asked = List.copyOf(asked);
    }

    /** One claim with its finding and the time it took. */
    public record ClaimResult(ClaimStatement claim, Finding finding, Duration took) {

        private ClaimResult after(ClaimResult earlier) {
            return new ClaimResult(claim, finding.after(earlier.finding()), took);
        }

        /** Replaces earlier findings by later ones, but never a refutation by a proof; in ledger order. */
        static List<ClaimResult> merge(List<ClaimResult> earlier, List<ClaimResult> later) {
            Map<String, ClaimResult> all = new LinkedHashMap<>();
            Claims.ids().forEach(id -> {
                for (List<ClaimResult> list : List.of(earlier, later)) {
                    for (ClaimResult judged : list) {
                        ClaimResult known = all.get(id);
                        boolean keeps = known != null && known.finding().verdict() == Verdict.REFUTED;
                        if (judged.claim().id().equals(id) && !keeps) {
                            all.put(id, known == null ? judged : judged.after(known));
                        }
                    }
                }
            });
            return new ArrayList<>(all.values());
        }
    }

    /** One kernel file. */
    public record Kernel(String name, String path, long size, String sha256) {
        static Kernel of(FileFingerprint print) {
            return new Kernel(print.name(), print.path().toString(), print.size(), print.sha256());
        }
    }

    /** The environment of a run. */
    public record Environment(String java, String vm, int processors, String system, long memory) {
        static Environment here() {
            return new Environment(
                    System.getProperty("java.version", "?") + " (" + System.getProperty("java.vendor", "?") + ")",
                    System.getProperty("java.vm.name", "?") + " " + System.getProperty("java.vm.version", "?"),
                    Runtime.getRuntime().availableProcessors(),
                    HostSystem.described(),
                    Runtime.getRuntime().maxMemory());
        }
    }

    /** The number of claims with this verdict. */
    public List<ClaimResult> with(Verdict verdict) {
        return claims.stream().filter(j -> j.finding().verdict() == verdict).toList();
    }

    /**
     * The verdict on the run: refuted if any claim is; else void if a claim is, or was not reached, or if none is
     * proven; else proven.
     */
    public Verdict verdict() {
        if (!with(Verdict.REFUTED).isEmpty()) {
            return Verdict.REFUTED;
        }
        // If nothing was examined, nothing is proven.
        boolean shown = with(Verdict.VOID).isEmpty()
                && claims.size() == asked.size()
                && !with(Verdict.PROVEN).isEmpty();
        return shown ? Verdict.PROVEN : Verdict.VOID;
    }
}
