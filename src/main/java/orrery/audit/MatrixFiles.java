package orrery.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import orrery.files.PartFile;

/**
 * A {@link StandMatrix} on disk: {@code matrix.json}, {@code matrix.md}, and a folder with the ledger of each
 * discipline. Stateless.
 */
public final class MatrixFiles {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private MatrixFiles() {}

    /** The matrix as JSON: {@code reader}, and {@code disciplines} with verdict, claims and rates by threads. */
    public static ObjectNode json(StandMatrix matrix) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("schema", "orrery-matrix-1");
        node.put("reader", matrix.reader());
        node.put("named", matrix.spec());
        if (!matrix.says().isEmpty()) {
            node.put("says", matrix.says());
        }
        node.put("limits", matrix.limits());
        ArrayNode rows = node.putArray("disciplines");
        for (StandMatrix.Row row : matrix.rows()) {
            ObjectNode one = rows.addObject();
            one.put("discipline", row.discipline().wireName());
            one.put("verdict", row.verdict().wireName());
            one.put("summary", row.summary());
            ArrayNode claims = one.putArray("claims");
            for (AuditReport.ClaimResult judged : row.report().claims()) {
                claims.addObject()
                        .put("id", judged.claim().id())
                        .put("verdict", judged.finding().verdict().wireName())
                        .put("summary", judged.finding().summary());
            }
            ObjectNode rates = one.putObject("rates");
            row.rates().forEach((threads, rate) -> rates.put(Integer.toString(threads), rate));
        }
        return node;
    }

    /** The matrix as Markdown, for reviews. */
    public static String markdown(StandMatrix matrix) {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(matrix.reader()).append(": how its threads may share it\n\n");
        text.append("- Reader: `").append(matrix.spec()).append("`\n");
        if (!matrix.says().isEmpty()) {
            text.append("- It reports: ").append(matrix.says()).append('\n');
        }
        text.append("- It ran in separate processes; limits: ")
                .append(matrix.limits())
                .append('\n');
        if (!matrix.rows().isEmpty()) {
            AuditReport report = matrix.rows().getFirst().report();
            AuditReport.Environment here = report.environment();
            for (AuditReport.Kernel kernel : report.kernels()) {
                text.append("- Kernel: %s, %,d bytes, SHA-256 `%s`%n"
                        .formatted(kernel.name(), kernel.size(), kernel.sha256()));
            }
            text.append("- Plan: seed %d, %,d queries, %d threads%n"
                    .formatted(
                            report.plan().seed(),
                            report.plan().queries(),
                            report.plan().threads()));
            text.append("- System: ").append(here.system()).append(", ").append(here.processors());
            text.append(" processors; Java ").append(here.java()).append("\n\n");
            table(matrix, text);
        }
        for (StandMatrix.Row row : matrix.rows()) {
            text.append("\n## ").append(row.discipline().wireName()).append(": ");
            text.append(row.verdict().words()).append("\n\n");
            for (AuditReport.ClaimResult judged : row.report().claims()) {
                text.append("- ")
                        .append(judged.claim().id())
                        .append(' ')
                        .append(judged.claim().title());
                text.append(": **").append(judged.finding().verdict().words()).append("**. ");
                text.append(judged.finding().summary().replace('\n', ' ')).append('\n');
            }
        }
        return text.toString();
    }

    private static void table(StandMatrix matrix, StringBuilder text) {
        List<String> ids = matrix.rows().getFirst().report().asked();
        TreeSet<Integer> threads = new TreeSet<>();
        matrix.rows().forEach(row -> threads.addAll(row.rates().keySet()));
        text.append("| discipline | verdict |");
        ids.forEach(id -> text.append(' ').append(id).append(" |"));
        threads.forEach(n -> text.append(" q/s, ").append(n).append(n == 1 ? " thread |" : " threads |"));
        text.append("\n|---|---|").append("---|".repeat(ids.size())).append("---:|".repeat(threads.size()));
        text.append('\n');
        for (StandMatrix.Row row : matrix.rows()) {
            text.append("| ")
                    .append(row.discipline().wireName())
                    .append(" | ")
                    .append(row.verdict().words());
            text.append(" |");
            for (String id : ids) {
                text.append(' ').append(mark(row, id)).append(" |");
            }
            for (int n : threads) {
                Double rate = row.rates().get(n);
                text.append(' ')
                        .append(rate == null ? "-" : String.format(Locale.ROOT, "%,.0f", rate))
                        .append(" |");
            }
            text.append('\n');
        }
    }

    private static String mark(StandMatrix.Row row, String id) {
        return row.report().claims().stream()
                .filter(judged -> judged.claim().id().equals(id))
                .findFirst()
                .map(judged -> judged.finding().verdict() == Verdict.NOT_AVAILABLE
                        ? "-"
                        : judged.finding().verdict().words())
                .orElse("");
    }

    /**
     * Writes the whole matrix.
     *
     * @param folder created if missing
     * @throws IOException if it cannot be written
     */
    public static void write(Path folder, StandMatrix matrix) throws IOException {
        Files.createDirectories(folder);
        write(folder.resolve("matrix.json"), MAPPER.writeValueAsString(json(matrix)) + "\n");
        write(folder.resolve("matrix.md"), markdown(matrix));
        for (StandMatrix.Row row : matrix.rows()) {
            LedgerFiles.write(folder.resolve(row.discipline().wireName()), row.report());
        }
    }

    private static void write(Path file, String text) throws IOException {
        PartFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
