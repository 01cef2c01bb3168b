package orrery.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A comparison of ledgers as JSON, schema {@code orrery-comparison-1}, documented on the site's ledger page. */
public final class ComparisonJson {
    private ComparisonJson() {}

    /** The whole comparison. */
    public static ObjectNode write(LedgerComparison comparison) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("schema", "orrery-comparison-1");
        node.put("before", comparison.before()).put("after", comparison.after());
        node.put("quiet", comparison.isQuiet());
        ArrayNode undecided = node.putArray("undecided");
        comparison.undecided().forEach(undecided::add);
        ArrayNode incomparable = node.putArray("incomparable");
        comparison.incomparable().forEach(incomparable::add);
        node.put("cyclesBefore", comparison.cyclesBefore()).put("cyclesAfter", comparison.cyclesAfter());
        node.put("digestBefore", comparison.digestBefore()).put("digestAfter", comparison.digestAfter());
        node.put("sure", LedgerComparison.SURE).put("leastChange", FigureChange.LEAST);
        ArrayNode claims = node.putArray("claims");
        for (LedgerComparison.ClaimChange claim : comparison.claims()) {
            ObjectNode one = claims.addObject().put("id", claim.id()).put("title", claim.title());
            claim.before().ifPresent(verdict -> one.put("before", verdict.wireName()));
            claim.after().ifPresent(verdict -> one.put("after", verdict.wireName()));
            ArrayNode figures = one.putArray("figures");
            claim.figures().forEach(figure -> figures.add(figure(figure)));
        }
        return node;
    }

    private static ObjectNode figure(FigureChange figure) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", figure.name()).put("unit", figure.unit());
        node.put("says", figure.kind().wireName());
        figure.before().ifPresent(side -> node.set("before", repeated(side)));
        figure.after().ifPresent(side -> node.set("after", repeated(side)));
        figure.change().ifPresent(change -> node.put("change", change));
        figure.interval()
                .ifPresent(interval ->
                        node.putArray("interval").add(interval.from()).add(interval.to()));
        return node;
    }

    private static ObjectNode repeated(FigureChange.Spread side) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("mean", side.mean())
                .put("deviation", side.deviation())
                .put("count", side.count());
    }
}
