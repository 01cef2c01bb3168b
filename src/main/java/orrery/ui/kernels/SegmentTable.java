package orrery.ui.kernels;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
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
import orrery.time.EpochFormat;
import orrery.time.JulianDate;
import orrery.time.TimeScale;
import orrery.ui.fx.NameCell;
import orrery.ui.fx.Words;

/**
 * The segments of one kernel: sortable by any column, filtered by words that must all occur in a row, with epochs in
 * the selected scale; a segment with a problem is marked and describes it. For kernels with very many segments, the
 * rows and their order are computed in the background. Otherwise JavaFX thread only.
 */
final class SegmentTable {
    private static final PseudoClass FLAGGED = PseudoClass.getPseudoClass("flagged");

    /** The notation of epochs. */
    enum Epochs {
        TDB,
        UTC,
        JD,
        ET
    }

    private final Words words;
    private final TableView<SegmentRow> table;
    private final Reckoning.Aside aside;
    private final TableColumn<SegmentRow, SegmentRow> troubles;
    private boolean isWide;
    private Epochs epochs = Epochs.TDB;
    private Optional<Examination> examination = Optional.empty();
    private List<SegmentRow> all = List.of();
    private List<String> wantedWords = List.of();
    private boolean troubled;
    /** The latest request; older ones are abandoned. */
    private volatile Wish wish = new Wish(List.of(), List.of(), Epochs.TDB, Optional.empty(), null);

    /** Which rows to show, and in which order; file order if none is given. */
    private record Wish(
            List<SegmentRow> all,
            List<String> words,
            Epochs epochs,
            Optional<Examination> examination,
            @Nullable Comparator<SegmentRow> order) {}

    /** The rows in order, and whether any segment at all has a problem. */
    private record OrderedRows(List<SegmentRow> rows, boolean troubled) {}

    SegmentTable(TableView<SegmentRow> table, Words words, Reckoning.Aside aside) {
        this.table = table;
        this.words = words;
        this.aside = aside;
        columns();
        troubles = base("kernels.col.trouble", 260, true, this::trouble, Pos.CENTER_LEFT);
        troubles.setComparator(Comparator.comparing(this::trouble));
        table.setItems(FXCollections.observableArrayList());
        table.setSortPolicy(_ -> {
            order();
            return true;
        });
        table.setPlaceholder(new Label(words.get("kernels.segments.none")));
        table.setRowFactory(t -> new TableRow<>() {
            @Override
            protected void updateItem(@Nullable SegmentRow item, boolean empty) {
                super.updateItem(item, empty);
                String trouble = item == null || empty ? "" : trouble(item);
                pseudoClassStateChanged(FLAGGED, !trouble.isEmpty());
                setTooltip(trouble.isEmpty() ? null : new Tooltip(trouble));
            }
        });
        widen(false);
    }

    private void columns() {
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
    }

    /** @param found the result of reading the records, if they have been read */
    @SuppressWarnings("ReferenceEquality")
    void show(List<SegmentRow> segments, Optional<Examination> found) {
        boolean same = all == segments || (segments.size() <= Reckoning.AT_ONCE && all.equals(segments));
        boolean marked = examination.orElse(null) != found.orElse(null);
        all = segments;
        examination = found;
        if (!same || marked) {
            order();
        }
        if (same) {
            // The same rows with new marks: selection and order are kept.
            table.refresh();
        }
    }

    /** Recomputes the rows and their order. */
    @SuppressWarnings("ReferenceEquality")
    private void order() {
        Wish now = new Wish(all, wantedWords, epochs, examination, table.getComparator());
        wish = now;
        if (all.size() <= Reckoning.AT_ONCE) {
            take(ordered(now));
        } else {
            aside.work(() -> wish == now ? ordered(now) : new OrderedRows(List.of(), false), found -> {
                if (wish == now) {
                    take(found);
                }
            });
        }
    }

    private void take(OrderedRows found) {
        troubled = found.troubled;
        if (found.rows.size() > Reckoning.AT_ONCE) {
            table.setItems(FXCollections.observableList(found.rows));
        } else if (!table.getItems().equals(found.rows)) {
            SegmentRow chosen = table.getSelectionModel().getSelectedItem();
            table.setItems(FXCollections.observableList(found.rows));
            if (chosen != null && found.rows.contains(chosen)) {
                table.getSelectionModel().select(chosen);
            }
        }
        showTroubles();
    }

    /** May be called on any thread. */
    private OrderedRows ordered(Wish wish) {
        Stream<SegmentRow> found = wish.all.stream();
        if (!wish.words.isEmpty()) {
            found = found.filter(row -> {
                String text = searched(row, wish);
                return wish.words.stream().allMatch(text::contains);
            });
        }
        Comparator<SegmentRow> order = wish.order;
        return new OrderedRows(
                (order == null ? found : found.sorted(order)).toList(),
                wish.all.stream()
                        .anyMatch(row -> !trouble(row, wish.examination).isEmpty()));
    }

    /** All problems of a segment, by its descriptor and by its records, as sentences; empty if none. */
    String trouble(SegmentRow row) {
        return trouble(row, examination);
    }

    private static String trouble(SegmentRow row, Optional<Examination> examination) {
        String records = examination.map(e -> e.sentences(row.info().index())).orElse("");
        return row.trouble() + (row.trouble().isEmpty() || records.isEmpty() ? "" : " ") + records;
    }

    /** All words must occur in a row, in any column. */
    void filter(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        wantedWords = wanted.isEmpty() ? List.of() : List.of(wanted.split("\\s+", -1));
        order();
    }

    void epochs(Epochs now) {
        epochs = now;
        if (!wantedWords.isEmpty()) {
            // The words are searched in the epochs as displayed.
            order();
        }
        table.refresh();
    }

    /** Shows the columns that only fit in a wide panel. */
    void widen(boolean wide) {
        isWide = wide;
        for (TableColumn<SegmentRow, ?> column : table.getColumns()) {
            column.setVisible(wide || !Boolean.TRUE.equals(column.getUserData()));
        }
        showTroubles();
    }

    /** If everything is sound the problem column is empty, and the others fit without it. */
    private void showTroubles() {
        troubles.setVisible(isWide && troubled);
    }

    /** The current rows, filtered and sorted. */
    List<SegmentRow> shown() {
        return List.copyOf(table.getItems());
    }

    private String searched(SegmentRow row, Wish wish) {
        return String.join(
                        " ",
                        KernelText.body(row.target(), words),
                        Integer.toString(row.target()),
                        KernelText.body(row.center(), words),
                        "type" + row.info().type(),
                        row.typeName(),
                        frame(row.info().frame()),
                        row.info().name(),
                        epoch(row.start(), wish.epochs),
                        epoch(row.end(), wish.epochs),
                        trouble(row, wish.examination))
                .toLowerCase(Locale.ROOT);
    }

    private String epoch(double et) {
        return epoch(et, epochs);
    }

    private static String epoch(double et, Epochs epochs) {
        return switch (epochs) {
            case TDB -> KernelText.day(et);
            case UTC ->
                Math.abs(et) < 1e12
                        ? EpochFormat.days(TimeScale.UTC).unlabeled().format(et)
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
