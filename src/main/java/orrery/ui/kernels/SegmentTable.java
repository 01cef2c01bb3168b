package orrery.ui.kernels;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import orrery.ephemeris.Bodies;
import orrery.frames.InertialFrame;
import orrery.library.Examination;
import orrery.library.SegmentRow;
import orrery.math.Constants;
import orrery.time.DateFormat;
import orrery.time.JulianDate;
import orrery.time.TimeScale;
import orrery.ui.fx.NameCell;
import orrery.ui.fx.Words;

/**
 * The segments of one kernel: sortable by any column, filtered by words that all must be found in a row, epochs in the
 * scale that is chosen; a segment with something wrong is marked and says what. JavaFX thread only.
 */
final class SegmentTable {
    private static final PseudoClass FLAGGED = PseudoClass.getPseudoClass("flagged");

    /** How epochs are written. */
    enum Epochs {
        TDB,
        UTC,
        JD,
        ET
    }

    private final Words words;
    private final TableView<SegmentRow> table;
    private final ObservableList<SegmentRow> rows = FXCollections.observableArrayList();
    private final FilteredList<SegmentRow> filtered = new FilteredList<>(rows);
    private final TableColumn<SegmentRow, SegmentRow> troubles;
    private boolean isWide;
    private Epochs epochs = Epochs.TDB;
    private Optional<Examination> examination = Optional.empty();

    SegmentTable(TableView<SegmentRow> table, Words words) {
        this.table = table;
        this.words = words;
        number(
                "kernels.col.index",
                26,
                false,
                r -> r.info().index(),
                r -> Integer.toString(r.info().index()));
        column("kernels.col.target", 98, false, r -> Bodies.name(r.target()), r -> KernelText.body(r.target(), words));
        column("kernels.col.center", 70, false, r -> Bodies.name(r.center()), r -> KernelText.body(r.center(), words));
        number(
                "kernels.col.type",
                38,
                false,
                r -> r.info().type(),
                r -> Integer.toString(r.info().type()));
        number("kernels.col.start", 72, false, SegmentRow::start, r -> epoch(r.start()));
        number("kernels.col.end", 72, false, SegmentRow::end, r -> epoch(r.end()));
        column("kernels.col.typename", 160, true, SegmentRow::typeName, SegmentRow::typeName);
        number(
                "kernels.col.frame",
                70,
                true,
                r -> r.info().frame(),
                r -> frame(r.info().frame()));
        number(
                "kernels.col.granule",
                76,
                true,
                SegmentRow::granuleSeconds,
                r -> KernelText.granule(r.granuleSeconds()));
        number(
                "kernels.col.degree",
                60,
                true,
                SegmentRow::degree,
                r -> r.degree() < 0 ? "–" : Integer.toString(r.degree()));
        number("kernels.col.records", 76, true, SegmentRow::records, r -> KernelText.grouped(r.records()));
        number(
                "kernels.col.bytes",
                90,
                true,
                r -> r.info().bytes(),
                r -> KernelText.grouped(r.info().bytes()));
        number(
                "kernels.col.offset",
                96,
                true,
                r -> r.info().offset(),
                r -> KernelText.grouped(r.info().offset()));
        column(
                "kernels.col.name",
                124,
                true,
                r -> r.info().name(),
                r -> r.info().name());
        troubles = base("kernels.col.trouble", 260, true, this::trouble, Pos.CENTER_LEFT);
        troubles.setComparator(Comparator.comparing(this::trouble));
        SortedList<SegmentRow> sorted = new SortedList<>(filtered);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setPlaceholder(new Label(words.get("kernels.segments.none")));
        table.setRowFactory(t -> new TableRow<>() {
            private final Tooltip tip = new Tooltip();

            @Override
            protected void updateItem(@Nullable SegmentRow item, boolean empty) {
                super.updateItem(item, empty);
                String trouble = item == null || empty ? "" : trouble(item);
                pseudoClassStateChanged(FLAGGED, !trouble.isEmpty());
                tip.setText(trouble);
                setTooltip(trouble.isEmpty() ? null : tip);
            }
        });
        widen(false);
    }

