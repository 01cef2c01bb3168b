package orrery.ui.orrery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import orrery.ephemeris.Bodies;
import orrery.files.CsvCell;
import orrery.service.BodyFacts;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import orrery.ui.fx.Words;

/** The facts of a body as text, CSV or JSON: every number with its unit, center, frame, time scale and aberration. */
final class FactCopy {
    /** The forms a copy takes. */
    enum Form {
        TEXT,
        CSV,
        JSON
    }

    private static final EpochFormat DATE = EpochFormat.seconds(TimeScale.TDB, 3);
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private FactCopy() {}

    static String of(Form form, BodyFacts facts, Words words) {
        List<Fact> sheet = FactSheet.of(facts, words);
        return switch (form) {
            case TEXT -> text(facts, sheet, words);
            case CSV -> csv(facts, sheet);
            case JSON -> json(facts, sheet);
        };
    }

    private static String text(BodyFacts facts, List<Fact> sheet, Words words) {
        StringBuilder out = new StringBuilder();
        out.append(Bodies.label(facts.body())).append('\n');
        out.append(DATE.format(facts.et())).append(", et ").append(facts.et()).append('\n');
        String lastHead = "";
        int width = sheet.stream().mapToInt(f -> f.name().length()).max().orElse(0);
        for (Fact fact : sheet) {
            String head = fact.group() + " \u00b7 " + fact.center()
                    + (fact.frame().isEmpty() ? "" : " \u00b7 " + fact.frame()) + " \u00b7 " + fact.aberration();
            if (!head.equals(lastHead)) {
                lastHead = head;
                out.append('\n').append(head).append('\n');
            }
            out.append("  ").append(fact.name()).repeat(' ', width - fact.name().length() + 2);
            out.append(fact.shown()).append('\n');
        }
        if (!facts.sources().isEmpty()) {
            out.append('\n').append(words.get("body.answered")).append('\n');
        }
        for (BodyFacts.Source source : facts.sources()) {
            out.append("  ")
                    .append(Bodies.label(source.target()))
                    .append(" wrt ")
                    .append(Bodies.label(source.center()))
                    .append(": ")
                    .append(source.kernel())
                    .append(", segment ")
                    .append(source.segment())
                    .append(", type ")
                    .append(source.type())
                    .append(", granule ")
                    .append(source.granule())
                    .append(" of ")
                    .append(source.granules())
                    .append('\n');
        }
        facts.trouble().ifPresent(trouble -> out.append(trouble).append('\n'));
        return out.toString();
    }

    private static String csv(BodyFacts facts, List<Fact> sheet) {
        StringBuilder out = new StringBuilder("body,et,time scale,group,name,value,unit,center,frame,aberration\n");
        for (Fact fact : sheet) {
            out.append(facts.body()).append(',').append(facts.et()).append(",TDB");
            for (String cell : List.of(
                    fact.group(),
                    fact.name(),
                    fact.value(),
                    fact.unit(),
                    fact.center(),
                    fact.frame(),
                    fact.aberration())) {
                out.append(',').append(CsvCell.of(cell));
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static String json(BodyFacts facts, List<Fact> sheet) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("body", facts.body()).put("name", Bodies.name(facts.body()));
        node.put("et", facts.et()).put("date", DATE.format(facts.et())).put("timeScale", "TDB");
        ArrayNode list = node.putArray("facts");
        for (Fact fact : sheet) {
            ObjectNode f = list.addObject();
            f.put("group", fact.group()).put("name", fact.name());
            if (fact.unit().isEmpty() && !isNumber(fact.value())) {
                f.put("value", fact.value());
            } else {
                f.put("value", Double.parseDouble(fact.value())).put("unit", fact.unit());
            }
            f.put("center", fact.center()).put("frame", fact.frame()).put("aberration", fact.aberration());
        }
        ArrayNode sources = node.putArray("answeredBy");
        for (BodyFacts.Source source : facts.sources()) {
            ObjectNode s = sources.addObject();
            s.put("kernel", source.kernel()).put("segment", source.segment());
            s.put("target", source.target()).put("center", source.center());
            s.put("type", source.type()).put("granule", source.granule()).put("granules", source.granules());
        }
        facts.trouble().ifPresent(trouble -> node.put("trouble", trouble));
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isNumber(String value) {
        char first = value.isEmpty() ? 'x' : value.charAt(0);
        return first == '-' || (first >= '0' && first <= '9');
    }
}
