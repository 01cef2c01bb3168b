package orrery.ui.orrery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.EventKind;
import orrery.ephemeris.SkyEvent;
import orrery.service.BodyFacts;
import orrery.service.SkyService;
import orrery.testing.Eventually;
import orrery.time.Dates;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Theme;
import orrery.ui.fx.Words;

/** The Body tab alone, on the shipped kernel: what it shows, what it copies, and its page of events. */
@ExtendWith(ApplicationExtension.class)
class BodyPanelTest {
    private static final double EPOCH = Dates.parse("2026-05-20");

    private final SkyService service = new SkyService(new KernelRegistry(), 1);
    private final List<String> copied = new ArrayList<>();
    private final PulsePump pump = new PulsePump();
    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private SkyModel model;

    @SuppressWarnings("NullAway.Init")
    private Ruler ruler;

    @SuppressWarnings("NullAway.Init")
    private BodyPanel panel;

    @Start
    void start(Stage stage) {
        service.open(List.of(Path.of(System.getProperty("orrery.basedir", "."), "kernels", "orrery_1900_2100.bsp")))
                .join();
        model = new SkyModel(service, EPOCH, Theme.DARK);
        model.clock().pause();
        model.follow();
        ruler = new Ruler(model);
        panel = new BodyPanel(model, ruler, pump, copied::add);
        var _ = pump.listen((now, elapsed) -> model.pulse(elapsed));
        Scene scene = new Scene((Parent) panel.view(), 420, 980);
        Theme.DARK.dress(
                scene,
                List.of(
                        Theme.tokens(),
                        Objects.requireNonNull(BodyPanel.class.getResource("orrery-view.css"))
                                .toExternalForm()));
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        stage.show();
        panel.shown(true);
        pump.start();
    }

    @Stop
    void stop() {
        pump.stop();
        panel.close();
        service.close();
    }

