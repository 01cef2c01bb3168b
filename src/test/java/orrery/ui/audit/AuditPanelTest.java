package orrery.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import orrery.audit.AuditPlan;
import orrery.audit.AuditPreset;
import orrery.audit.LedgerFiles;
import orrery.audit.Mutants;
import orrery.audit.ReaderJar;
import orrery.audit.StandPlan;
import orrery.binding.KernelRegistry;
import orrery.stand.Discipline;
import orrery.stand.ReaderLimits;
import orrery.stand.ReaderSpec;
import orrery.telemetry.Telemetry;
import orrery.telemetry.TelemetrySettings;
import orrery.testing.Eventually;
import orrery.testing.MadeKernels;
import orrery.testing.Screen;
import orrery.testing.TestTab;

/** The Audit tab, operated by hand on real audits of a small kernel. */
@ExtendWith(ApplicationExtension.class)
class AuditPanelTest {
    @TempDir
    private static Path folder;

    private final Telemetry telemetry = new Telemetry(TelemetrySettings.every(Duration.ofMillis(200)));
    private final KernelRegistry registry = new KernelRegistry();

    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private TestTab<AuditPanel> tab;

    @SuppressWarnings("NullAway.Init")
    private AuditPanel panel;

    @SuppressWarnings("NullAway.Init")
    private Path kernel;

    private Path ledgers = Path.of("");

    private Path outside = Path.of("");

    @Start
    void start(Stage stage) throws IOException {
        kernel = MadeKernels.planets(folder.resolve("the_planets.bsp"), 0);
        ledgers = Files.createTempDirectory(folder, "ledgers");
        tab = new TestTab<>(
                stage,
                420,
                900,
                List.of(),
                (_, pump) -> new AuditPanel(
                        new AuditModel(registry, () -> List.of(kernel), ledgers, telemetry),
                        new StandModel(ledgers),
                        pump,
                        _ -> Optional.of(folder.resolve("exported")),
                        (_, _) -> Optional.of(outside)));
        panel = tab.panel;
    }

    @Stop
    void stop() {
        tab.close();
        telemetry.close();
    }

    private AuditPlan plan(String... claims) {
        return AuditPlan.of(AuditPreset.LEDGER, List.of(kernel))
                .withClaims(List.of(claims))
                .withThreads(6)
                .withQueries(600)
                .withWindows(Duration.ofMillis(100), Eventually.LONGEST);
    }

    @Test
    void aRunFillsItsCardsAndTheMatrixAndLeavesALedgerThatCanBeExported() throws IOException {
        run(plan("A1", "A2"));
        String said = awaitVerdict("2 of 2");
        assertThat(said).contains("Proven");
        awaitLook("A1", VerdictLook.PROVEN);
        awaitLook("A2", VerdictLook.PROVEN);
        Screen.says("#overlap", "6 of 6");
        Label overlap = Screen.node("#overlap", Label.class);
        Screen.so("the headline to be whole", () -> !overlap.isTextTruncated());
        Node matrix = Screen.node("#matrix", Node.class);
        Screen.run(() -> {
            Event.fireEvent(matrix, key(KeyCode.RIGHT));
            Event.fireEvent(matrix, key(KeyCode.DOWN));
        });
        Screen.says("#cell", "Pair 2, execution 2", "identical on thread", " = ");
        Screen.press("#export");
        Path exported = Eventually.present("the export", () -> exported(LedgerFiles.JSON));
        assertThat(exported.resolve(LedgerFiles.JSON)).isNotEmptyFile();
        assertThat(LedgerFiles.past(ledgers)).hasSize(1);
        PastList past = Screen.node("#past", PastList.class);
        Node row = Screen.value("the ledger is listed", () -> past.lookup(".past-row"), Objects::nonNull);
        // What is drawn, not what was set: an underscore could be taken for the mark of a key.
        Text drawn = Screen.value("its text", () -> (Text) row.lookup(".text"), Objects::nonNull);
        assertThat(Screen.fx(drawn::getText)).contains("the_planets.bsp");
    }

    @Test
    void aRunIsRecordedAndStandsBesideTheOneBeforeIt() throws IOException {
        run(plan("A2"));
        awaitVerdict("1 of 1");
        CheckBox record = Screen.node("#record", CheckBox.class);
        Screen.run(() -> record.setSelected(true));
        run(plan("A2"));
        awaitVerdict("1 of 1");
        PastList past = Screen.node("#past", PastList.class);
        Screen.value("both ledgers are listed", () -> past.getChildren().size(), rows -> rows == 2);
        assertThat(LedgerFiles.past(ledgers).getFirst().folder().resolve(LedgerFiles.RECORDING))
                .isNotEmptyFile();
        assertThat(LedgerFiles.past(ledgers).getLast().folder().resolve(LedgerFiles.RECORDING))
                .doesNotExist();
        Screen.run(() -> past.getScene().getWindow().setHeight(450));
        Screen.run(() -> {
            VBox newest = (VBox) past.getChildren().getFirst();
            ((Button) newest.getChildren().getFirst()).fire();
        });
        // Measured once each, no figure is reported as changed.
        Screen.says("#side-sentence", "No change beyond noise", "same answers, to the bit");
        Node sentence = Screen.node("#side-sentence", Node.class);
        Screen.value(
                "it is scrolled into sight",
                () -> sentence.localToScene(sentence.getBoundsInLocal()).getMaxY(),
                bottom -> bottom <= 450);
        Screen.value(
                "names of claims and ledgers alone are cut",
                () -> past.lookupAll(".label").stream()
                        .map(Label.class::cast)
                        .filter(Label::isTextTruncated)
                        .map(Label::getText)
                        .filter(text -> !text.matches("([A-Z]|[0-9]{4}-)[0-9].*"))
                        .toList(),
                List::isEmpty);
    }

