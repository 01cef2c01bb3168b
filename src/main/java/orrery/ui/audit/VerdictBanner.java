package orrery.ui.audit;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import orrery.audit.AuditReport;
import orrery.audit.StandMatrix;
import orrery.audit.Verdict;
import orrery.ui.fx.Words;

/** The verdict of a run, in words and a style. JavaFX thread. */
record VerdictBanner(Words words, VBox box, Label verdict) {
    void hide() {
        box.setManaged(false);
        box.setVisible(false);
    }

    private void show(VerdictLook look, String text) {
        box.setManaged(true);
        box.setVisible(true);
        look.dress(box);
        verdict.setText(look.mark() + "  " + text);
    }

    void show(AuditReport found) {
        String tally = words.get(
                "audit.tally",
                found.with(Verdict.PROVEN).size(),
                found.asked().size(),
                String.format(Locale.ROOT, "%.1f", found.duration().toMillis() / 1e3));
        show(
                found.cancelled() ? VerdictLook.VOID : VerdictLook.of(found.verdict()),
                (found.cancelled()
                                ? words.get("audit.cancelled")
                                : switch (found.verdict()) {
                                    case REFUTED -> words.get("audit.refuted", refuted(found));
                                    case PROVEN -> words.get("audit.proven");
                                    default -> words.get("audit.undecided");
                                })
                        + " " + tally);
    }

    private static String refuted(AuditReport found) {
        return String.join(
                ", ",
                found.with(Verdict.REFUTED).stream().map(j -> j.claim().id()).toList());
    }

    void show(StandMatrix matrix) {
        long proven = matrix.rows().stream()
                .filter(row -> row.verdict() == Verdict.PROVEN)
                .count();
        if (matrix.isCancelled()) {
            show(VerdictLook.VOID, words.get("audit.cancelled"));
        } else {
            show(
                    proven > 0 ? VerdictLook.PROVEN : VerdictLook.REFUTED,
                    words.get(
                            "audit.outside.verdict",
                            matrix.reader(),
                            proven,
                            matrix.rows().size()));
        }
    }
}
