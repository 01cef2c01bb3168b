package orrery.ui.kernels;

import java.util.Comparator;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import orrery.forge.KernelDiff;
import orrery.ui.fx.NameCell;
import orrery.ui.fx.PinnedColumn;
import orrery.ui.fx.Words;

/**
 * The columns of the table of differences by body, the most important first; a narrow table is scrolled sideways, and
 * the names of the bodies stay in sight.
 *
 * <p>Confined to the JavaFX thread.
 */
final class DifferenceColumns {
    private final TableView<KernelDiff.Row> table;
    private final Words words;
    private final PinnedColumn pinned;

    private DifferenceColumns(TableView<KernelDiff.Row> table, Words words) {
        this.table = table;
        this.words = words;
        this.pinned = new PinnedColumn(table);
    }

    /** Gives a table its columns. */
    static void into(TableView<KernelDiff.Row> table, Words words) {
        DifferenceColumns columns = new DifferenceColumns(table, words);
        columns.all();
        // The chart above says what to do; a second message would only repeat it.
        table.setPlaceholder(new Region());
    }

    private void all() {
        column(
                "compare.col.body",
                100,
                KernelDiff.Row::target,
                r -> KernelText.body(r.target(), words),
                Pos.CENTER_LEFT);
        figures("compare.col.max", 76, KernelDiff.Row::max, ColumnUnit::ofLength);
        part("compare.col.radial", KernelDiff.Parts::maxRadial);
        part("compare.col.along", KernelDiff.Parts::maxAlong);
        part("compare.col.cross", KernelDiff.Parts::maxCross);
        figures("compare.col.mas", 94, r -> r.maxArcseconds() * 1000, ColumnUnit::ofAngle);
        figures("compare.col.rms", 78, KernelDiff.Row::rms, ColumnUnit::ofLength);
        figures("compare.col.median", 84, KernelDiff.Row::median, ColumnUnit::ofLength);
        figures("compare.col.p95", 84, KernelDiff.Row::p95, ColumnUnit::ofLength);
        figures("compare.col.speed", 90, KernelDiff.Row::maxSpeed, ColumnUnit::ofSpeed);
        column("compare.col.on", 88, KernelDiff.Row::maxAt, r -> KernelText.day(r.maxAt()), Pos.CENTER_RIGHT);
        figures("compare.col.masrms", 94, r -> r.rmsArcseconds() * 1000, ColumnUnit::ofAngle);
        column("compare.col.epochs", 70, KernelDiff.Row::epochs, r -> KernelText.grouped(r.epochs()), Pos.CENTER_RIGHT);
    }

    /** A component of the greatest difference, along a direction of the first kernel's motion. */
    private void part(String key, ToDoubleFunction<KernelDiff.Parts> value) {
        figures(key, 84, row -> value.applyAsDouble(row.parts()), ColumnUnit::ofLength);
    }

    /** Figures in one unit, that of the greatest of the column. */
    private void figures(
            String key, double width, ToDoubleFunction<KernelDiff.Row> value, DoubleFunction<ColumnUnit> unit) {
        column(
                key,
                width,
                value,
                row -> unit.apply(table.getItems().stream()
                                .mapToDouble(value)
                                .filter(Double::isFinite)
                                .map(Math::abs)
                                .max()
                                .orElse(0))
                        .say(value.applyAsDouble(row)),
                Pos.CENTER_RIGHT);
    }

    private void column(
            String key,
            double width,
            ToDoubleFunction<KernelDiff.Row> value,
            Function<KernelDiff.Row, String> text,
            Pos side) {
        TableColumn<KernelDiff.Row, KernelDiff.Row> column = new TableColumn<>(words.get(key));
        column.setPrefWidth(width);
        column.setReorderable(false);
        if (side == Pos.CENTER_RIGHT) {
            column.getStyleClass().add("right");
        }
        column.setComparator(Comparator.comparingDouble(value));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        boolean first = table.getColumns().isEmpty();
        column.setCellFactory(c -> first ? pinned.cell(new NameCell<>(text, side)) : new NameCell<>(text, side));
        table.getColumns().add(column);
    }
}
