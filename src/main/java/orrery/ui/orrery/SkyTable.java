package orrery.ui.orrery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import orrery.math.Constants;
import orrery.service.SkyBody;
import orrery.service.SkyCatalogue;
import orrery.service.SkyFrame;
import orrery.spk.NaifIds;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import orrery.ui.fx.Follower;
import orrery.ui.fx.NameCell;
import orrery.ui.fx.Panel;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Theme;
import orrery.ui.fx.Throttle;
import orrery.ui.fx.Words;

/**
 * The Table tab: the picture as rows, for users who cannot see it or want the numbers side by side. Selecting a row
 * selects the body; Enter or a double-click flies there.
 *
 * <p>Confined to the JavaFX thread.
 */
public final class SkyTable implements Panel {
    private static final long READABLE = 250;
    /** Below this width the least informative columns are hidden, pixels. */
    private static final double NARROW = 520;

    private final SkyModel model;
    private final Words words = Words.of(SkyTable.class);
    private final EpochFormat date = EpochFormat.seconds(TimeScale.TDB, 0).spaced();
    private final Absence absence = new Absence();
    private final TableView<Line> table = new TableView<>();
    private final Label title = new Label();
    private final VBox view = new VBox();
    private final Map<Integer, Line> lines = new HashMap<>();
    private final Follower refreshing;
    private final Throttle readable = Throttle.millis(READABLE);
    private @Nullable SkyCatalogue listed;
    private boolean dark = true;
    private boolean choosing;

    /** One body. */
    private static final class Line {
        private final int id;
        private final String name;
        private final String kind;
        private final ReadOnlyStringWrapper sun = new ReadOnlyStringWrapper("");
        private final ReadOnlyStringWrapper earth = new ReadOnlyStringWrapper("");
        private final ReadOnlyStringWrapper speed = new ReadOnlyStringWrapper("");
        private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

        Line(int id, String name, String kind) {
            this.id = id;
            this.name = name;
            this.kind = kind;
        }
    }

