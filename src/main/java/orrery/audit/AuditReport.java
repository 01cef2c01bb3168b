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
 * What a run has found: a value, from which a ledger is written.
 *
 * @param plan what was asked
 * @param subject the reader's name
 * @param started when
 * @param duration how long it took
 * @param kernels the files and what they held
 * @param digest SHA-256 of the answers to the plan's queries in plan order: each component's 64 bits, highest byte first
 * @param claims the claims examined, in the order of the ledger
 * @param asked identifiers of the claims asked
 * @param cancelled whether it was stopped before its end
 * @param cycles how often all claims were examined (soak)
 * @param latencies service times of all windows
 * @param environment where it ran
 */
public record AuditReport(
        AuditPlan plan,
        String subject,
        Instant started,
        Duration duration,
        List<Kernel> kernels,
        String digest,
        List<Judged> claims,
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

    /** One claim with its finding and how long that took. */
    public record Judged(ClaimStatement claim, Finding finding, Duration took) {

        private Judged after(Judged earlier) {
            return new Judged(claim, finding.after(earlier.finding()), took);
        }

        /** The later findings in the place of the earlier, but never a proof over a refutation; in ledger order. */
        static List<Judged> merge(List<Judged> earlier, List<Judged> later) {
            Map<String, Judged> all = new LinkedHashMap<>();
            Claims.ids().forEach(id -> {
                for (List<Judged> list : List.of(earlier, later)) {
                    for (Judged judged : list) {
                        Judged known = all.get(id);
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

    /** Where a run took place. */
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

    /** Claims with this verdict. */
    public List<Judged> with(Verdict verdict) {
        return claims.stream().filter(j -> j.finding().verdict() == verdict).toList();
    }

    /**
     * The verdict on the whole: refuted if one claim is, else void if one is, or was not reached, or if none is proven;
     * else proven.
     */
    public Verdict verdict() {
        if (!with(Verdict.REFUTED).isEmpty()) {
            return Verdict.REFUTED;
        }
        // Nothing examined is nothing proven.
        boolean shown = with(Verdict.VOID).isEmpty()
                && claims.size() == asked.size()
                && !with(Verdict.PROVEN).isEmpty();
        return shown ? Verdict.PROVEN : Verdict.VOID;
    }
}
