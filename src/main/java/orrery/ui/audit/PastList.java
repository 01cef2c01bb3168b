package orrery.ui.audit;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import orrery.audit.LedgerJson;
import orrery.ui.fx.Words;

/** Past ledgers, the newest first; one that is opened is set beside the one before it on the same kernels. JavaFX thread. */
final class PastList extends VBox {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LISTED = 20;

    private final Words words;
    private List<LedgerJson.Past> past = List.of();

    PastList(Words words) {
        super(6);
        this.words = words;
        setId("past");
        getStyleClass().add("past");
    }

    void show(List<LedgerJson.Past> now) {
        past = now;
        getChildren().clear();
        if (now.isEmpty()) {
            Label none = new Label(words.get("audit.past.none"));
            none.getStyleClass().add("small");
            getChildren().add(none);
        }
        now.stream().limit(LISTED).forEach(p -> getChildren().add(row(p)));
    }

    private VBox row(LedgerJson.Past ledger) {
        VerdictLook look = VerdictLook.of(ledger.verdict());
        Button button = new Button(look.mark() + "  " + WHEN.format(ledger.started()) + "   " + words.get(look.word())
                + "   " + ledger.preset() + "   " + String.join(", ", ledger.kernels()));
        button.getStyleClass().setAll("button", "past-row");
        button.setMaxWidth(Double.MAX_VALUE);
        look.dress(button);
        VBox row = new VBox(button);
        button.setOnAction(_ -> {
            if (row.getChildren().size() > 1) {
                row.getChildren().remove(1);
            } else {
                row.getChildren().add(compared(ledger));
            }
        });
        return row;
    }

    /** The ledger's claims, and those of the one before it on the same kernels. */
    private VBox compared(LedgerJson.Past ledger) {
        Optional<LedgerJson.Past> before = past.stream()
                .filter(p ->
                        p.started().isBefore(ledger.started()) && p.kernels().equals(ledger.kernels()))
                .findFirst();
        GridPane grid = new GridPane(12, 2);
        grid.getStyleClass().add("claim-figures");
        int row = 0;
        grid.addRow(
                row++,
                small(""),
                small(words.get("audit.past.this")),
                small(before.isPresent() ? words.get("audit.past.before") : ""));
        for (LedgerJson.PastClaim claim : ledger.claims()) {
            Label name = small(claim.id() + " " + claim.title());
            GridPane.setHgrow(name, Priority.ALWAYS);
            grid.addRow(
                    row++,
                    name,
                    verdict(claim),
                    before.flatMap(b -> b.claims().stream()
                                    .filter(c -> c.id().equals(claim.id()))
                                    .findFirst())
                            .map(this::verdict)
                            .orElseGet(() -> small("")));
        }
        boolean same = before.map(b -> b.digest().equals(ledger.digest())).orElse(false);
        Label digest = small(words.get(
                before.isEmpty() ? "audit.past.digest" : same ? "audit.past.digest.same" : "audit.past.digest.other",
                ledger.digest().substring(0, Math.min(16, ledger.digest().length())),
                ledger.seed()));
        digest.setWrapText(true);
        Label where = small(ledger.folder().toString());
        where.setWrapText(true);
        VBox box = new VBox(4, grid, digest, where);
        box.getStyleClass().add("past-detail");
        return box;
    }

    private Label verdict(LedgerJson.PastClaim claim) {
        VerdictLook look = VerdictLook.of(claim.finding().verdict());
        return look.label(words.get(look.word()));
    }

    private static Label small(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("small");
        return label;
    }
}
