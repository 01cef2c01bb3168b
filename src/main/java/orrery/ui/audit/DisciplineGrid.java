package orrery.ui.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import orrery.audit.AuditReport;
import orrery.audit.StandMatrix;
import orrery.audit.Verdict;
import orrery.ui.fx.Words;

/**
 * The verdicts on an external reader: one column per discipline, one row per claim, queries per second below, and for
 * each discipline a sentence on what decided. JavaFX thread.
 */
final class DisciplineGrid extends VBox {
    /** Beyond this width a verdict is too far from its claim. */
    private static final double WIDEST = 760;

    private final Words words;

    DisciplineGrid(Words words) {
        super(6);
        this.words = words;
        setId("disciplines");
        getStyleClass().add("disciplines");
        setManaged(false);
        setVisible(false);
    }

    void hide() {
        setManaged(false);
        setVisible(false);
    }

    void show(StandMatrix matrix) {
        setManaged(true);
        setVisible(true);
        getChildren().clear();
        Label name = new Label(matrix.reader() + (matrix.says().isEmpty() ? "" : " (" + matrix.says() + ")"));
        name.getStyleClass().add("plain");
        name.setWrapText(true);
        Label limits = small(words.get("audit.outside.limits", matrix.limits()));
        limits.setWrapText(true);
        getChildren().addAll(name, limits, grid(matrix));
        for (StandMatrix.Row row : matrix.rows()) {
            Label sentence = verdict(
                    row.report().verdict(),
                    row.discipline().wireName() + ", " + row.discipline().words() + ": "
                            + row.verdict().words()
                            + (row.summary().isEmpty() ? "." : ". " + row.summary()));
            sentence.setWrapText(true);
            getChildren().add(sentence);
        }
    }

    private GridPane grid(StandMatrix matrix) {
        GridPane grid = new GridPane(16, 2);
        grid.getStyleClass().add("claim-figures");
        grid.setMaxWidth(WIDEST);
        int column = 1;
        for (StandMatrix.Row row : matrix.rows()) {
            Label head = small(row.discipline().wireName());
            head.setMinWidth(USE_PREF_SIZE);
            grid.add(head, column++, 0);
        }
        int line = 1;
        List<AuditReport.ClaimResult> claims = matrix.rows().isEmpty()
                ? List.of()
                : matrix.rows().getFirst().report().claims();
        List<String> none = new ArrayList<>();
        for (AuditReport.ClaimResult claim : claims) {
            if (matrix.rows().stream()
                    .allMatch(row -> isMissing(row, claim.claim().id()))) {
                none.add(claim.claim().id() + " " + claim.claim().title());
                continue;
            }
            Label title = small(claim.claim().id() + " " + claim.claim().title());
            GridPane.setHgrow(title, Priority.ALWAYS);
            title.setMinWidth(0);
            title.setTooltip(new Tooltip(title.getText()));
            grid.add(title, 0, line);
            column = 1;
            for (StandMatrix.Row row : matrix.rows()) {
                Label cell = cell(row, claim.claim().id());
                grid.add(cell, column++, line);
            }
            line++;
        }
        TreeSet<Integer> threads = new TreeSet<>();
        matrix.rows().forEach(row -> threads.addAll(row.rates().keySet()));
        for (int n : threads) {
            grid.add(small(words.count(n, "audit.outside.rate", n)), 0, line);
            column = 1;
            for (StandMatrix.Row row : matrix.rows()) {
                Double rate = row.rates().get(n);
                Label value = small(rate == null ? "\u2013" : String.format(Locale.ROOT, "%,.0f", rate));
                value.setMinWidth(USE_PREF_SIZE);
                grid.add(value, column++, line);
            }
            line++;
        }
        if (!none.isEmpty()) {
            Label missing = small(words.get("audit.outside.none", String.join(", ", none)));
            missing.setId("disciplines-none");
            missing.setWrapText(true);
            grid.add(missing, 0, line, column, 1);
        }
        return grid;
    }

    private static boolean isMissing(StandMatrix.Row row, String id) {
        return row.report().claims().stream()
                .filter(judged -> judged.claim().id().equals(id))
                .allMatch(judged -> judged.finding().verdict() == Verdict.NOT_AVAILABLE);
    }

    private Label cell(StandMatrix.Row row, String id) {
        return row.report().claims().stream()
                .filter(judged -> judged.claim().id().equals(id))
                .findFirst()
                .map(judged -> {
                    VerdictLook look = VerdictLook.of(judged.finding().verdict());
                    Label cell = look.label(words.get(look == VerdictLook.NOT_AVAILABLE ? "audit.na" : look.word()));
                    cell.setMinWidth(USE_PREF_SIZE);
                    cell.setId("cell-" + row.discipline().wireName() + "-" + id);
                    Tooltip tooltip = new Tooltip(judged.finding().summary());
                    tooltip.setWrapText(true);
                    tooltip.setMaxWidth(420);
                    cell.setTooltip(tooltip);
                    cell.setAccessibleText(id + " " + row.discipline().wireName() + ": "
                            + judged.finding().verdict().words() + ". "
                            + judged.finding().summary());
                    return cell;
                })
                .orElseGet(() -> small("\u2013"));
    }

    private static Label verdict(Verdict verdict, String text) {
        return VerdictLook.of(verdict).label(text);
    }

    private static Label small(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("small");
        return label;
    }
}