    /** @param found what came of reading the records, if they have been read */
    void show(List<SegmentRow> segments, Optional<Examination> found) {
        examination = found;
        if (rows.equals(segments)) {
            // The same rows, marked anew: what is chosen and sorted stays.
            table.refresh();
        } else {
            rows.setAll(segments);
        }
        showTroubles();
    }

    /** All that is wrong with a segment, by its descriptor and by its records, in sentences; empty for nothing. */
    String trouble(SegmentRow row) {
        String records = examination.map(e -> e.sentences(row.info().index())).orElse("");
        return row.trouble() + (row.trouble().isEmpty() || records.isEmpty() ? "" : " ") + records;
    }

    /** All words must be found in a row, in any column. */
    void filter(String text) {
        List<String> wanted = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1));
        filtered.setPredicate(row -> {
            String all = searched(row);
            return wanted.stream().allMatch(all::contains);
        });
    }

    void epochs(Epochs now) {
        epochs = now;
        table.refresh();
    }

    /** Shows the columns for which there is room only in a wide panel. */
    void widen(boolean wide) {
        isWide = wide;
        for (TableColumn<SegmentRow, ?> column : table.getColumns()) {
            column.setVisible(wide || !Boolean.TRUE.equals(column.getUserData()));
        }
        showTroubles();
    }

    /** Where all is sound there is nothing in their column, and the others fit without it. */
    private void showTroubles() {
        troubles.setVisible(
                isWide && rows.stream().anyMatch(row -> !trouble(row).isEmpty()));
    }

    /** The rows as they stand now, filtered and sorted. */
    List<SegmentRow> shown() {
        return List.copyOf(table.getItems());
    }

    private String searched(SegmentRow row) {
        return String.join(
                        " ",
                        KernelText.body(row.target(), words),
                        Integer.toString(row.target()),
                        KernelText.body(row.center(), words),
                        "type" + row.info().type(),
                        row.typeName(),
                        frame(row.info().frame()),
                        row.info().name(),
                        epoch(row.start()),
                        epoch(row.end()),
                        trouble(row))
                .toLowerCase(Locale.ROOT);
    }

    private String epoch(double et) {
        return switch (epochs) {
            case TDB -> KernelText.day(et);
            case UTC ->
                Math.abs(et) < 1e12
                        ? DateFormat.days(TimeScale.UTC).unlabelled().format(et)
                        : KernelText.day(et);
            case JD -> String.format(Locale.ROOT, "%.2f", JulianDate.J2000 + et / Constants.DAY);
            case ET -> String.format(Locale.ROOT, "%.0f", et);
        };
    }

    private static String frame(int id) {
        return InertialFrame.byId(id).map(InertialFrame::frameName).orElse(Integer.toString(id));
    }

    private void number(
            String key,
            double width,
            boolean wide,
            ToDoubleFunction<SegmentRow> value,
            Function<SegmentRow, String> text) {
        TableColumn<SegmentRow, SegmentRow> column = base(key, width, wide, text, Pos.CENTER_RIGHT);
        column.getStyleClass().add("right");
        column.setComparator(Comparator.comparingDouble(value));
    }

    private void column(
            String key,
            double width,
            boolean wide,
            Function<SegmentRow, String> value,
            Function<SegmentRow, String> text) {
        base(key, width, wide, text, Pos.CENTER_LEFT).setComparator(Comparator.comparing(value));
    }

    private TableColumn<SegmentRow, SegmentRow> base(
            String key, double width, boolean wide, Function<SegmentRow, String> text, Pos side) {
        TableColumn<SegmentRow, SegmentRow> column = new TableColumn<>(words.get(key));
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setUserData(wide);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(c -> new NameCell<>(text, side));
        table.getColumns().add(column);
        return column;
    }
}
