package orrery.ui.orrery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import orrery.ephemeris.EventKind;
import orrery.ephemeris.Site;
import orrery.ephemeris.SiteMoment;
import orrery.ephemeris.SkyEvent;
import orrery.service.BodyFacts;
import orrery.service.SiteSky;
import orrery.service.SkyService;
import orrery.testing.Eventually;
import orrery.testing.Screen;
import orrery.testing.SoundKernels;
import orrery.testing.TestTab;
import orrery.time.Dates;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Theme;
import orrery.ui.fx.Words;

/** The Body tab alone, on the shipped kernel: what it shows, what it copies, and its page of events. */
@ExtendWith(ApplicationExtension.class)
class BodyPanelTest {
    private static final double EPOCH = Dates.parse("2026-05-20");

    private final List<String> copied = new ArrayList<>();
    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private TestTab<BodyPanel> tab;

    @SuppressWarnings("NullAway.Init")
    private SkyService service;

    @SuppressWarnings("NullAway.Init")
    private SkyModel model;

    @SuppressWarnings("NullAway.Init")
    private Ruler ruler;

    @SuppressWarnings("NullAway.Init")
    private BodyPanel panel;

    @Start
    void start(Stage stage) {
        String sheet = Objects.requireNonNull(BodyPanel.class.getResource("orrery-view.css"))
                .toExternalForm();
        tab = new TestTab<>(stage, 420, 980, List.of(sheet), this::make);
        panel = tab.panel;
        service = tab.service;
    }

    private BodyPanel make(SkyService sky, PulsePump pump) {
        sky.open(List.of(SoundKernels.shipped())).join();
        model = new SkyModel(sky, EPOCH, Theme.DARK);
        model.clock().pause();
        model.follow();
        ruler = new Ruler(model);
        BodyPanel made = new BodyPanel(model, ruler, pump, copied::add);
        var _ = pump.listen((now, elapsed) -> model.pulse(elapsed));
        return made;
    }

    @Stop
    void stop() {
        tab.close();
    }

    /** Chooses a body; its facts, once the tab shows them. */
    private BodyFacts choose(int body) {
        Screen.run(() -> model.selected().set(body));
        BodyFacts facts =
                Eventually.value("facts of " + body, service::facts, now -> now.body() == body && now.et() == EPOCH);
        Screen.equal("the tab to show them", body, panel::showing);
        return facts;
    }

    /** What stands beside a name, all of it in sight; "none" where no such name is. JavaFX thread. */
    private String row(String name) {
        return ((Parent) panel.view())
                .lookupAll(".fact").stream()
                        .filter(node -> node.getAccessibleText() != null && Screen.inSight(node))
                        .map(Node::getAccessibleText)
                        .filter(text -> text.startsWith(name + ": "))
                        .findFirst()
                        .orElse("none");
    }

    private void awaitRow(String name, Predicate<String> right) {
        Screen.value("the row " + name, () -> row(name), right);
    }

    @Test
    void itTellsWhereABodyIsHowItIsSeenAndOnWhatOrbit() {
        choose(5);
        BodyFacts.Appearance seen = service.computeFacts(5, EPOCH).seen().orElseThrow();
        String magnitude = FactSheet.magnitude(seen.magnitude().orElseThrow(), Words.of(BodyPanel.class));
        awaitRow("Constellation", "Constellation: Gemini"::equals);
        awaitRow("Magnitude", said -> said.contains(magnitude));
        awaitRow("Eccentricity", said -> said.contains("0.048"));
        awaitRow("Next perihelion", said -> said.contains("2034-") && said.contains("TDB"));
        awaitRow("Elongation", said -> said.endsWith("\u00b0 east"));
        awaitRow("Separation, from the Earth", "none"::equals);
        choose(399);
        // Nobody sees the Earth from the Earth.
        awaitRow("Constellation", "none"::equals);
        awaitRow("Next perihelion", said -> said.contains("2027-01-03"));
        choose(301);
        awaitRow("Next periapsis", said -> said.startsWith("Next periapsis: 2026-0"));
    }

    /** The longest line that a body has beneath its name. */
    @Test
    void itsNumberAndDateAreNotCutShort() {
        choose(4);
        for (String id : List.of("#body-id", "#body-epoch")) {
            Label line = Screen.node(id, Label.class);
            Screen.so(id + " whole", () -> !line.getText().isEmpty() && line.getWidth() >= line.prefWidth(-1));
        }
        Screen.reads("#body-id", "NAIF 4, barycenter");
    }

