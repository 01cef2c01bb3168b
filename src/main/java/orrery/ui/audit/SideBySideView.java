package orrery.ui.audit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import orrery.audit.FigureChange;
import orrery.audit.LedgerComparison;
import orrery.audit.Verdict;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Theme;
import orrery.ui.fx.Words;

/**
 * The comparison of two ledgers: the changes in a sentence, what limits comparability, both curves of service times,
 * both verdicts on each claim, and below a claim those of its figures that differ. JavaFX thread.
 */
final class SideBySideView extends VBox {
    private final Words words;
    private final Label sentence = new Label();
    private final Label conditions = new Label();
    private final Label noise = new Label();
    private final ServiceTimesChart curves;
    private final CheckBox all;
    private final GridPane grid = new GridPane(12, 2);
    private Optional<SideBySide> shown = Optional.empty();

    SideBySideView(PulsePump pump, Words words) {
        super(6);
        this.words = words;
        setId("side-by-side");
        sentence.setId("side-sentence");
        sentence.setWrapText(true);
        sentence.getStyleClass().add("plain");
        conditions.setWrapText(true);
        conditions.getStyleClass().addAll("small", "side-conditions");
        noise.setWrapText(true);
        noise.getStyleClass().add("small");
        curves = new ServiceTimesChart(pump, words);
        Label heading = new Label(words.get("audit.side.curves"));
        heading.getStyleClass().add("small");
        all = new CheckBox(words.get("audit.side.all"));
        all.setId("side-all");
        all.getStyleClass().add("small");
        all.selectedProperty().addListener(_ -> shown.ifPresent(this::figures));
        grid.getStyleClass().add("claim-figures");
        getChildren().addAll(sentence, conditions, noise, heading, curves, all, grid);
    }

    void show(SideBySide pair) {
        shown = Optional.of(pair);
        LedgerComparison comparison = pair.comparison();
        long verdicts = comparison.claims().stream()
                .filter(LedgerComparison.ClaimChange::isOtherVerdict)
                .count();
        int changed = comparison.claims().stream()
                .mapToInt(claim -> claim.changed().size())
                .sum();
        sentence.setText((comparison.isQuiet()
                        ? words.get("audit.side.quiet")
                        : words.get(
                                "audit.side.changed",
                                words.count(verdicts, "audit.side.verdicts", verdicts),
                                words.count(changed, "audit.side.figures", changed)))
                + " "
                + words.get(comparison.isSameDigest() ? "audit.side.digest.same" : "audit.side.digest.other"));
        boolean alike = comparison.incomparable().isEmpty();
        conditions.setManaged(!alike);
        conditions.setVisible(!alike);
        conditions.setText(alike ? "" : words.get("audit.side.unlike", String.join("; ", comparison.incomparable())));
        noise.setText(
                comparison.isUnrepeated()
                        ? words.get("audit.side.once")
                        : words.get(
                                "audit.side.noise",
                                String.format(Locale.ROOT, "%.0f", 100 * LedgerComparison.SURE),
                                String.format(Locale.ROOT, "%.0f", 100 * FigureChange.LEAST)));
        curves.show(pair);
        figures(pair);
    }

    private void figures(SideBySide pair) {
        grid.getChildren().clear();
        grid.addRow(
                0,
                small(""),
                fixed(small(words.get("audit.side.then"))),
                fixed(small(words.get("audit.side.now"))),
                fixed(small(words.get("audit.side.change"))));
        int row = 1;
        for (LedgerComparison.ClaimChange claim : pair.comparison().claims()) {
            Label name = small(claim.id() + " " + claim.title());
            name.setMinWidth(0);
            name.setTooltip(new Tooltip(name.getText()));
            GridPane.setHgrow(name, Priority.ALWAYS);
            grid.addRow(
                    row++,
                    name,
                    verdict(claim.before()),
                    verdict(claim.after()),
                    fixed(small(
                            claim.isOtherVerdict()
                                    ? words.get("audit.side.other")
                                    : claim.isUndecided() ? words.get("audit.side.undecided") : "")));
            List<FigureChange> figures = all.isSelected()
                    ? claim.figures().stream()
                            .filter(figure -> figure.kind() != FigureChange.Kind.SAME)
                            .toList()
                    : claim.changed();
            for (FigureChange figure : figures) {
                Label what = small("      " + figure.name() + (figure.unit().isEmpty() ? "" : ", " + figure.unit()));
                what.setMinWidth(0);
                what.setTooltip(new Tooltip(figure.name()));
                grid.addRow(row++, what, number(figure.before()), number(figure.after()), change(figure));
            }
        }
    }

    private Label verdict(Optional<Verdict> verdict) {
        return verdict.map(VerdictLook::of)
                .map(look -> fixed(look.label(words.get(look == VerdictLook.NOT_AVAILABLE ? "audit.na" : look.word()))))
                .orElseGet(() -> small("\u2013"));
    }

    private static Label number(Optional<FigureChange.Spread> side) {
        Label label = new Label(side.map(s -> text(s.mean())).orElse("\u2013"));
        label.getStyleClass().add("figure-value");
        return fixed(label);
    }

    private static String text(double mean) {
        return mean == Math.rint(mean) && Math.abs(mean) < 1e15
                ? String.format(Locale.ROOT, "%,d", (long) mean)
                : Math.abs(mean) >= 1000
                        ? String.format(Locale.ROOT, "%,.0f", mean)
                        : String.format(Locale.ROOT, "%.4g", mean);
    }

    private Label change(FigureChange figure) {
        String by = figure.interval()
                .map(interval ->
                        String.format(Locale.ROOT, "%+.0f to %+.0f %%", 100 * interval.from(), 100 * interval.to()))
                .orElseGet(() -> figure.change()
                        .map(change -> String.format(Locale.ROOT, "%+.1f %%", 100 * change))
                        .orElse(""));
        String text = switch (figure.kind()) {
            case CHANGED -> by + (figure.isWorse() ? " " + words.get("audit.side.worse") : "");
            case NOISE -> by + " " + words.get("audit.side.isnoise");
            case NOT_REPEATED, SAME, ONE_SIDED -> by;
        };
        Label label = small(text);
        if (figure.kind() == FigureChange.Kind.CHANGED) {
            label.getStyleClass().add("side-changed");
        }
        return fixed(label);
    }

    /** Never cut: the name beside it is shortened instead. */
    private static Label fixed(Label label) {
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label small(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("small");
        return label;
    }

    void shown(boolean seen) {
        curves.shown(seen);
    }

    void drawNow() {
        curves.drawNow();
    }

    void palette(Theme theme) {
        curves.palette(theme.palette());
    }
}
