package orrery.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One side of a comparison: a ledger with its cycles, or several ledgers of equal runs, each of which counts as one
 * cycle. Immutable.
 */
final class LedgerSide {
    private final String name;
    private final List<LedgerJson.Past> ledgers;
    private final SequencedMap<String, String> conditions;
    private final int cycles;

    private LedgerSide(
            String name, List<LedgerJson.Past> ledgers, SequencedMap<String, String> conditions, int cycles) {
        this.name = name;
        this.ledgers = ledgers;
        this.cycles = cycles;
        this.conditions = conditions;
    }

    /**
     * Reads a {@code ledger.json}, the folder that contains one, or a folder of such folders.
     *
     * @throws IOException if none can be read
     * @throws IllegalArgumentException if there is no ledger, or the ledgers of a folder come from different runs
     */
    static LedgerSide read(Path path) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(path) && !Files.exists(path.resolve(LedgerFiles.JSON))) {
            try (Stream<Path> list = Files.list(path)) {
                list.filter(folder -> Files.exists(folder.resolve(LedgerFiles.JSON)))
                        .sorted()
                        .forEach(files::add);
            }
            if (files.isEmpty()) {
                throw new IllegalArgumentException(path + " contains no ledger.json, nor do its subfolders");
            }
        } else {
            files.add(path);
        }
        List<LedgerJson.Past> ledgers = new ArrayList<>();
        @Nullable SequencedMap<String, String> first = null;
        int count = 1;
        for (Path file : files) {
            JsonNode json = LedgerFiles.read(file);
            ledgers.add(LedgerJson.read(file, json));
            SequencedMap<String, String> conditions = conditionsOf(json);
            if (first != null && !first.equals(conditions)) {
                throw new IllegalArgumentException("the ledgers in " + path + " come from different runs: "
                        + String.join("; ", differences(first, conditions)));
            }
            first = conditions;
            count = json.path("cycles").asInt(1);
        }
        return new LedgerSide(
                path.toString(),
                ledgers,
                first == null ? new LinkedHashMap<>() : first,
                ledgers.size() > 1 ? ledgers.size() : count);
    }

    /** The conditions that must be equal for figures to be comparable, in words. */
    private static SequencedMap<String, String> conditionsOf(JsonNode ledger) {
        SequencedMap<String, String> conditions = new LinkedHashMap<>();
        conditions.put("reader", ledger.path("subject").asText());
        List<String> kernels = new ArrayList<>();
        ledger.path("kernels")
                .forEach(kernel -> kernels.add(kernel.path("name").asText() + " (SHA-256 "
                        + kernel.path("sha256").asText() + ")"));
        conditions.put("kernels", String.join(", ", kernels));
        // The number of repeats does not matter, and the tested claims are compared individually anyway.
        new TreeMap<>(Map.copyOf(fields(ledger.path("plan")))).forEach((field, value) -> {
            if (!field.equals("repeats") && !field.equals("claims")) {
                conditions.put("plan's " + field, value);
            }
        });
        JsonNode here = ledger.path("environment");
        conditions.put(
                "machine",
                here.path("system").asText() + ", " + here.path("processors").asText() + " processors");
        conditions.put(
                "virtual machine",
                here.path("vm").asText() + ", Java " + here.path("java").asText());
        conditions.put("heap", here.path("maxHeapBytes").asText() + " bytes at most");
        return conditions;
    }

    private static Map<String, String> fields(JsonNode node) {
        Map<String, String> fields = new TreeMap<>();
        node.properties()
                .forEach(entry -> fields.put(entry.getKey(), entry.getValue().asText()));
        return fields;
    }

    /** The conditions that differ, in words. */
    List<String> differences(LedgerSide other) {
        return differences(conditions, other.conditions);
    }

    private static List<String> differences(Map<String, String> a, Map<String, String> b) {
        List<String> differences = new ArrayList<>();
        a.forEach((what, value) -> {
            String there = b.getOrDefault(what, "");
            if (!value.equals(there)) {
                differences.add(what + ": " + shown(value) + " and " + shown(there));
            }
        });
        b.forEach((what, value) -> {
            if (!a.containsKey(what)) {
                differences.add(what + ": nothing and " + shown(value));
            }
        });
        return differences;
    }

    private static String shown(String value) {
        return value.isEmpty() ? "nothing" : value;
    }

    String name() {
        return name;
    }

    /** The newest ledger of this side. */
    LedgerJson.Past last() {
        return ledgers.getLast();
    }

    /** The number of cycles of its figures: those of its one ledger, or one per ledger. */
    int cycles() {
        return cycles;
    }

    /** Titles of all claims by identifier. */
    SequencedMap<String, String> titles() {
        SequencedMap<String, String> titles = new LinkedHashMap<>();
        ledgers.forEach(ledger -> ledger.claims().forEach(claim -> titles.putIfAbsent(claim.id(), claim.title())));
        return titles;
    }

    /** The worst verdict of its ledgers on a claim. */
    Optional<Verdict> verdict(String id) {
        List<Verdict> all = findings(id).map(Finding::verdict).toList();
        return all.contains(Verdict.REFUTED)
                ? Optional.of(Verdict.REFUTED)
                : all.contains(Verdict.VOID)
                        ? Optional.of(Verdict.VOID)
                        : all.stream().findFirst();
    }

    private Stream<Finding> findings(String id) {
        return ledgers.stream()
                .flatMap(ledger -> ledger.claims().stream())
                .filter(claim -> claim.id().equals(id))
                .map(LedgerJson.PastClaim::finding);
    }

    /** Units of a claim's numbers by name, in order. */
    SequencedMap<String, String> numbers(String id) {
        SequencedMap<String, String> units = new LinkedHashMap<>();
        findings(id)
                .flatMap(finding -> finding.figures().stream())
                .filter(EvidenceFigure::isNumber)
                .forEach(figure -> units.putIfAbsent(figure.name(), figure.unit()));
        return units;
    }

    /** The measurements of a figure: each cycle's number, or the mean of each ledger. */
    Optional<FigureChange.Spread> repeated(String id, String figure) {
        List<double[]> all = findings(id)
                .flatMap(finding -> finding.figures().stream()
                        .filter(f -> f.isNumber() && f.name().equals(figure))
                        .limit(1))
                .map(f -> f.repeats().stream().mapToDouble(Double::doubleValue).toArray())
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(FigureChange.Spread.of(
                all.size() == 1
                        ? all.getFirst()
                        : all.stream()
                                .mapToDouble(numbers ->
                                        FigureChange.Spread.of(numbers).mean())
                                .toArray()));
    }
}