    private static <T> T onFx(Callable<T> what) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, what);
    }

    private void choose(int body) {
        onFx(() -> {
            model.selected().set(body);
            return 0;
        });
        Eventually.so("facts of " + body, () -> {
            BodyFacts facts = service.facts();
            return facts != null && facts.body() == body && facts.et() == EPOCH;
        });
        Eventually.so("the tab to show them", () -> onFx(() -> panel.showing()) == body);
    }

    private String row(FxRobot robot, String name) {
        return onFx(() -> robot.lookup(".fact").queryAll().stream()
                .filter(node -> node.getAccessibleText() != null && inSight(node))
                .map(Node::getAccessibleText)
                .filter(text -> text.startsWith(name + ": "))
                .findFirst()
                .orElse("none"));
    }

    private static boolean inSight(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void itTellsWhereABodyIsHowItIsSeenAndOnWhatOrbit(FxRobot robot) {
        choose(5);
        BodyFacts facts = service.computeFacts(5, EPOCH);
        BodyFacts.Seen seen = facts.seen().orElseThrow();
        assertThat(row(robot, "Constellation")).isEqualTo("Constellation: Gemini");
        assertThat(row(robot, "Magnitude"))
                .contains(FactSheet.magnitude(seen.magnitude().orElseThrow(), Words.of(BodyPanel.class)));
        assertThat(row(robot, "Eccentricity")).contains("0.048");
        assertThat(row(robot, "Next perihelion")).contains("2034-").contains("TDB");
        assertThat(row(robot, "Elongation")).endsWith("\u00b0 east");
        assertThat(row(robot, "Angle between, from the Earth")).isEqualTo("none");
        choose(399);
        assertThat(row(robot, "Constellation"))
                .as("nobody sees the Earth from the Earth")
                .isEqualTo("none");
        assertThat(row(robot, "Next perihelion")).contains("2027-01-03");
        choose(301);
        assertThat(row(robot, "Next periapsis")).startsWith("Next periapsis: 2026-0");
    }

    @Test
    void noNameStandsWithoutItsValueNorOverAnotherBodys(FxRobot robot) {
        choose(4);
        assertThat(onFx(() -> inSightOpaquely(robot))).isTrue();

        assertThat(onFx(() -> {
                    model.selected().set(5);
                    return inSightOpaquely(robot);
                }))
                .isFalse();
        choose(5);
        assertThat(onFx(() -> inSightOpaquely(robot))).isTrue();
    }

    private static boolean inSightOpaquely(FxRobot robot) {
        return robot.lookup("#measure").query().getParent().getParent().getOpacity() == 1;
    }

    @Test
    void aSecondBodyAddsItsDistanceAndTheAngle(FxRobot robot) {
        choose(5);
        onFx(() -> {
            ruler.from().set(OptionalInt.of(6));
            return 0;
        });
        Eventually.so(
                "the angle", () -> !row(robot, "Angle between, from the Earth").equals("none"));
        double degrees = Math.toDegrees(Objects.requireNonNull(service.facts())
                .second()
                .orElseThrow()
                .angle()
                .orElseThrow());
        assertThat(row(robot, "Angle between, from the Earth"))
                .contains(String.format(java.util.Locale.ROOT, "%.4f", degrees));
        onFx(() -> {
            ruler.toggle();
            return 0;
        });
        Eventually.so(
                "the angle to go",
                () -> row(robot, "Angle between, from the Earth").equals("none"));
    }

    @Test
    void copiesCarryUnitCenterFrameScaleAndAberrationWithEveryNumber(FxRobot robot) throws Exception {
        choose(4);
        onFx(() -> {
            panel.actions().stream()
                    .filter(action -> action.id().startsWith("body.copy"))
                    .forEach(action -> action.run().run());
            return 0;
        });
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

    private TableView<SkyEvent> table(FxRobot robot) {
        return onFx(() -> robot.lookup("#events-table").query());
    }

    private void span(FxRobot robot, String from, String to) {
        onFx(() -> {
            robot.lookup("#events-from").<TextField>query().setText(from);
            robot.lookup("#events-to").<TextField>query().setText(to);
            return 0;
        });
    }

    private String said(FxRobot robot) {
        return onFx(() -> robot.lookup("#events-said").<Label>query().getText());
    }

    @Test
    void eventsAreFoundSortedAndGoneToByAClick(FxRobot robot) {
        choose(4);
        robot.clickOn("#events-open");
        span(robot, "2026-06-01", "2027-06-01");
        robot.clickOn("#events-find");
        Eventually.so("the end of the search", () -> said(robot).contains("each to the second"));
        List<SkyEvent> events = onFx(() -> panel.eventsView().listed());
        assertThat(events).isSortedAccordingTo(Comparator.comparingDouble(SkyEvent::et));
        SkyEvent eclipse = events.stream()
                .filter(e -> e.kind() == EventKind.TOTAL_SOLAR_ECLIPSE)
                .findFirst()
                .orElseThrow();
        assertThat(eclipse.et()).isCloseTo(Dates.parse("2026-08-12T17:47:06"), within(60.0));
        // Sorted by the measure, smallest first, by its head.
        onFx(() -> {
            table(robot).getSortOrder().setAll(List.of(table(robot).getColumns().getLast()));
            return 0;
        });
        assertThat(onFx(() -> panel.eventsView().listed()))
                .isSortedAccordingTo(Comparator.comparingDouble(SkyEvent::value));
        onFx(() -> {
            table(robot).getSortOrder().clear();
            table(robot).getSortOrder().setAll(List.of(table(robot).getColumns().getFirst()));
            return 0;
        });
        String first = onFx(() -> table(robot)
                .getColumns()
                .getFirst()
                .getCellObservableValue(0)
                .getValue()
                .toString());
        Node top = onFx(
                () -> robot.from(table(robot)).lookup(".table-row-cell").nth(0).query());
        robot.clickOn(top);
        Eventually.so("to be there", () -> onFx(() -> model.clock().et()) != EPOCH);
        assertThat(onFx(() -> model.clock().et())).isEqualTo(Double.parseDouble(first));
        assertThat(onFx(() -> model.clock().playing())).isFalse();
        robot.push(KeyCode.ESCAPE);
        assertThat(onFx(() -> robot.lookup("#events").query().isVisible())).isFalse();
        robot.clickOn("#events-open").clickOn("#events-back");
        assertThat(onFx(() -> robot.lookup("#events").query().isVisible())).isFalse();
    }

    @Test
    void aSearchCanBeCalledOffAndAWrongSpanIsSaid(FxRobot robot) {
        choose(301);
        robot.clickOn("#events-open");
        span(robot, "2027-01-01", "2026-01-01");
        robot.clickOn("#events-find");
        assertThat(said(robot)).contains("later");
        span(robot, "soon", "2026-01-01");
        robot.clickOn("#events-from").push(KeyCode.ENTER);
        assertThat(said(robot)).contains("soon");
        robot.clickOn("#family-phases").clickOn("#family-apsides");
        span(robot, "1900-01-05", "2099-12-01");
        robot.clickOn("#events-find");
        Button find = onFx(() -> robot.lookup("#events-find").query());
        assertThat(onFx(find::getText)).isEqualTo("Cancel");
        assertThat(onFx(() -> robot.lookup("#events-progress").<Node>query().isVisible()))
                .isTrue();
        robot.clickOn("#events-find");
        Eventually.so("the end", () -> said(robot).startsWith("Called off"));
        assertThat(onFx(find::getText)).isEqualTo("Find");
        assertThat(onFx(() -> robot.lookup("#events-progress").<Node>query().isVisible()))
                .isFalse();
    }

    @Test
    void everyKindOfEventHasItsWords() {
        Words words = Words.of(BodyPanel.class);
        for (EventKind kind : EventKind.values()) {
            assertThat(words.get("event." + kind.name(), "Mars", "Venus")).isNotBlank();
            assertThat(EventsView.figure(new SkyEvent(kind, 0, 4, 299, 0.5))).isNotBlank();
            assertThat(words.get("family." + kind.family().name())).isNotBlank();
        }
    }
}
