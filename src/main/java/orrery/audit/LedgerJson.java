package orrery.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import orrery.telemetry.LatencyHistogram;

/**
 * {@code ledger.json}: a report as JSON, and back. The schema is {@code orrery-ledger-1}, documented on the site's
 * ledger page; fields may be added, but none will change its meaning.
 */
public final class LedgerJson {
    /** The schema's name. */
    public static final String SCHEMA = "orrery-ledger-1";

    private LedgerJson() {}

    /** The report as JSON. */
    public static ObjectNode write(AuditReport report) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("schema", SCHEMA);
        node.put("verdict", report.verdict().wireName());
        node.put("cancelled", report.cancelled());
        node.put("subject", report.subject());
        node.put("started", report.started().toString());
        node.put("seconds", report.duration().toMillis() / 1e3);
        node.put("cycles", report.cycles());
        node.put("seed", report.plan().seed());
        node.put("digest", report.digest());
        node.set("plan", plan(report.plan(), report.asked()));
        ArrayNode kernels = node.putArray("kernels");
        for (AuditReport.Kernel kernel : report.kernels()) {
            kernels.addObject()
                    .put("name", kernel.name())
                    .put("path", kernel.path())
                    .put("size", kernel.size())
                    .put("sha256", kernel.sha256());
        }
        AuditReport.Environment here = report.environment();
        node.putObject("environment")
                .put("java", here.java())
                .put("vm", here.vm())
                .put("processors", here.processors())
                .put("system", here.system())
                .put("maxHeapBytes", here.memory());
        ArrayNode claims = node.putArray("claims");
        for (AuditReport.ClaimResult judged : report.claims()) {
            ObjectNode claim = claims.addObject()
                    .put("id", judged.claim().id())
                    .put("title", judged.claim().title())
                    .put("claim", judged.claim().sentence())
                    .put("refutedBy", judged.claim().refutedBy())
                    .put("evidence", judged.claim().evidence());
            claim.setAll(FindingJson.write(judged.finding()));
            claim.put("seconds", judged.took().toMillis() / 1e3);
        }
        LatencyHistogram latencies = report.latencies();
        node.putObject("serviceTimeNanos")
                .put("count", latencies.count())
                .put("p50", latencies.percentile(50))
                .put("p90", latencies.percentile(90))
                .put("p99", latencies.percentile(99))
                .put("p999", latencies.percentile(99.9))
                .put("max", latencies.max());
        return node;
    }

    private static ObjectNode plan(AuditPlan plan, List<String> asked) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("preset", plan.preset().wireName())
                .put("seed", plan.seed())
                .put("threads", plan.threads())
                .put("virtualThreads", plan.virtualThreads())
                .put("queries", plan.queries())
                .put("pairs", plan.pairs())
                .put("executions", plan.executions())
                .put("lowPriority", plan.lowPriority())
                .put("leastWindowSeconds", plan.leastWindow().toMillis() / 1e3)
                .put("longestWindowSeconds", plan.longestWindow().toMillis() / 1e3)
                .put("repeats", plan.repeats());
        ArrayNode claims = node.putArray("claims");
        asked.forEach(claims::add);
        return node;
    }

    /**
     * The plan that a ledger was made with, so that it can be run again.
     *
     * @param ledger the root of a {@code ledger.json}
     * @throws IllegalArgumentException if it is not a ledger
     */
    public static AuditPlan plan(JsonNode ledger) {
        check(ledger);
        JsonNode plan = ledger.path("plan");
        List<Path> kernels = new ArrayList<>();
        ledger.path("kernels")
                .forEach(kernel -> kernels.add(Path.of(kernel.path("path").asText())));
        List<String> claims = new ArrayList<>();
        plan.path("claims").forEach(claim -> claims.add(claim.asText()));
        List<String> unknown =
                claims.stream().filter(id -> !Claims.ids().contains(id)).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("the ledger names unknown claims (" + String.join(", ", unknown)
                    + "); known are " + String.join(", ", Claims.ids()));
        }
        return new AuditPlan(
                preset(plan.path("preset").asText()),
                plan.path("seed").asLong(),
                plan.path("threads").asInt(),
                plan.path("virtualThreads").asInt(),
                plan.path("queries").asInt(),
                plan.path("pairs").asInt(),
                plan.path("executions").asInt(),
                claims,
                kernels,
                plan.path("lowPriority").asBoolean(true),
                false,
                Duration.ofMillis(Math.round(plan.path("leastWindowSeconds").asDouble() * 1e3)),
                Duration.ofMillis(Math.round(plan.path("longestWindowSeconds").asDouble() * 1e3)),
                plan.path("repeats").asInt(1));
    }

    private static AuditPreset preset(String name) {
        for (AuditPreset preset : AuditPreset.values()) {
            if (preset.wireName().equals(name)) {
                return preset;
            }
        }
        throw new IllegalArgumentException("the ledger's preset \"" + name + "\" is not known");
    }

    private static Instant started(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("the ledger began at \"" + text + "\", which is not a time", e);
        }
    }

    private static void check(JsonNode ledger) {
        if (!ledger.path("schema").asText().equals(SCHEMA)) {
            throw new IllegalArgumentException("this is not a ledger: its schema is not " + SCHEMA);
        }
    }

    /**
     * The summary of a ledger for lists.
     *
     * @param folder its folder
     * @param verdict the overall verdict
     * @param started start time
     * @param seconds duration
     * @param preset its preset
     * @param seed its seed
     * @param kernels names of its kernels
     * @param digest of its answers
     * @param claims the verdict on each claim, by identifier, in order
     */
    public record Past(
            Path folder,
            Verdict verdict,
            Instant started,
            double seconds,
            String preset,
            long seed,
            List<String> kernels,
            String digest,
            List<PastClaim> claims) {
        public Past {
            kernels = List.copyOf(kernels);
            claims = List.copyOf(claims);
        }
    }

    /** One claim of a past ledger. */
    public record PastClaim(String id, String title, Finding finding) {}

    /**
     * Reads a ledger.
     *
     * @throws IllegalArgumentException if it is not a ledger
     */
    public static Past read(Path folder, JsonNode ledger) {
        check(ledger);
        List<String> kernels = new ArrayList<>();
        ledger.path("kernels").forEach(kernel -> kernels.add(kernel.path("name").asText()));
        List<PastClaim> claims = new ArrayList<>();
        ledger.path("claims")
                .forEach(claim -> claims.add(new PastClaim(
                        claim.path("id").asText(), claim.path("title").asText(), FindingJson.read(claim))));
        return new Past(
                folder,
                Verdict.named(ledger.path("verdict").asText()),
                started(ledger.path("started").asText()),
                ledger.path("seconds").asDouble(),
                ledger.path("plan").path("preset").asText(),
                ledger.path("seed").asLong(),
                kernels,
                ledger.path("digest").asText(),
                claims);
    }
}
