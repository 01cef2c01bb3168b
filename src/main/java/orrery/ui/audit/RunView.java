package orrery.ui.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;
import orrery.audit.AuditPlan;
import orrery.audit.AuditProgress;
import orrery.audit.AuditRun;
import orrery.audit.Claim;
import orrery.audit.ClaimContext;
import orrery.audit.Claims;
import orrery.audit.IdentityMatrix;
import orrery.audit.PlugBoard;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Theme;
import orrery.ui.fx.Words;

/**
 * The view of a run on a reader in this process: who is inside at once, the identity matrix, the plugs, and one card
 * per claim. JavaFX thread.
 */
final class RunView {
    private final AuditControls controls;
    private final MatrixView matrix;
    private final PlugRow plugs;
    private final WindowFigures figures;
    private final List<ClaimCard> cards = new ArrayList<>();

    RunView(PulsePump pump, Words words, AuditControls controls) {
        this.controls = controls;
        matrix = new MatrixView(pump, words, controls.cell::setText);
        plugs = new PlugRow(words);
        figures = new WindowFigures(words, controls.overlap, controls.overlapNote, controls.rate, controls.percentiles);
        controls.matrixHolder.getChildren().add(matrix);
        controls.plugBox.getChildren().add(1, plugs);
        controls.plugBox.setManaged(false);
        controls.plugBox.setVisible(false);
        controls.raw.setSelected(true);
        for (Claim claim : Claims.all()) {
            cards.add(new ClaimCard(claim.statement(), words));
        }
        widen(false);
    }

    /** Whether it is visible at all. */
    void see(boolean seen) {
        controls.inside.setManaged(seen);
        controls.inside.setVisible(seen);
    }

    /** Shows the cards of the selected claims. */
    void expect(AuditPlan plan) {
        cards.forEach(card -> {
            boolean asked = plan.asks(card.claimId());
            card.setVisible(asked);
            card.setManaged(asked);
        });
    }

    /** Shows the matrix of apparent places, or that of states. */
    void places(boolean shown) {
        controls.raw.setSelected(!shown);
        controls.places.setSelected(shown);
    }

    /** Opens the evidence of the first refuted claim. */
    void toRefuted() {
        cards.stream()
                .filter(card -> card.look() == VerdictLook.REFUTED)
                .findFirst()
                .ifPresent(this::reveal);
    }

    void shown(boolean shown) {
        matrix.shown(shown);
    }

    void drawNow() {
        matrix.drawNow();
    }

    void palette(Theme theme) {
        matrix.palette(theme.palette());
    }

    /** If there is room, the matrix's cells grow and the claims form two columns. */
    void widen(boolean wide) {
        controls.matrixHolder.getStyleClass().remove("wide");
        if (wide) {
            controls.matrixHolder.getStyleClass().add("wide");
        }
        int half = wide ? (cards.size() + 1) / 2 : cards.size();
        controls.left.getChildren().clear();
        controls.right.getChildren().clear();
        controls.left.getChildren().setAll(cards.subList(0, half));
        controls.right.getChildren().setAll(cards.subList(half, cards.size()));
        controls.right.setManaged(wide);
        controls.right.setVisible(wide);
        // If both prefer a small size, they share the space equally.
        controls.left.setPrefWidth(wide ? 1 : Region.USE_COMPUTED_SIZE);
        controls.right.setPrefWidth(1);
    }

    private void reveal(ClaimCard card) {
        card.open();
        controls.reveal(card);
        card.requestFocus();
    }

    void show(AuditRun run, boolean running) {
        AuditProgress progress = run.progress();
        for (AuditProgress.ClaimState state : progress.claims()) {
            cards.stream()
                    .filter(card -> card.claimId().equals(state.claim().id()))
                    .forEach(card -> card.show(state));
        }
        progress.window().ifPresent(figures::show);
        Optional<ClaimContext> context = run.context();
        List<IdentityMatrix> matrices = context.map(ClaimContext::matrices).orElse(List.of());
        controls.places.setDisable(matrices.size() < 2);
        matrix.show(
                matrices.isEmpty()
                        ? Optional.empty()
                        : Optional.of(controls.places.isSelected() ? matrices.getLast() : matrices.getFirst()));
        plugs(context.flatMap(ClaimContext::plugs), running);
    }

    private void plugs(Optional<PlugBoard> board, boolean running) {
        boolean inUse = board.isPresent() && running;
        if (board.isPresent()) {
            controls.plugBox.setManaged(true);
            controls.plugBox.setVisible(true);
        }
        plugs.show(inUse ? board : Optional.empty());
        controls.goOn.setVisible(inUse && board.map(b -> b.open() < b.size()).orElse(false));
        controls.plugsSaid.setText(plugs.sentence());
    }
}
