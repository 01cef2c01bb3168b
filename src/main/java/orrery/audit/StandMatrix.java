package orrery.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import orrery.stand.Discipline;

/**
 * What a reader from outside can be trusted with: a row a discipline.
 *
 * @param reader what it calls itself
 * @param spec as it was named
 * @param says what it tells of itself; empty as a rule
 * @param limits what its process was allowed to take, in words
 * @param rows in the order tried
 */
public record StandMatrix(String reader, String spec, String says, String limits, List<Row> rows) {
    public StandMatrix {
        rows = List.copyOf(rows);
    }

    /**
     * One discipline.
     *
     * @param discipline which
     * @param report its ledger
     * @param rates queries a second by threads, ascending; those whose run broke are left out
     */
    public record Row(Discipline discipline, AuditReport report, SequencedMap<Integer, Double> rates) {
        public Row {
            rates = new LinkedHashMap<>(rates);
        }

        /** A fresh copy. */
        @Override
        public SequencedMap<Integer, Double> rates() {
            return new LinkedHashMap<>(rates);
        }

        /** The verdict on it. */
        public Verdict verdict() {
            return report.verdict();
        }

        /** What decided, in a few words: the first fault, the first gap, or how it scales. */
        public String summary() {
            for (Verdict deciding : List.of(Verdict.REFUTED, Verdict.VOID)) {
                if (verdict() == deciding && !report.with(deciding).isEmpty()) {
                    AuditReport.Judged first = report.with(deciding).getFirst();
                    return first.claim().id() + ": " + first.finding().summary();
                }
            }
            return rates.size() < 2 ? "" : scaling();
        }

        private String scaling() {
            double one = rates.firstEntry().getValue();
            Map.Entry<Integer, Double> most = rates.lastEntry();
            return String.format(
                    Locale.ROOT,
                    "%.1f times one thread's rate with %d threads",
                    most.getValue() / Math.max(1, one),
                    most.getKey());
        }
    }

    /** Whether it can be used in one way at least. */
    public boolean isAnyProven() {
        return rows.stream().anyMatch(row -> row.verdict() == Verdict.PROVEN);
    }

    /** Whether it was stopped before its end. */
    public boolean isCancelled() {
        return rows.stream().anyMatch(row -> row.report().cancelled());
    }
}
