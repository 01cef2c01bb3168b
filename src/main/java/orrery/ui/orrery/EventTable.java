package orrery.ui.orrery;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import orrery.ephemeris.EventKind;
import orrery.ephemeris.Site;
import orrery.ephemeris.SkyEvent;
import orrery.math.Constants;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import orrery.ui.fx.NameCell;
import orrery.ui.fx.Words;

/**
 * The events found, one per row: time, event, and its figure. A click or Enter on a row selects it.
 *
 * <p>Confined to the JavaFX thread.
 */
final class EventTable {
    private static final EpochFormat MINUTE =
            EpochFormat.minutes(TimeScale.TDB).spaced().unlabeled();

    private final Words words;
    private final ObservableList<SkyEvent> events = FXCollections.observableArrayList();
    private final TableView<SkyEvent> table = new TableView<>();

    /** @param go called with the selected event */
    EventTable(Words words, Consumer<SkyEvent> go) {
        this.words = words;
        table.setId("events-table");
        table.getStyleClass().add("event-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label empty = new Label(words.get("events.empty"));
        empty.setWrapText(true);
        empty.getStyleClass().add("muted");
        empty.setMaxWidth(300);
        table.setPlaceholder(empty);
        TableColumn<SkyEvent, Double> when = new TableColumn<>(words.get("events.when"));
        when.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().et()));
        when.setCellFactory(column -> new TextCell<>("", MINUTE::format));
        when.setMinWidth(122);
        when.setMaxWidth(122);
        TableColumn<SkyEvent, String> what = new TableColumn<>(words.get("events.what"));
        what.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(sentence(row.getValue())));
        what.setCellFactory(column -> new NameCell<>(text -> text, Pos.CENTER_LEFT));
        what.setMinWidth(140);
        TableColumn<SkyEvent, SkyEvent> value = new TableColumn<>(words.get("events.value"));
        value.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        value.setCellFactory(column -> new TextCell<>("number-cell", EventTable::figure));
        value.setComparator((a, b) -> Double.compare(a.value(), b.value()));
        value.setMinWidth(76);
        value.getStyleClass().add("number-column");
        value.setMaxWidth(76);
        table.getColumns().setAll(List.of(when, what, value));
        SortedList<SkyEvent> sorted = new SortedList<>(events);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getSortOrder().setAll(List.of(when));
        table.setRowFactory(view -> {
            TableRow<SkyEvent> row = new TableRow<>();
            row.setOnMouseClicked(e -> {
                if (!row.isEmpty()) {
                    go.accept(row.getItem());
                }
            });
            return row;
        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            SkyEvent chosen = table.getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.ENTER && chosen != null) {
                go.accept(chosen);
                e.consume();
            }
        });
    }

    TableView<SkyEvent> view() {
        return table;
    }

    void add(List<SkyEvent> more) {
        events.addAll(more);
    }

    /** Marks an event and brings it into sight. */
    void choose(SkyEvent event) {
        table.getSelectionModel().select(event);
        table.scrollTo(event);
    }

    void clear() {
        events.clear();
    }

    int size() {
        return events.size();
    }

    /** The events shown, in the table's order. */
    List<SkyEvent> listed() {
        return List.copyOf(table.getItems());
    }

    /** What an event is, in a few words. */
    String sentence(SkyEvent event) {
        String what =
                words.get("event." + event.kind().name(), BodyLook.name(event.body()), BodyLook.name(event.other()));
        return event.local()
                .flatMap(SkyEvent.Local::nearest)
                .map(place -> words.get("events.nearest", what, ground(place)))
                .orElse(what);
    }

    /** A place in whole degrees: {@code 12° N 34° W}. */
    private static String ground(Site place) {
        return String.format(
                Locale.ROOT,
                "%.0f\u00b0 %s %.0f\u00b0 %s",
                Math.abs(place.latitude()),
                place.latitude() < 0 ? "S" : "N",
                Math.abs(place.longitude()),
                place.longitude() < 0 ? "W" : "E");
    }

    /** The event's number as people read it. */
    static String figure(SkyEvent event) {
        double value = event.value();
        return switch (event.kind().measure()) {
            case LONGITUDE, PHASE -> Angles.degrees(Math.toRadians(value), 3) + "\u00b0";
            case LATITUDE -> Angles.signed(Math.toRadians(value), 3) + "\u00b0";
            case BRIGHTNESS -> String.format(Locale.ROOT, "%+.2f", value).replace('-', '\u2212');
            case SEPARATION -> Angles.small(Math.toRadians(value));
            case DISTANCE, LEAST_DISTANCE, LARGEST_DISTANCE ->
                value > 0.02 * Constants.AU ? Lengths.au(value).substring(0, 7) + " au" : Lengths.km(value) + " km";
            case GAMMA -> String.format(Locale.ROOT, "\u03b3 %+.4f", value).replace('-', '\u2212');
            case PART -> String.format(Locale.ROOT, "%.3f", value);
            case MAGNITUDE ->
                String.format(
                        Locale.ROOT, event.kind() == EventKind.PENUMBRAL_LUNAR_ECLIPSE ? "(%.3f)" : "%.3f", value);
        };
    }

    /** A cell with a text made from its value. */
    private static final class TextCell<T> extends TableCell<SkyEvent, T> {
        private final Function<T, String> text;

        TextCell(String style, Function<T, String> text) {
            this.text = text;
            if (!style.isEmpty()) {
                getStyleClass().add(style);
            }
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : text.apply(item));
        }
    }
}
