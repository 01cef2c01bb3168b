package orrery.ui.kernels;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import orrery.forge.KernelDiff;
import orrery.ui.fx.NameCell;
import orrery.ui.fx.Words;

/**
 * The columns of the table of differences, body by body; some are shown only where there is room.
 *
 * <p>Confined to the JavaFX thread.
 */
final class DifferenceColumns {
    private static final double WIDE = 640;

    private final TableView<KernelDiff.Row> table;
    private final Words words;

    private DifferenceColumns(TableView<KernelDiff.Row> table, Words words) {
        this.table = table;
        this.words = words;
    }

    /** Gives a table its columns. */
    static void into(TableView<KernelDiff.Row> table, Words words) {
        DifferenceColumns columns = new DifferenceColumns(table, words);
        columns.all();
        // The chart above says what to do; a second sentence would only repeat it.
        table.setPlaceholder(new Region());
        table.widthProperty().addListener((o, old, now) -> columns.widen(now.doubleValue() >= WIDE));
        columns.widen(false);
    }

    private void all() {
        column(
                "compare.col.body",
                110,
                false,
                KernelDiff.Row::target,
                r -> KernelText.body(r.target(), words),
                Pos.CENTER_LEFT);
        column("compare.col.max", 78, false, KernelDiff.Row::max, r -> KernelText.km(r.max()), Pos.CENTER_RIGHT);
        column("compare.col.rms", 78, false, KernelDiff.Row::rms, r -> KernelText.km(r.rms()), Pos.CENTER_RIGHT);
        column(
                "compare.col.mas",
                78,
                false,
                KernelDiff.Row::maxArcseconds,
                r -> KernelText.mas(r.maxArcseconds() * 1000),
                Pos.CENTER_RIGHT);
        part("compare.col.radial", KernelDiff.Parts::maxRadial);
        part("compare.col.along", KernelDiff.Parts::maxAlong);
        part("compare.col.cross", KernelDiff.Parts::maxCross);
        column(
                "compare.col.median",
                84,
                true,
                KernelDiff.Row::median,
                r -> KernelText.km(r.median()),
                Pos.CENTER_RIGHT);
        column("compare.col.p95", 84, true, KernelDiff.Row::p95, r -> KernelText.km(r.p95()), Pos.CENTER_RIGHT);
        column(
                "compare.col.speed",
                90,
                true,
                KernelDiff.Row::maxSpeed,
                r -> String.format(Locale.ROOT, "%.3g mm/s", r.maxSpeed() * 1e6),
                Pos.CENTER_RIGHT);
        column("compare.col.on", 88, true, KernelDiff.Row::maxAt, r -> KernelText.day(r.maxAt()), Pos.CENTER_RIGHT);
        column(
                "compare.col.masrms",
                84,
                true,
                KernelDiff.Row::rmsArcseconds,
                r -> KernelText.mas(r.rmsArcseconds() * 1000),
                Pos.CENTER_RIGHT);
        column(
                "compare.col.epochs",
                70,
                true,
                KernelDiff.Row::epochs,
                r -> KernelText.grouped(r.epochs()),
                Pos.CENTER_RIGHT);
    }

    /** A part of the greatest difference along a direction of the first kernel's motion. */
    private void part(String key, ToDoubleFunction<KernelDiff.Parts> value) {
        column(
                key,
                84,
                true,
                row -> value.applyAsDouble(row.parts()),
                row -> {
                    double km = value.applyAsDouble(row.parts());
                    return Double.isNaN(km) ? "-" : KernelText.km(km);
                },
                Pos.CENTER_RIGHT);
    }

    private void column(
            String key,
            double width,
            boolean wide,
            ToDoubleFunction<KernelDiff.Row> value,
            Function<KernelDiff.Row, String> text,
            Pos side) {
        TableColumn<KernelDiff.Row, KernelDiff.Row> column = new TableColumn<>(words.get(key));
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setUserData(wide);
        if (side == Pos.CENTER_RIGHT) {
            column.getStyleClass().add("right");
        }
        column.setComparator(Comparator.comparingDouble(value));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(c -> new NameCell<>(text, side));
        table.getColumns().add(column);
    }

    private void widen(boolean wide) {
        for (TableColumn<KernelDiff.Row, ?> column : table.getColumns()) {
            column.setVisible(wide || !Boolean.TRUE.equals(column.getUserData()));
        }
    }
}