    @Test
    void threadsQueriesAndClaimsAreChosenInTheTab() {
        Screen.type("#threads", "none");
        Screen.press("#start");
        Screen.reads("#audit-message", "Threads must be a whole number from 1 to 1,000.");
        Screen.type("#threads", "3");
        Screen.type("#queries", "0");
        Screen.press("#start");
        Screen.says("#audit-message", "Queries must be a whole number from 1");
        Screen.type("#queries", "1,200");
        MenuButton claims = Screen.node("#claims", MenuButton.class);
        Screen.run(() -> {
            CheckMenuItem first = claims.getItems().stream()
                    .filter(CheckMenuItem.class::isInstance)
                    .map(CheckMenuItem.class::cast)
                    .findFirst()
                    .orElseThrow();
            first.setSelected(false);
            first.getOnAction().handle(new ActionEvent());
        });
        Screen.press("#start");
        Screen.reads("#audit-message", "Choose at least one claim.");
        Screen.run(() -> claims.getItems().stream()
                .filter(item -> item instanceof CheckMenuItem && item.getText().startsWith("B4"))
                .forEach(item -> ((CheckMenuItem) item).setSelected(true)));
        Screen.press("#start");
        awaitVerdict("1 of 1");
        awaitLook("B4", VerdictLook.PROVEN);
    }

    @Test
    void aRunCanBeStopped() {
        run(plan("A3").besideAWindow());
        Screen.node("#plug-0", Button.class);
        Screen.reads("#start", "Stop");
        Screen.press("#start");
        awaitVerdict("Stopped before the end");
        Eventually.value("all is unmapped", registry::mappings, List::isEmpty);
    }

    @Test
    void aPulledHandleStopsAndTheOthersNeverBlink() {
        run(plan("A3").besideAWindow());
        Screen.press("#plug-6");
        Screen.reads("#plugsSaid", "1 closed. 7 others unaffected.");
        Screen.seen("#goOn");
        Screen.press("#goOn");
        awaitVerdict("1 of 1");
        awaitLook("A3", VerdictLook.PROVEN);
        Eventually.value("all is unmapped", registry::mappings, List::isEmpty);
    }

    @Test
    void aBrokenReaderIsRefutedLoudlyAndItsEvidenceOpens() {
        var broken = Mutants.all().getFirst().subject();
        Screen.run(() -> panel.start(plan("A1"), Optional.of(broken)));
        assertThat(awaitVerdict("REFUTED")).contains("A1");
        awaitLook("A1", VerdictLook.REFUTED);
        Screen.so("the evidence open", () -> card("A1").isOpen());
    }

    @Test
    void aReaderFromOutsideIsChosenTriedInEachDisciplineAndItsMatrixExported() throws IOException {
        assumeTrue(ReaderJar.canCompile(), "this Java has no compiler");
        outside = ReaderJar.sound(folder);
        MenuButton choose = Screen.node("#outside", MenuButton.class);
        assertThat(choose.getItems()).hasSize(ReaderSpec.Kind.values().length);
        Screen.run(() -> choose.getItems().getFirst().fire());
        ChoiceBox<?> reader = Screen.node("#reader", ChoiceBox.class);
        Screen.value(
                "the reader chosen",
                () -> String.valueOf(reader.getValue()),
                chosen -> chosen.equals("jar: " + outside.getFileName()));
        Screen.run(() -> panel.start(new StandPlan(
                ReaderSpec.of("jar:" + outside),
                List.of(Discipline.SHARED, Discipline.LOCKED),
                plan("A1").withThreads(2).withQueries(200),
                ReaderLimits.USUAL,
                true)));
        awaitVerdict("proven in 2 of 2 disciplines");
        assertThat(Screen.text("#cell-shared-A1", text -> !text.isEmpty())).contains("proven");
        assertThat(Screen.text("#cell-locked-A1", text -> !text.isEmpty())).contains("proven");
        Screen.unseen("#overlap");
        Screen.press("#export");
        Path exported = Eventually.present("the export", () -> exported("matrix.json"));
        assertThat(exported.resolve("matrix.md")).content().contains("shared", "locked");
    }

    private static Optional<Path> exported(String file) throws IOException {
        Path exports = folder.resolve("exported");
        if (!Files.isDirectory(exports)) {
            return Optional.empty();
        }
        try (Stream<Path> list = Files.list(exports)) {
            return list.filter(made -> Files.exists(made.resolve(file))).findFirst();
        }
    }

    // ---- by hand ----

    private void run(AuditPlan plan) {
        Screen.run(() -> panel.start(plan, Optional.empty()));
    }

    /** The text of the tab at the end of the current run, once it contains this. */
    private static String awaitVerdict(String part) {
        Screen.reads("#start", "Start audit");
        Screen.seen("#verdictBox");
        return Screen.says("#verdict", part);
    }

    private static void awaitLook(String claim, VerdictLook look) {
        Screen.equal("the verdict of " + claim, look, () -> card(claim).look());
    }

    /** JavaFX thread. */
    private static ClaimCard card(String id) {
        return Objects.requireNonNull(Screen.find("#claim-" + id, ClaimCard.class));
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }
}
