package orrery.ui.orrery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import orrery.ephemeris.Coverage;
import orrery.ephemeris.EventFamily;
import orrery.ephemeris.EventFinder;
import orrery.ephemeris.SearchGap;
import orrery.ephemeris.SkyEvent;
import orrery.math.Constants;
import orrery.service.EventSearch;
import orrery.time.CalendarDate;
import orrery.time.DateFormatException;
import orrery.time.Dates;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import orrery.ui.fx.Words;

/**
 * The events page behind the Body tab: what to look for and between which dates, the progress of the search, and its
 * results. The search runs in the service; a click on a row goes to its date.
 *
 * <p>Confined to the JavaFX thread.
 */
final class EventsView {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final EpochFormat DAY = EpochFormat.days(TimeScale.TDB).unlabeled();

    /** As wide as a month and the table side by side. */
    private static final double WIDE = 760;

    private final SkyModel model;
    private final Words words;
    private final VBox view = new VBox();
    private final TextField from = new TextField();
    private final TextField to = new TextField();
    private final Map<EventFamily, ToggleButton> familyChips = new EnumMap<>(EventFamily.class);
    private final CheckBox only = new CheckBox();
    private final Button find = new Button();
    private final Button month = new Button();
    private final CalendarSaving save;
    private final ProgressBar progress = new ProgressBar(0);
    private final Label message = new Label();
    private final EventTable table;
    private final MonthGrid grid;
    private @Nullable EventSearch search;
    private boolean opened;

