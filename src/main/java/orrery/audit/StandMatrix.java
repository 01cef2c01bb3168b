package orrery.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import orrery.stand.Discipline;

/**
 * The trust that an external reader has earned, one row per discipline.
 *
 * @param reader its own name
 * @param spec how it was specified
 * @param says its own description; usually empty
 * @param limits the limits of its process, in words
 * @param rows in the order tried
 */
public record StandMatrix(String reader, String spec, String says, String limits, List<Row> rows) {
    public StandMatrix {
        rows = List.copyOf(rows);
    }

    /**
     * One discipline.
     *
     * @param discipline the discipline
     * @param report its ledger
     * @param rates queries per second by number of threads, ascending; without those whose run broke
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

        /** What decided the verdict, in a few words: the first fault, the first gap, or how it scales. */
        public String summary() {
            for (Verdict deciding : List.of(Verdict.REFUTED, Verdict.VOID)) {
                if (verdict() == deciding && !report.with(deciding).isEmpty()) {
                    AuditReport.ClaimResult first = report.with(deciding).getFirst();
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
                    "%.1f times the single-threaded rate with %d threads",
                    most.getValue() / Math.max(1, one),
                    most.getKey());
        }
    }

    /** Whether it can be used in at least one way. */
    public boolean isAnyProven() {
        return rows.stream().anyMatch(row -> row.verdict() == Verdict.PROVEN);
    }

    /** Whether the run was stopped before the end. */
    public boolean isCancelled() {
        return rows.stream().anyMatch(row -> row.report().cancelled());
    }
}
