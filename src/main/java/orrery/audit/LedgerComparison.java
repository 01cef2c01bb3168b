package orrery.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Two ledgers side by side, claim by claim and figure by figure: a value.
 *
 * <p>A verdict and the digest of the answers are compared as they are. A number that was measured in several cycles
 * ({@link AuditPlan#repeats}, or several ledgers in one folder) has changed where the interval of its change, of all
 * figures together {@value #SURE} sure, leaves out zero, and the change is {@link FigureChange#LEAST} of it at least. So
 * the same build twice is told to be the same with that certainty, however many figures there are.
 *
 * @param before the name of the first
 * @param after the name of the second
 * @param incomparable conditions that were not the same, in words: what the figures say is then of the conditions
 * @param cyclesBefore cycles that the first one's figures are of
 * @param cyclesAfter the second's
 * @param digestBefore digest of the answers
 * @param digestAfter the second's
 * @param claims in the order of the ledger
 */
public record LedgerComparison(
        String before,
        String after,
        List<String> incomparable,
        int cyclesBefore,
        int cyclesAfter,
        String digestBefore,
        String digestAfter,
        List<ClaimChange> claims) {
    /** The certainty with which a comparison of equal builds finds no change in any figure. */
    public static final double SURE = 0.99;

    public LedgerComparison {
        incomparable = List.copyOf(incomparable);
        claims = List.copyOf(claims);
    }

    /**
     * One claim.
     *
     * @param id which
     * @param title its title
     * @param before the verdict then, if it was asked
     * @param after the verdict now
     * @param figures its numbers
     */
    public record ClaimChange(
            String id, String title, Optional<Verdict> before, Optional<Verdict> after, List<FigureChange> figures) {
        public ClaimChange {
            figures = List.copyOf(figures);
        }

        /** Whether it was asked both times and the verdict is another. */
        public boolean isOtherVerdict() {
            return before.isPresent() && after.isPresent() && !before.equals(after);
        }

        /** Figures that have changed by more than noise. */
        public List<FigureChange> changed() {
            return figures.stream()
                    .filter(figure -> figure.kind() == FigureChange.Kind.CHANGED)
                    .toList();
        }
    }

    /**
     * Compares the ledgers at two places: a {@code ledger.json}, the folder of one, or a folder of such folders, whose
     * ledgers are then one cycle each.
     *
     * @throws IOException if one cannot be read
     * @throws IllegalArgumentException if there is no ledger, or those of one folder are of different runs
     */
    public static LedgerComparison of(Path before, Path after) throws IOException {
        return of(LedgerSide.read(before), LedgerSide.read(after));
    }

    static LedgerComparison of(LedgerSide before, LedgerSide after) {
        SequencedMap<String, String> titles = new LinkedHashMap<>(before.titles());
        after.titles().forEach(titles::putIfAbsent);
        int judged = titles.keySet().stream()
                .mapToInt(id -> before.numbers(id).size())
                .sum();
        // Each figure has its share of the doubt, so that all together have no more (Bonferroni).
        double doubt = (1 - SURE) / Math.max(1, judged);
        List<ClaimChange> claims = new ArrayList<>();
        titles.forEach((id, title) -> {
            SequencedMap<String, String> units = new LinkedHashMap<>(before.numbers(id));
            after.numbers(id).forEach(units::putIfAbsent);
            List<FigureChange> figures = new ArrayList<>();
            units.forEach((name, unit) -> figures.add(
                    FigureChange.of(name, unit, before.repeated(id, name), after.repeated(id, name), doubt)));
            claims.add(new ClaimChange(id, title, before.verdict(id), after.verdict(id), figures));
        });
        return new LedgerComparison(
                before.name(),
                after.name(),
                before.differences(after),
                before.cycles(),
                after.cycles(),
                before.last().digest(),
                after.last().digest(),
                claims);
    }

    /** Whether both asked for the same answers and had them, to the bit. */
    public boolean isSameDigest() {
        return digestBefore.equals(digestAfter);
    }

    /** Whether nothing is other than noise: no verdict, no figure, not the digest. */
    public boolean isQuiet() {
        return isSameDigest()
                && claims.stream()
                        .noneMatch(claim ->
                                claim.isOtherVerdict() || !claim.changed().isEmpty());
    }

    /** Whether figures were measured once on a side, so that no change of theirs can be told from noise. */
    public boolean isUnrepeated() {
        return Math.min(cyclesBefore, cyclesAfter) < 2;
    }
}