    /** @param back called by the back button */
    EventsView(SkyModel model, Words words, Runnable back) {
        this.model = model;
        this.words = words;
        table = new EventTable(words, this::go);
        save = new CalendarSaving(words, table::listed, () -> from.getText().strip(), message::setText);
        grid = new MonthGrid(words, table::sentence, event -> {
            table.choose(event);
            go(event);
        });
        view.getStyleClass().add("events");
        view.setId("events");
        BorderPane found = new BorderPane(table.view());
        found.getStyleClass().add("events-found");
        view.getChildren().addAll(head(back), months(), span(), chips(), actions(), progress, message, found);
        VBox.setVgrow(found, Priority.ALWAYS);
        found.setTop(grid.view());
        // Beside the table where there is room for both.
        found.widthProperty().subscribe(width -> {
            boolean wide = width.doubleValue() >= WIDE;
            if (wide != (found.getLeft() != null)) {
                found.setTop(null);
                found.setLeft(wide ? grid.view() : null);
                found.setTop(wide ? null : grid.view());
            }
        });
        progress.setId("events-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setVisible(false);
        message.setId("events-message");
        message.getStyleClass().add("small");
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        view.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                back.run();
                e.consume();
            }
        });
        model.selected().addListener(o -> choose());
        model.catalogue().addListener(o -> renamed());
        choose();
    }

    private Node head(Runnable back) {
        Button leave = new Button();
        leave.setId("events-back");
        leave.setGraphic(new FontIcon("fth-arrow-left"));
        leave.getStyleClass().setAll("button", "flat");
        leave.setAccessibleText(words.get("events.back"));
        leave.setOnAction(e -> back.run());
        Label title = new Label(words.get("events.title"));
        title.getStyleClass().add("title");
        HBox head = new HBox(4, leave, title);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node months() {
        Button before = month("events-month-before", "fth-chevron-left", "events.month.before", -1);
        Button after = month("events-month-after", "fth-chevron-right", "events.month.after", 1);
        month.setId("events-month");
        month.getStyleClass().setAll("button", "flat");
        month.setAccessibleText(words.get("events.month"));
        month.setOnAction(e -> showMonth(0));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(4, before, month, after, space, save.button());
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Button month(String id, String icon, String words, int by) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().setAll("button", "flat");
        button.setAccessibleText(this.words.get(words));
        button.setOnAction(e -> showMonth(by));
        return button;
    }

    /** Searches the month of the first date, or one this many months later. */
    private void showMonth(int by) {
        double start = date(from);
        if (Double.isNaN(start)) {
            return;
        }
        CalendarDate now = CalendarDate.of(start, TimeScale.TDB);
        CalendarDate first = new CalendarDate(TimeScale.TDB, now.year(), now.month(), 1, 0).plusMonths(by);
        from.setText(DAY.format(first.toEt()));
        to.setText(DAY.format(first.plusMonths(1).toEt()));
        start();
    }

    /** The month of the first date, for the button between the arrows. */
    private void nameMonth() {
        try {
            CalendarDate now = CalendarDate.of(Dates.parse(from.getText()), TimeScale.TDB);
            month.setText(words.get("events.month.name", words.get("month." + now.month()), Long.toString(now.year())));
        } catch (DateFormatException e) {
            month.setText(words.get("events.month"));
        }
    }

    /** Asks where to write a calendar file: receives the default name, returns nothing if the user cancels. */
    public void saveTo(Function<String, Optional<Path>> chooser) {
        save.to(chooser);
    }

    private Node span() {
        from.setId("events-from");
        to.setId("events-to");
        from.setAccessibleText(words.get("events.from"));
        to.setAccessibleText(words.get("events.to"));
        for (TextField field : new TextField[] {from, to}) {
            field.setPrefColumnCount(11);
            field.setOnAction(e -> start());
            HBox.setHgrow(field, Priority.ALWAYS);
        }
        Label first = new Label(words.get("events.from"));
        Label second = new Label(words.get("events.to"));
        for (Label label : new Label[] {first, second}) {
            label.getStyleClass().add("muted");
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox row = new HBox(8, first, from, second, to);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node chips() {
        FlowPane flow = new FlowPane();
        flow.getStyleClass().add("event-families");
        for (EventFamily family : EventFamily.values()) {
            ToggleButton chip = new ToggleButton(words.get("family." + family.name()));
            chip.setId("family-" + family.word());
            chip.getStyleClass().setAll("toggle-button", "chip");
            chip.setSelected(!family.isNumerous());
            chip.setOnAction(e -> start());
            familyChips.put(family, chip);
            flow.getChildren().add(chip);
        }
        return flow;
    }

    private Node actions() {
        only.setId("events-only");
        only.getStyleClass().add("plain");
        only.setMnemonicParsing(false);
        only.setOnAction(e -> start());
        find.setId("events-find");
        find.getStyleClass().setAll("button", "primary");
        find.setText(words.get("events.find"));
        find.setMinWidth(Region.USE_PREF_SIZE);
        find.setOnAction(e -> {
            EventSearch running = search;
            if (running != null && running.stage() == EventSearch.Stage.RUNNING) {
                running.cancel();
            } else {
                start();
            }
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(8, only, space, find);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    Node view() {
        return view;
    }

    /** Called when the page is opened: the first time it searches one year from today. */
    void open() {
        boolean first = !opened;
        if (first) {
            opened = true;
            Coverage.Span span = model.clock().span();
            double et = model.clock().et();
            double end = Math.min(et + Constants.JULIAN_YEAR, span.end());
            from.setText(DAY.format(et));
            to.setText(DAY.format(end));
        }
        from.requestFocus();
        from.deselect();
        if (first) {
            start();
        }
    }

    /** Other kernels may give bodies other names. */
    private void renamed() {
        choose();
        table.view().refresh();
    }

    private void choose() {
        only.setText(words.get("events.only", BodyLook.name(model.selected().get())));
    }

    /** Starts the requested search, or shows what is wrong with the request. */
    public void start() {
        callOff();
        double start = date(from);
        double end = date(to);
        if (Double.isNaN(start) || Double.isNaN(end)) {
            return;
        }
        if (start >= end) {
            to.pseudoClassStateChanged(WRONG, true);
            message.setText(words.get("events.order"));
            return;
        }
        Set<EventFamily> families = EnumSet.noneOf(EventFamily.class);
        familyChips.forEach((family, chip) -> {
            if (chip.isSelected()) {
                families.add(family);
            }
        });
        if (families.isEmpty()) {
            message.setText(words.get("events.nothing"));
            return;
        }
        table.clear();
        grid.show(start, end);
        nameMonth();
        List<Integer> bodies = only.isSelected() ? List.of(model.selected().get()) : List.of();
        search = model.service().search(new EventFinder.Search(start, end, families, bodies));
        refresh();
    }

    private double date(TextField field) {
        try {
            double et = Dates.parse(field.getText());
            field.pseudoClassStateChanged(WRONG, false);
            return et;
        } catch (DateFormatException e) {
            field.pseudoClassStateChanged(WRONG, true);
            message.setText(e.getMessage());
            return Double.NaN;
        }
    }

    /** Shows what has been found since: called at most ten times a second, and before a picture is taken. */
    public void refresh() {
        EventSearch running = search;
        if (running == null) {
            return;
        }
        // Checked before draining, so that nothing found up to the end is lost.
        EventSearch.Stage stage = running.stage();
        List<SkyEvent> fresh = new ArrayList<>();
        if (running.drainTo(fresh)) {
            table.clear();
            grid.show(running.asked().from(), running.asked().to());
        }
        table.add(fresh);
        grid.add(fresh);
        boolean on = stage == EventSearch.Stage.RUNNING;
        progress.setVisible(on);
        progress.setProgress(running.fraction());
        find.setText(words.get(on ? "events.cancel" : "events.find"));
        int count = table.size();
        save.button().setDisable(on || count == 0);
        switch (stage) {
            case RUNNING -> message.setText(words.get("events.running", count));
            case CANCELLED -> message.setText(words.get("events.cancelled", count));
            case FAILED -> message.setText(running.trouble().orElse(""));
            case DONE -> message.setText(done(running, count));
        }
        if (!on) {
            search = null;
        }
    }

    private String done(EventSearch ended, int count) {
        String first = count == 0 ? words.get("events.none") : words.count(count, "events.done", count);
        List<Integer> partly = ended.found().map(EventFinder.Found::unsearched).orElse(List.of()).stream()
                .filter(one -> one.reason().why() != SearchGap.Why.LIGHT)
                .map(one -> one.reason().body())
                .distinct()
                .toList();
        return partly.isEmpty()
                ? first
                : first + " "
                        + words.get(
                                "events.partly",
                                partly.stream().map(BodyLook::name).collect(Collectors.joining(", ")));
    }

    /** Goes to an event: stops time there, selects its body, and shows it from the Earth if it can be seen. */
    private void go(SkyEvent event) {
        model.clock().pause();
        model.clock().jump(event.et());
        if (model.shown().contains(event.body())) {
            model.selected().set(event.body());
        }
        EventSight.of(event, model.rig().camera()).ifPresent(model.rig()::set);
    }

    /** The events shown, in the table's order. */
    public List<SkyEvent> listed() {
        return table.listed();
    }

    /** Cancels the current search; nothing more is shown of it. */
    private void callOff() {
        close();
        search = null;
        progress.setVisible(false);
        find.setText(words.get("events.find"));
    }

    void close() {
        EventSearch running = search;
        if (running != null) {
            running.cancel();
        }
    }
}