    public SkyTable(SkyModel model, PulsePump pump) {
        this.model = model;
        refreshing = new Follower(pump, (now, elapsed) -> pulse(now));
        title.getStyleClass().add("small");
        Label fine = new Label(words.get("table.fine"));
        fine.getStyleClass().add("fine-print");
        table.setId("sky-table");
        table.setAccessibleText(words.get("table.accessible"));
        table.setPlaceholder(new Label(words.get("table.none")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getStyleClass().add("sky-table");
        table.getColumns().setAll(columns());
        table.setRowFactory(t -> row());
        table.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null && !choosing) {
                model.selected().set(is.id);
            }
        });
        table.setOnKeyPressed(e -> {
            Line line = table.getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.ENTER && line != null) {
                model.flyTo(line.id);
                e.consume();
            }
        });
        table.widthProperty().addListener((o, was, is) -> fit(is.doubleValue()));
        model.selected().addListener(o -> choose());
        VBox.setVgrow(table, Priority.ALWAYS);
        view.getStyleClass().add("table-panel");
        view.getChildren().setAll(title, table, fine);
    }

    private List<TableColumn<Line, String>> columns() {
        TableColumn<Line, String> mark = column(
                "mark",
                44,
                line -> new ReadOnlyStringWrapper(BodyLook.of(line.id).letter()));
        mark.setCellFactory(c -> new MarkCell());
        mark.setMaxWidth(52);
        TableColumn<Line, String> name = column("name", 92, line -> new ReadOnlyStringWrapper(line.name));
        TableColumn<Line, String> kind = column("kind", 80, line -> new ReadOnlyStringWrapper(line.kind));
        TableColumn<Line, String> sun = number("sun", line -> line.sun);
        TableColumn<Line, String> earth = number("earth", line -> line.earth);
        TableColumn<Line, String> speed = number("speed", line -> line.speed);
        TableColumn<Line, String> note = column("note", 60, line -> line.note);
        return List.of(mark, name, kind, sun, earth, speed, note);
    }

    private TableColumn<Line, String> column(String key, double width, Function<Line, ReadOnlyStringWrapper> value) {
        TableColumn<Line, String> column =
                new TableColumn<>(words.get("table." + (key.equals("mark") ? "letter" : key)));
        column.setId(key);
        column.setMinWidth(width);
        column.setCellValueFactory(cell -> value.apply(cell.getValue()));
        column.setCellFactory(c -> new NameCell<>(text -> text, Pos.CENTER_LEFT));
        return column;
    }

    private TableColumn<Line, String> number(String key, Function<Line, ReadOnlyStringWrapper> value) {
        TableColumn<Line, String> column = column(key, 66, value);
        column.setCellFactory(c -> new NumberCell());
        column.getStyleClass().add("number-column");
        column.setComparator((a, b) -> Double.compare(value(a), value(b)));
        return column;
    }

    private static double value(String text) {
        return text.isEmpty() ? Double.MAX_VALUE : Double.parseDouble(text.replace(",", ""));
    }

    private TableRow<Line> row() {
        TableRow<Line> row = new TableRow<>();
        row.setOnMouseClicked(e -> {
            Line line = row.getItem();
            if (e.getClickCount() == 2 && line != null) {
                model.flyTo(line.id);
            }
        });
        return row;
    }

    /** Columns that a narrow panel would cut are hidden. */
    private void fit(double width) {
        for (TableColumn<Line, ?> column : table.getColumns()) {
            if ("kind".equals(column.getId())) {
                column.setVisible(width >= NARROW);
            }
            if ("note".equals(column.getId())) {
                column.setVisible(width >= NARROW
                        || lines.values().stream().anyMatch(l -> !l.note.get().isEmpty()));
            }
        }
    }

    @Override
    public String id() {
        return "table";
    }

    @Override
    public String chapter() {
        return "orrery";
    }

    @Override
    public String title() {
        return words.get("table.tab");
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown(boolean shown) {
        if (refreshing.follow(shown)) {
            readable.open();
        }
    }

    private void pulse(long now) {
        if (readable.passes(now)) {
            refresh(model.service().frame());
        }
    }

    @Override
    public void theme(Theme theme) {
        dark = theme == Theme.DARK;
        table.refresh();
    }

    @Override
    public void close() {
        refreshing.follow(false);
    }

    /** Shows a frame. */
    public void refresh(@Nullable SkyFrame frame) {
        if (frame == null) {
            return;
        }
        if (frame.catalogue() != listed) {
            list(frame.catalogue());
        }
        title.setText(words.get("table.title", date.format(frame.et())));
        boolean noted = false;
        for (SkyBody body : frame.catalogue().bodies()) {
            Line line = lines.get(body.id());
            if (line != null) {
                show(frame, body, line);
                noted |= !line.note.get().isEmpty();
            }
        }
        if (noted != (table.getColumns().getLast().isVisible() && table.getWidth() < NARROW)) {
            fit(table.getWidth());
        }
    }

    private void list(SkyCatalogue catalogue) {
        listed = catalogue;
        lines.clear();
        List<Line> made = new ArrayList<>();
        for (int id : model.every()) {
            String kind =
                    words.get("kind." + BodyLook.of(id).body().kind().name().toLowerCase(Locale.ROOT));
            Line line = new Line(id, BodyLook.name(id), kind);
            lines.put(id, line);
            made.add(line);
        }
        table.getItems().setAll(made);
        choose();
    }

    private void choose() {
        Line line = lines.get(model.selected().get());
        if (line != null && line != table.getSelectionModel().getSelectedItem()) {
            choosing = true;
            table.getSelectionModel().select(line);
            choosing = false;
        }
    }

    private void show(SkyFrame frame, SkyBody body, Line line) {
        int index = frame.catalogue().indexOf(body.id());
        line.sun.set(distance(frame, index, NaifIds.SUN));
        line.earth.set(distance(frame, index, NaifIds.EARTH));
        line.speed.set(speed(frame, index));
        String trouble = frame.troubles().get(body.id());
        line.note.set(trouble == null ? absence.of(body, frame.et()) : trouble);
    }

    private static String distance(SkyFrame frame, int index, int from) {
        int other = frame.catalogue().indexOf(from);
        if (other < 0 || other == index || !frame.known(other) || !frame.known(index)) {
            return "";
        }
        double au = frame.distance(index, other) / Constants.AU;
        return String.format(Locale.ROOT, au < 0.1 ? "%.6f" : "%.5f", au);
    }

    private static String speed(SkyFrame frame, int index) {
        int sun = frame.catalogue().indexOf(NaifIds.SUN);
        return sun < 0 || sun == index || !frame.known(sun) || !frame.known(index)
                ? ""
                : String.format(Locale.ROOT, "%.3f", frame.relativeSpeed(index, sun));
    }

    /** Shape, color and letter of a body. */
    private final class MarkCell extends TableCell<Line, String> {
        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            Line line = empty ? null : getTableRow().getItem();
            setText(line == null ? null : item);
            setGraphic(line == null ? null : MarkNode.boxed(line.id, dark));
        }
    }

    /** Digits aligned with digits. */
    private static final class NumberCell extends TableCell<Line, String> {
        NumberCell() {
            getStyleClass().add("number-cell");
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : item);
        }
    }
}
