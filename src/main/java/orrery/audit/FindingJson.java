package orrery.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Findings as JSON, in ledgers and in the output of child processes. */
final class FindingJson {
    private FindingJson() {}

    static ObjectNode write(Finding finding) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("verdict", finding.verdict().wireName());
        node.put("summary", finding.summary());
        ArrayNode figures = node.putArray("figures");
        for (EvidenceFigure figure : finding.figures()) {
            ObjectNode f = figures.addObject().put("name", figure.name());
            if (figure.isNumber()) {
                if (figure.number() == Math.rint(figure.number()) && Math.abs(figure.number()) < 1e15) {
                    f.put("value", (long) figure.number());
                } else {
                    f.put("value", figure.number());
                }
                f.put("text", figure.text());
                if (figure.repeats().size() > 1) {
                    ArrayNode repeats = f.putArray("repeats");
                    figure.repeats().forEach(repeats::add);
                }
            } else {
                f.put("value", figure.text());
            }
            if (!figure.unit().isEmpty()) {
                f.put("unit", figure.unit());
            }
        }
        return node;
    }

    static Finding read(JsonNode node) {
        List<EvidenceFigure> figures = new ArrayList<>();
        for (JsonNode f : node.path("figures")) {
            JsonNode value = f.path("value");
            List<Double> repeats = new ArrayList<>();
            f.path("repeats").forEach(repeat -> repeats.add(repeat.asDouble()));
            if (repeats.isEmpty() && value.isNumber()) {
                repeats.add(value.asDouble());
            }
            figures.add(new EvidenceFigure(
                    f.path("name").asText(),
                    value.isNumber() ? f.path("text").asText(value.asText()) : value.asText(),
                    value.isNumber() ? value.asDouble() : Double.NaN,
                    f.path("unit").asText(""),
                    repeats));
        }
        return new Finding(
                Verdict.named(node.path("verdict").asText()),
                node.path("summary").asText(),
                figures);
    }
}
