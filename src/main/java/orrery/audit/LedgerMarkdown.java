package orrery.audit;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import orrery.telemetry.LatencyHistogram;

/**
 * {@code ledger.md}: a report for people, in the order of the reference ledger: context, findings by subsystem,
 * validation summary, unresolved risks.
 */
public final class LedgerMarkdown {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** A section of the findings: its letter and title. */
    record Part(String letter, String title) {}

    static final List<Part> PARTS = List.of(
            new Part("A", "Kernel re-entrancy and thread safety"),
            new Part("B", "Memory discipline"),
            new Part("C", "Kernel handle reuse"),
            new Part("D", "Pools of several kernels"),
            new Part("E", "Overrides"),
            new Part("F", "Faults"),
            new Part("G", "Liveness"),
            new Part("S", "The audit itself"));

    private final AuditReport report;
    private final StringBuilder text = new StringBuilder();

    private LedgerMarkdown(AuditReport report) {
        this.report = report;
    }

    public static String write(AuditReport report) {
        LedgerMarkdown ledger = new LedgerMarkdown(report);
        ledger.context();
        ledger.findings();
        ledger.summary();
        ledger.risks();
        return ledger.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void context() {
        AuditPlan plan = report.plan();
        line("# Resource binding validation ledger");
        line("");
        line("## 1. Audit context");
        line("");
        line("- Reader: " + report.subject());
        line("- Objective: to prove that the reader is re-entrant, isolated, economical with memory, and correct,"
                + " under load.");
        line("- Started: " + WHEN.format(report.started()) + ", took "
                + String.format(Locale.ROOT, "%.1f s", report.duration().toMillis() / 1e3)
                + (report.cycles() > 1 ? ", " + report.cycles() + " cycles" : "")
                + (report.cancelled() ? " (stopped before the end)" : ""));
        line(String.format(
                Locale.ROOT,
                "- Plan: %s, seed %d, %,d queries on %d threads%s, %d pairs x %d executions",
                plan.preset().wireName(),
                plan.seed(),
                plan.queries(),
                plan.threads(),
                plan.virtualThreads() > 0 ? " and " + plan.virtualThreads() + " virtual ones" : "",
                plan.pairs(),
                plan.executions()));
        for (AuditReport.Kernel kernel : report.kernels()) {
            line(String.format(
                    Locale.ROOT,
                    "- Kernel: %s, %,d bytes, SHA-256 `%s`",
                    kernel.name(),
                    kernel.size(),
                    kernel.sha256()));
        }
        AuditReport.Environment here = report.environment();
        line("- System: " + here.system() + ", " + here.processors() + " processors; Java " + here.java() + ", "
                + here.vm());
        line("- Digest of all answers in plan order: `" + report.digest() + "`");
        line("");
    }

    private void findings() {
        line("## 2. Findings by subsystem");
        line("");
        for (Part part : PARTS) {
            List<AuditReport.ClaimResult> judged = report.claims().stream()
                    .filter(j -> j.claim().id().startsWith(part.letter()))
                    .toList();
            if (judged.isEmpty()) {
                continue;
            }
            line("### " + part.letter() + ". " + part.title());
            line("");
            judged.forEach(this::finding);
        }
    }

    private void finding(AuditReport.ClaimResult judged) {
        ClaimStatement claim = judged.claim();
        Finding finding = judged.finding();
        line("**" + claim.id() + " " + claim.title() + ": "
                + finding.verdict().words().toUpperCase(Locale.ROOT) + ".** " + finding.summary());
        line("");
        line("- Claimed: " + claim.sentence());
        line("- Refuted by: " + claim.refutedBy());
        line("- Evidence: " + claim.evidence());
        line("");
        if (!finding.figures().isEmpty()) {
            line("| figure | value |");
            line("|---|---|");
            for (EvidenceFigure figure : finding.figures()) {
                line("| " + cell(figure.name()) + " | " + cell(figure.shown()) + " |");
            }
            line("");
        }
    }

    private static String cell(String words) {
        return words.replace("|", "\\|").replace("\n", " ");
    }

    private void summary() {
        line("## 3. Validation summary");
        line("");
        line("| claim | | verdict | s |");
        line("|---|---|---|---|");
        for (AuditReport.ClaimResult judged : report.claims()) {
            line(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %.1f |",
                    judged.claim().id(),
                    judged.claim().title(),
                    judged.finding().verdict().words(),
                    judged.took().toMillis() / 1e3));
        }
        line("");
        LatencyHistogram latencies = report.latencies();
        line(String.format(
                Locale.ROOT,
                "Service times over all windows, %,d sampled: p50 %,d ns, p90 %,d ns, p99 %,d ns,"
                        + " p99.9 %,d ns, largest %,d ns (a thread preempted inside a query"
                        + " counts its absence too). The histogram is in `latency.hlog`.",
                latencies.count(),
                latencies.percentile(50),
                latencies.percentile(90),
                latencies.percentile(99),
                latencies.percentile(99.9),
                latencies.max()));
        line("");
        line("**Outcome: " + outcome() + "**");
        line("");
        line("To repeat it: `orrery audit --replay ledger.json` runs the same queries and compares the digests.");
        line("");
    }

    private String outcome() {
        return switch (report.verdict()) {
            case PROVEN -> report.with(Verdict.PROVEN).size() + " claims proven, none refuted.";
            case REFUTED ->
                "refuted: "
                        + report.with(Verdict.REFUTED).stream()
                                .map(j -> j.claim().id())
                                .collect(Collectors.joining(", "))
                        + ".";
            default -> "undecided: some of the claims could be neither proven nor refuted.";
        };
    }

    private void risks() {
        line("## 4. Unresolved risks");
        line("");
        List<String> risks = new ArrayList<>();
        for (AuditReport.ClaimResult judged : report.claims()) {
            Verdict verdict = judged.finding().verdict();
            if (verdict == Verdict.VOID || verdict == Verdict.NOT_AVAILABLE) {
                risks.add(judged.claim().id() + " " + judged.claim().title() + ": " + verdict.words() + ". "
                        + judged.finding().summary());
            }
            judged.finding().figures().stream()
                    .filter(figure -> figure.text().startsWith("not available here"))
                    .forEach(figure ->
                            risks.add(judged.claim().id() + ", " + figure.name() + ": " + figure.text() + "."));
        }
        List<String> reached = report.claims().stream().map(j -> j.claim().id()).toList();
        for (Claim claim : Claims.all()) {
            if (!reached.contains(claim.id())) {
                risks.add(claim.id() + " " + claim.title() + ": "
                        + (report.asked().contains(claim.id()) ? "not reached." : "not asked."));
            }
        }
        risks.add("A coefficient that was changed but is still plausible cannot be detected by any check of a"
                + " kernel; its"
                + " SHA-256 above identifies the bytes that were audited.");
        risks.add("A file overwritten in place while it is mapped is noticed, but answers between the change and"
                + " its detection are not guaranteed.");
        risks.forEach(risk -> line("- " + risk));
        line("");
    }
}