    @Test
    void noNameStandsWithoutItsValueNorOverAnotherBodys() {
        choose(4);
        Screen.so("the facts whole", BodyPanelTest::opaque);
        assertThat(Screen.fx(() -> {
                    model.selected().set(5);
                    return opaque();
                }))
                .isFalse();
        choose(5);
        Screen.so("the facts whole again", BodyPanelTest::opaque);
    }

    private static boolean opaque() {
        return Objects.requireNonNull(Screen.find("#body-facts", Node.class)).getOpacity() == 1;
    }

    @Test
    void aSecondBodyAddsItsDistanceAndTheAngle() {
        choose(5);
        Screen.run(() -> ruler.from().set(OptionalInt.of(6)));
        BodyFacts facts = Eventually.value(
                "facts of both", service::facts, now -> now.second().isPresent());
        double degrees = Math.toDegrees(facts.second().orElseThrow().angle().orElseThrow());
        String angle = String.format(Locale.ROOT, "%.4f", degrees);
        awaitRow("Separation, from the Earth", said -> said.contains(angle));
        Screen.run(() -> ruler.toggle());
        awaitRow("Separation, from the Earth", "none"::equals);
    }

    @Test
    void aPlaceOnTheEarthHasTheBodyInItsSkyAndTellsWhenItRises() {
        choose(5);
        awaitRow("Altitude", "none"::equals);
        Screen.run(() -> model.site().set(Optional.of(Site.parse("Berlin"))));
        SiteSky sky = service.computeFacts(5, EPOCH).sky().orElseThrow();
        String rises = SiteFacts.times(sky, SiteMoment.Kind.RISE, Words.of(BodyPanel.class));
        assertThat(rises).matches("\\d\\d:\\d\\d:\\d\\d");
        awaitRow("Rises", ("Rises: " + rises)::equals);
        awaitRow("Altitude", said -> said.contains(Angles.signed(sky.place().altitude(), 3)));
        Screen.run(() -> typeSite("13,95"));
        Screen.so(
                "what is wrong said",
                () -> Objects.requireNonNull(Screen.find("#site-trouble", Label.class))
                        .getText()
                        .contains("latitude 95.0"));
        assertThat(model.site().get().orElseThrow().name()).isEqualTo("Berlin");
        Screen.run(() -> typeSite("none"));
        awaitRow("Altitude", "none"::equals);
        assertThat(model.site().get()).isEmpty();
    }

