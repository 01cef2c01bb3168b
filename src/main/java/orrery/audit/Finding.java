package orrery.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of examining one claim.
 *
 * @param verdict the verdict
 * @param summary one plain sentence
 * @param figures the evidence
 */
public record Finding(Verdict verdict, String summary, List<EvidenceFigure> figures) {

    public Finding {
        figures = List.copyOf(figures);
    }

    /** This finding, its figures with the repeats of earlier cycles added. */
    Finding after(Finding earlier) {
        Map<String, EvidenceFigure> before = new HashMap<>();
        earlier.figures.forEach(figure -> before.putIfAbsent(figure.name(), figure));
        return new Finding(
                verdict,
                summary,
                figures.stream()
                        .map(figure -> {
                            EvidenceFigure known = before.get(figure.name());
                            return known == null ? figure : figure.after(known);
                        })
                        .toList());
    }

    /** The claim cannot be examined here. */
    public static Finding notAvailable(String why) {
        return new Finding(Verdict.NOT_AVAILABLE, why, List.of());
    }

    /** Collects figures and faults; the first fault refutes the claim, the first gap makes it void. */
    static final class Maker {
        private final List<EvidenceFigure> figures = new ArrayList<>();
        private final List<String> refutations = new ArrayList<>();
        private final List<String> gaps = new ArrayList<>();

        Maker figure(EvidenceFigure figure) {
            figures.add(figure);
            return this;
        }

        Maker figure(String name, long value, String unit) {
            return figure(EvidenceFigure.of(name, value, unit));
        }

        Maker figure(String name, double value, String unit) {
            return figure(EvidenceFigure.of(name, value, unit));
        }

        Maker figure(String name, String text) {
            return figure(EvidenceFigure.of(name, text));
        }

        /** The claim is refuted, for this reason. */
        Maker refuted(String why) {
            refutations.add(why);
            return this;
        }

        /** The claim is refuted for this reason unless the condition holds. */
        Maker require(boolean holds, String otherwise) {
            return holds ? this : refuted(otherwise);
        }

        /** The evidence is not enough, for this reason. */
        Maker gap(String why) {
            gaps.add(why);
            return this;
        }

        boolean isRefuted() {
            return !refutations.isEmpty();
        }

        /** The finding, with {@code proven} as its sentence if nothing contradicts the claim. */
        Finding make(String proven) {
            if (!refutations.isEmpty()) {
                return new Finding(Verdict.REFUTED, sentence(refutations), figures);
            }
            if (!gaps.isEmpty()) {
                return new Finding(Verdict.VOID, sentence(gaps), figures);
            }
            return new Finding(Verdict.PROVEN, proven, figures);
        }

        private static String sentence(List<String> reasons) {
            return reasons.size() == 1
                    ? reasons.getFirst()
                    : reasons.getFirst() + " (and " + (reasons.size() - 1) + " more)";
        }
    }
}
