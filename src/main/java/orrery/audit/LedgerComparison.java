package orrery.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Two ledgers compared, claim by claim and figure by figure. Immutable.
 *
 * <p>Verdicts and the digest of the answers are compared as they are. A number measured in several cycles ({@link
 * AuditPlan#repeats}, or several ledgers in one folder) has changed if the interval of its change, at {@value #SURE}
 * confidence over all figures together, excludes zero, and the change is at least {@link FigureChange#LEAST}. So two
 * runs of the same build show no change with that confidence, however many figures there are.
 *
 * @param before the name of the first
 * @param after the name of the second
 * @param incomparable conditions that differ, in words: the figures may then reflect the conditions
 * @param cyclesBefore number of cycles of the first
 * @param cyclesAfter number of cycles of the second
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
    /** The confidence with which a comparison of equal builds finds no change in any figure. */
    public static final double SURE = 0.99;

    public LedgerComparison {
        incomparable = List.copyOf(incomparable);
        claims = List.copyOf(claims);
    }

    /**
     * One claim.
     *
     * @param id its identifier
     * @param title its title
     * @param before the verdict in the first ledger, if it was tested
     * @param after the verdict in the second ledger
     * @param figures its numbers
     */
    public record ClaimChange(
            String id, String title, Optional<Verdict> before, Optional<Verdict> after, List<FigureChange> figures) {
        public ClaimChange {
            figures = List.copyOf(figures);
        }

        /** Whether it was decided both times, and differently. */
        public boolean isOtherVerdict() {
            return before.isPresent() && after.isPresent() && !isUndecided() && !before.equals(after);
        }

        /**
         * Whether it was tested both times, but not decided: what is void is no evidence of a change, nor of none. A
         * busy machine may be the reason.
         */
        public boolean isUndecided() {
            return before.isPresent()
                    && after.isPresent()
                    && (before.get() == Verdict.VOID || after.get() == Verdict.VOID);
        }

        /** Figures that have changed by more than noise. */
        public List<FigureChange> changed() {
            return figures.stream()
                    .filter(figure -> figure.kind() == FigureChange.Kind.CHANGED)
                    .toList();
        }
    }

    /**
     * Compares the ledgers at two paths: a {@code ledger.json}, the folder of one, or a folder of such folders, each of
     * which then counts as one cycle.
     *
     * @throws IOException if one cannot be read
     * @throws IllegalArgumentException if there is no ledger, or those of one folder come from different runs
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
        // Each figure has its share of the error probability, so that together they do not exceed it (Bonferroni).
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

    /** Whether both ran the same queries and got the same answers, bit for bit. */
    public boolean isSameDigest() {
        return digestBefore.equals(digestAfter);
    }

    /** Whether nothing differs by more than noise: no verdict that was decided, no figure, not the digest. */
    public boolean isQuiet() {
        return isSameDigest()
                && claims.stream()
                        .noneMatch(claim ->
                                claim.isOtherVerdict() || !claim.changed().isEmpty());
    }

    /** The claims that were not decided on one side. */
    public List<String> undecided() {
        return claims.stream()
                .filter(ClaimChange::isUndecided)
                .map(ClaimChange::id)
                .toList();
    }

    /** Whether figures were measured once on one side, so that their changes cannot be told from noise. */
    public boolean isUnrepeated() {
        return Math.min(cyclesBefore, cyclesAfter) < 2;
    }
}
