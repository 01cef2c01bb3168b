package orrery.ui.audit;

import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import orrery.audit.AuditProgress;
import orrery.audit.ClaimStatement;
import orrery.audit.EvidenceFigure;
import orrery.audit.Finding;
import orrery.ui.fx.Words;

/** One claim: its state, its finding and, when open, its text and all its figures. JavaFX thread. */
final class ClaimCard extends VBox {
    private final Words words;
    private final Label mark = new Label();
    private final Label verdict = new Label();
    private final Label summary = new Label();
    private final VBox evidence = new VBox(4);
    private final ToggleButton opener = new ToggleButton();
    private final String id;
    private VerdictLook look = VerdictLook.WAITING;
    private Optional<Finding> shown = Optional.empty();

    ClaimCard(ClaimStatement claim, Words words) {
        this.words = words;
        this.id = claim.id();
        setId("claim-" + claim.id());
        getStyleClass().add("claim-card");
        mark.getStyleClass().add("claim-mark");
        Label name = new Label(claim.id());
        name.getStyleClass().add("claim-id");
        opener.setText(claim.title());
        opener.getStyleClass().setAll("toggle-button", "claim-opener");
        opener.setMinWidth(0);
        opener.setMaxWidth(Double.MAX_VALUE);
        opener.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(opener, Priority.ALWAYS);
        verdict.getStyleClass().add("claim-verdict");
        verdict.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(8, mark, name, opener, verdict);
        head.setAlignment(Pos.CENTER_LEFT);
        summary.getStyleClass().add("claim-summary");
        summary.setWrapText(true);
        evidence.getStyleClass().add("claim-evidence");
        evidence.managedProperty().bind(opener.selectedProperty());
        evidence.visibleProperty().bind(opener.selectedProperty());
        Label sentence = wrapped(claim.sentence(), "plain");
        Label refuted = wrapped(words.get("audit.refutedby", claim.refutedBy()), "small");
        Label how = wrapped(words.get("audit.evidence", claim.evidence()), "small");
        evidence.getChildren().addAll(sentence, refuted, how);
        getChildren().addAll(head, summary, evidence);
        show(VerdictLook.WAITING, Optional.empty());
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    String claimId() {
        return id;
    }

    /** Opens the evidence. */
    void open() {
        opener.setSelected(true);
    }

    boolean isOpen() {
        return opener.isSelected();
    }

    VerdictLook look() {
        return look;
    }

    /** Shows the state of the claim. Refuted claims open automatically, once. */
    void show(AuditProgress.ClaimState state) {
        VerdictLook now = VerdictLook.of(state);
        if (now != look || !state.finding().equals(shown)) {
            show(now, state.finding());
            if (now == VerdictLook.REFUTED) {
                open();
            }
        }
    }

    private void show(VerdictLook now, Optional<Finding> finding) {
        look = now;
        shown = finding;
        mark.setText(now.mark());
        verdict.setText(words.get(now.word()));
        now.dress(this);
        summary.setText(finding.map(Finding::summary).orElse(""));
        summary.setManaged(finding.isPresent());
        summary.setVisible(finding.isPresent());
        opener.setAccessibleText(id + ", " + opener.getText() + ", " + verdict.getText() + ". " + summary.getText());
        evidence.getChildren().removeIf(GridPane.class::isInstance);
        finding.ifPresent(f -> evidence.getChildren().add(figures(f)));
    }

    private static GridPane figures(Finding finding) {
        GridPane grid = new GridPane(12, 2);
        grid.getStyleClass().add("claim-figures");
        int row = 0;
        for (EvidenceFigure figure : finding.figures()) {
            Label name = wrapped(figure.name(), "small");
            Label value = new Label(figure.shown());
            value.getStyleClass().add("figure-value");
            if (!figure.isNumber()) {
                value.setWrapText(true);
            }
            value.setMinWidth(figure.isNumber() ? USE_PREF_SIZE : 60);
            GridPane.setHgrow(name, Priority.ALWAYS);
            GridPane.setHalignment(value, HPos.RIGHT);
            grid.addRow(row++, name, value);
        }
        return grid;
    }
}
