package orrery.ui.orrery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import orrery.ephemeris.SkyEvent;
import orrery.math.Constants;
import orrery.time.CalendarDate;
import orrery.time.TimeScale;
import orrery.ui.fx.Words;

/**
 * The days of a month, each with a dot for every event found on it, three at most; pressing a day goes to its first
 * event, pressing it again to its next. Days are TDB, as the table's dates are.
 *
 * <p>Confined to the JavaFX thread.
 */
final class MonthGrid {
    private static final int WEEK = 7;
    private static final int MOST_DAYS = 31;
    private static final int MOST_DOTS = 3;
    private static final String DOT = "\u2022";
    /** 2000-01-01 was a Saturday. */
    private static final int FIRST_WEEKDAY = 5;

    private final Words words;
    private final Function<SkyEvent, String> sentence;
    private final Consumer<SkyEvent> go;
    private final GridPane grid = new GridPane();
    private final List<Button> days = new ArrayList<>();
    private final List<List<SkyEvent>> events = new ArrayList<>();
    private CalendarDate first = new CalendarDate(TimeScale.TDB, 2000, 1, 1, 0);
    private int pressed = -1;
    private int next;

    /**
     * @param sentence says what an event is
     * @param go what choosing an event does
     */
    MonthGrid(Words words, Function<SkyEvent, String> sentence, Consumer<SkyEvent> go) {
        this.words = words;
        this.sentence = sentence;
        this.go = go;
        grid.setId("events-grid");
        grid.getStyleClass().add("month-grid");
        grid.managedProperty().bind(grid.visibleProperty());
        grid.setVisible(false);
        for (int i = 0; i < WEEK; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / WEEK);
            grid.getColumnConstraints().add(column);
            Label name = new Label(words.get("weekday." + (i + 1)));
            name.getStyleClass().add("month-weekday");
            name.setMaxWidth(Double.MAX_VALUE);
            grid.add(name, i, 0);
        }
        for (int i = 0; i < MOST_DAYS; i++) {
            Button day = new Button();
            int index = i;
            day.setId("events-day-" + (i + 1));
            day.getStyleClass().setAll("month-day");
            day.setContentDisplay(ContentDisplay.BOTTOM);
            day.setMaxWidth(Double.MAX_VALUE);
            day.setOnAction(e -> press(index));
            days.add(day);
            events.add(new ArrayList<>());
        }
    }

    Node view() {
        return grid;
    }

    /** Shows the month that a span is, and no grid where it is another span than one whole month. */
    void show(double from, double to) {
        CalendarDate start = CalendarDate.of(from, TimeScale.TDB);
        boolean month = start.day() == 1
                && start.secondOfDay() == 0
                && start.plusMonths(1).toEt() == to;
        grid.setVisible(month);
        events.forEach(List::clear);
        pressed = -1;
        if (!month) {
            return;
        }
        first = start;
        grid.getChildren().removeAll(days);
        int before = Math.floorMod((int) Math.round(from / Constants.DAY + 0.5) + FIRST_WEEKDAY, WEEK);
        int length = (int) Math.round((to - from) / Constants.DAY);
        for (int i = 0; i < length; i++) {
            grid.add(days.get(i), (before + i) % WEEK, 1 + (before + i) / WEEK);
            tell(i);
        }
    }

    /** Adds events of the month. */
    void add(List<SkyEvent> found) {
        if (!grid.isVisible() || found.isEmpty()) {
            return;
        }
        for (SkyEvent event : found) {
            int index = CalendarDate.of(event.et(), TimeScale.TDB).day() - 1;
            events.get(index).add(event);
            events.get(index).sort(Comparator.comparingDouble(SkyEvent::et));
        }
        for (int i = 0; i < MOST_DAYS; i++) {
            tell(i);
        }
    }

    private void tell(int index) {
        Button day = days.get(index);
        List<SkyEvent> here = events.get(index);
        String number = Integer.toString(index + 1);
        day.setText(number);
        day.setDisable(here.isEmpty());
        Label dots = new Label(here.isEmpty() ? " " : DOT.repeat(Math.min(here.size(), MOST_DOTS)));
        dots.getStyleClass().add("month-dots");
        day.setGraphic(dots);
        String date = words.count(
                here.size(),
                "events.day",
                number,
                words.get("month." + first.month()),
                Long.toString(first.year()),
                here.size());
        List<String> lines = here.stream().map(sentence).toList();
        day.setAccessibleText(lines.isEmpty() ? date : date + " " + String.join("; ", lines));
        day.setTooltip(lines.isEmpty() ? null : new Tooltip(String.join("\n", lines)));
    }

    private void press(int index) {
        List<SkyEvent> here = events.get(index);
        next = index == pressed ? (next + 1) % Math.max(1, here.size()) : 0;
        pressed = index;
        if (!here.isEmpty()) {
            go.accept(here.get(next));
        }
    }
}