    @Test
    void aMonthsEventsAreGoneThroughAndSavedAsACalendarFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("month.ics");
        Screen.run(() -> {
            panel.eventsView().saveTo(name -> Optional.of(file));
            panel.events();
        });
        Screen.run(() -> Objects.requireNonNull(Screen.find("#events-month-after", Button.class))
                .fire());
        Screen.value(
                "June",
                () -> Objects.requireNonNull(Screen.find("#events-month", Button.class))
                        .getText(),
                "June 2026"::equals);
        Screen.so("the search over", () -> {
            panel.eventsView().refresh();
            return !Objects.requireNonNull(Screen.find("#events-save", Button.class))
                    .isDisabled();
        });
        assertThat(Screen.fx(() -> panel.eventsView().listed()))
                .isNotEmpty()
                .allMatch(e -> e.et() >= Dates.parse("2026-06-01") && e.et() < Dates.parse("2026-07-01"));
        List<SkyEvent> month = Screen.fx(() -> panel.eventsView().listed());
        monthIsADayByDay(month);
        Screen.run(() -> Objects.requireNonNull(Screen.find("#events-save", Button.class))
                .fire());
        Eventually.value("the file", () -> Files.isRegularFile(file), there -> there);
        assertThat(Files.readString(file)).startsWith("BEGIN:VCALENDAR").contains("DTSTART:202606");
    }

    /** Each day says how many events it has; pressing it again and again goes from one to the next. */
    private void monthIsADayByDay(List<SkyEvent> month) {
        for (int day = 1; day <= 30; day++) {
            double start = Dates.parse("2026-06-%02d".formatted(day));
            List<SkyEvent> here = month.stream()
                    .filter(e -> e.et() >= start && e.et() < start + 86_400)
                    .sorted(Comparator.comparingDouble(SkyEvent::et))
                    .toList();
            Button button = Objects.requireNonNull(Screen.find("#events-day-" + day, Button.class));
            String said = day + " June 2026: " + here.size() + (here.size() == 1 ? " event." : " events.");
            assertThat(button.getAccessibleText()).startsWith(said);
            assertThat(button.isDisabled()).isEqualTo(here.isEmpty());
            for (SkyEvent event : here) {
                Screen.run(button::fire);
                assertThat(model.clock().et()).isEqualTo(event.et());
            }
        }
        assertThat(Screen.find("#events-day-31", Button.class)).isNull();
        SkyEvent meeting = month.stream()
                .filter(e -> e.kind() == EventKind.CONJUNCTION)
                .findFirst()
                .orElseThrow();
        Camera seen = EventSight.of(meeting, Camera.first()).orElseThrow();
        assertThat(seen.frame().a()).isEqualTo(399);
        assertThat(seen.frame().field()).isGreaterThan(2 * meeting.value());
    }

    /** As Enter does in the field. */
    private static void typeSite(String text) {
        ComboBox<String> box = siteChoice();
        box.setValue(text);
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> siteChoice() {
        return (ComboBox<String>) Objects.requireNonNull(Screen.find("#site-choice", ComboBox.class));
    }

    @Test
    void copiesCarryUnitCenterFrameScaleAndAberrationWithEveryNumber() throws Exception {
        choose(4);
        Screen.run(() -> panel.actions().stream()
                .filter(action -> action.id().startsWith("body.copy"))
                .forEach(action -> action.run().run()));
        assertThat(copied).hasSize(3);
        BodyFacts facts = service.computeFacts(4, EPOCH);
        String distance = Double.toString(facts.fromEarth().orElseThrow().distance());
        assertThat(copied.get(0))
                .startsWith("Mars (barycenter) (4)\n2026-05-20T00:00:00.000 TDB")
                .contains("Seen from the Earth \u00b7 Earth \u00b7 true equator and equinox of date")
                .contains("Constellation")
                .contains("orrery_1900_2100.bsp, segment 3, type 2");
        List<String> rows = copied.get(1).lines().toList();
        assertThat(rows.getFirst()).isEqualTo("body,et,time scale,group,name,value,unit,center,frame,aberration");
        assertThat(rows).contains("4," + EPOCH + ",TDB,Distance,Distance," + distance + ",km,Earth,ICRF,geometric");
        assertThat(rows)
                .hasSizeGreaterThan(35)
                .allMatch(row -> row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1).length == 10);
        JsonNode node = new ObjectMapper().readTree(copied.get(2));
        assertThat(node.at("/timeScale").asText()).isEqualTo("TDB");
        assertThat(node.at("/facts").size()).isEqualTo(rows.size() - 1);
        assertThat(node.at("/answeredBy/0/segment").asInt()).isEqualTo(3);
        double found = 0;
        for (JsonNode fact : node.at("/facts")) {
            assertThat(fact.at("/center").asText()).isNotEmpty();
            assertThat(fact.at("/aberration").asText()).isNotEmpty();
            if (fact.at("/name").asText().equals("Distance")
                    && fact.at("/center").asText().equals("Earth")) {
                found = fact.at("/value").asDouble();
            }
        }
        assertThat(found).isEqualTo(facts.fromEarth().orElseThrow().distance());
    }

    private static void openEvents(String from, String to) {
        Screen.click("#events-open");
        span(from, to);
    }

    private static void span(String from, String to) {
        Screen.type("#events-from", from);
        Screen.type("#events-to", to);
    }

    @Test
    void eventsAreFoundSortedAndGoneToByAClick() {
        choose(4);
        openEvents("2026-06-01", "2027-06-01");
        Screen.enter("#events-to", "2027-06-01");
        Screen.value(
                "what comes after a year from now",
                () -> panel.eventsView().listed(),
                list -> list.stream().anyMatch(e -> e.et() > EPOCH + 366 * 86_400.0));
        Screen.says("#events-message", "each to the second");
        List<SkyEvent> events = Screen.fx(() -> panel.eventsView().listed());
        assertThat(events).isSortedAccordingTo(Comparator.comparingDouble(SkyEvent::et));
        SkyEvent eclipse = events.stream()
                .filter(e -> e.kind() == EventKind.TOTAL_SOLAR_ECLIPSE)
                .findFirst()
                .orElseThrow();
        assertThat(eclipse.et()).isCloseTo(Dates.parse("2026-08-12T17:47:06"), within(60.0));
        // Sorted by the measure, smallest first, by its head.
        TableView<SkyEvent> table = table();
        Screen.run(() -> table.getSortOrder().setAll(List.of(table.getColumns().getLast())));
        assertThat(Screen.fx(() -> panel.eventsView().listed()))
                .isSortedAccordingTo(Comparator.comparingDouble(SkyEvent::value));
        Screen.run(() -> {
            table.getSortOrder().clear();
            table.getSortOrder().setAll(List.of(table.getColumns().getFirst()));
        });
        double first = Screen.fx(() -> Double.parseDouble(table.getColumns()
                .getFirst()
                .getCellObservableValue(0)
                .getValue()
                .toString()));
        Screen.so("the first row in sight", () -> {
            table.layout();
            return table.lookupAll(".table-row-cell").stream()
                    .filter(row -> row instanceof TableRow<?> cell && cell.getIndex() == 0 && Screen.inSight(cell))
                    .findFirst()
                    .map(row -> {
                        Screen.clickInto(row);
                        return true;
                    })
                    .orElse(false);
        });
        Screen.equal("to be there", first, () -> model.clock().et());
        Screen.so("time stands there", () -> !model.clock().playing());
        Screen.push(KeyCode.ESCAPE);
        Screen.unseen("#events");
        Screen.click("#events-open");
        Screen.click("#events-back");
        Screen.unseen("#events");
    }

    @SuppressWarnings("unchecked")
    private static TableView<SkyEvent> table() {
        return Screen.node("#events-table", TableView.class);
    }

    @Test
    void theYearToComeIsSearchedAsSoonAsThePageOpens() {
        choose(4);
        Screen.click("#events-open");
        Screen.says("#events-message", "each to the second");
        List<SkyEvent> events = Screen.value("events", () -> panel.eventsView().listed(), list -> !list.isEmpty());
        assertThat(events).allSatisfy(e -> assertThat(e.et()).isBetween(EPOCH - 86_400, EPOCH + 366 * 86_400.0));
    }

    @Test
    void aSearchCanBeCalledOffAndAWrongSpanIsSaid() {
        choose(301);
        openEvents("2027-01-01", "2026-01-01");
        Screen.enter("#events-to", "2026-01-01");
        Screen.says("#events-message", "later");
        span("soon", "2026-01-01");
        Screen.click("#events-from");
        Screen.push(KeyCode.ENTER);
        Screen.says("#events-message", "soon");
        Screen.click("#family-phases");
        Screen.click("#family-apsides");
        span("1900-01-05", "2099-12-01");
        // Pressed and cancelled in one act, so that a fast machine has not found all before.
        Button find = Screen.node("#events-find", Button.class);
        Screen.run(() -> {
            find.fire();
            assertThat(find.getText()).isEqualTo("Cancel");
            assertThat(Screen.inSight(Screen.find("#events-progress", Node.class)))
                    .isTrue();
            find.fire();
        });
        Screen.text("#events-message", said -> said.startsWith("Cancelled"));
        Screen.reads("#events-find", "Find");
        Screen.unseen("#events-progress");
    }

    @Test
    void everyKindOfEventHasItsWords() {
        Words words = Words.of(BodyPanel.class);
        for (EventKind kind : EventKind.values()) {
            assertThat(words.get("event." + kind.name(), "Mars", "Venus")).isNotBlank();
            assertThat(EventTable.figure(new SkyEvent(kind, 0, 4, 299, 0.5))).isNotBlank();
            assertThat(words.get("family." + kind.family().name())).isNotBlank();
        }
    }

    /** From the Earth's center the two are farther apart than the Moon is wide, and both are in the picture. */
    @Test
    void anOccultationSeenFromSomewhereShowsBothAndSaysFromWhere() {
        SkyEvent event = new SkyEvent(
                EventKind.OCCULTATION_SOMEWHERE_ON_EARTH,
                0,
                299,
                301,
                1.1,
                Optional.of(new SkyEvent.Local(0, 90, OptionalDouble.empty(), Optional.of(Site.at(-34.4, 12.4, 0)))));
        Camera seen = EventSight.of(event, Camera.first()).orElseThrow();
        assertThat(seen.frame().field()).isGreaterThan(2 * (event.value() + 0.3));
        assertThat(new EventTable(Words.of(BodyPanel.class), _ -> {}).sentence(event))
                .isEqualTo("Moon hides Venus near 12\u00b0 N 34\u00b0 W");
    }
}
