package orrery.ui.audit;

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
import orrery.ui.fx.Words;

/**
 * What a reader from outside can be trusted with: a column a discipline, a row a claim, queries a second below, and for
 * each discipline in a sentence what decided. JavaFX thread.
 */
final class DisciplineGrid extends VBox {
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
        GridPane grid = new GridPane(12, 2);
        grid.getStyleClass().add("claim-figures");
        int column = 1;
        for (StandMatrix.Row row : matrix.rows()) {
            grid.add(small(row.discipline().wireName()), column++, 0);
        }
        int line = 1;
        List<AuditReport.Judged> claims = matrix.rows().isEmpty()
                ? List.of()
                : matrix.rows().getFirst().report().claims();
        for (AuditReport.Judged claim : claims) {
            Label title = small(claim.claim().id() + " " + claim.claim().title());
            GridPane.setHgrow(title, Priority.ALWAYS);
            title.setMinWidth(0);
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
            grid.add(small(words.get("audit.outside.rate", n)), 0, line);
            column = 1;
            for (StandMatrix.Row row : matrix.rows()) {
                Double rate = row.rates().get(n);
                grid.add(small(rate == null ? "\u2013" : String.format(Locale.ROOT, "%,.0f", rate)), column++, line);
            }
            line++;
        }
        return grid;
    }

    private Label cell(StandMatrix.Row row, String id) {
        return row.report().claims().stream()
                .filter(judged -> judged.claim().id().equals(id))
                .findFirst()
                .map(judged -> {
                    Label cell = verdict(
                            judged.finding().verdict(),
                            words.get(VerdictLook.of(judged.finding().verdict()).word()));
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

    private static Label verdict(orrery.audit.Verdict verdict, String text) {
        return VerdictLook.of(verdict).label(text);
    }

    private static Label small(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("small");
        return label;
    }
}
