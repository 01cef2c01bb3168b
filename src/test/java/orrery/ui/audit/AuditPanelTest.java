package orrery.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;
import orrery.audit.AuditPlan;
import orrery.audit.AuditPreset;
import orrery.audit.LedgerFiles;
import orrery.audit.Mutants;
import orrery.binding.KernelRegistry;
import orrery.telemetry.Telemetry;
import orrery.telemetry.TelemetrySettings;
import orrery.testing.Eventually;
import orrery.testing.MadeKernels;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Theme;

/** The Audit tab, driven by hand over real audits of a small kernel. */
@ExtendWith(ApplicationExtension.class)
class AuditPanelTest {
    @TempDir
    private static Path folder;

    private final Telemetry telemetry = new Telemetry(TelemetrySettings.every(Duration.ofMillis(200)));
    private final PulsePump pump = new PulsePump();
    private final KernelRegistry registry = new KernelRegistry();

    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private AuditPanel panel;

    @SuppressWarnings("NullAway.Init")
    private Path kernel;

    private Path ledgers = Path.of("");

    @Start
    void start(Stage stage) throws IOException {
        kernel = MadeKernels.planets(folder.resolve("planets.bsp"), 0);
        ledgers = Files.createTempDirectory(folder, "ledgers");
        panel = new AuditPanel(
                registry,
                () -> List.of(kernel),
                ledgers,
                telemetry,
                pump,
                _ -> Optional.of(folder.resolve("exported")));
        Scene scene = new Scene(new StackPane(panel.view()), 420, 900);
        Theme.DARK.dress(scene, List.of(Theme.tokens()));
        panel.theme(Theme.DARK);
        stage.setScene(scene);
        stage.show();
        panel.shown(true);
        pump.start();
    }

    @Stop
    void stop() {
        pump.stop();
        panel.close();
        telemetry.close();
    }

    private AuditPlan plan(String... claims) {
        return AuditPlan.of(AuditPreset.LEDGER, List.of(kernel))
                .withClaims(List.of(claims))
                .withThreads(6)
                .withQueries(600)
                .withWindows(Duration.ofMillis(200), Duration.ofSeconds(40));
    }

    @Test
    void aRunFillsItsCardsAndTheMatrixAndLeavesALedgerThatCanBeExported() throws IOException {
        run(() -> panel.start(plan("A1", "A2"), Optional.empty()));
        awaitEnd();
        assertThat(text("#verdict")).contains("Proven", "2 of 2");
        assertThat(card("A1").look()).isEqualTo(VerdictLook.PROVEN);
        assertThat(card("A2").look()).isEqualTo(VerdictLook.PROVEN);
        assertThat(text("#overlap")).contains("6 of 6");
        Node matrix = node("#matrix", Node.class);
        run(() -> {
            Event.fireEvent(matrix, key(KeyCode.RIGHT));
            Event.fireEvent(matrix, key(KeyCode.DOWN));
        });
        assertThat(text("#cell")).contains("Pair 2, execution 2", "identical on thread", " = ");
        run(() -> node("#export", Button.class).fire());
        try (Stream<Path> list = Files.list(folder.resolve("exported"))) {
            assertThat(list.findFirst().orElseThrow().resolve(LedgerFiles.JSON)).exists();
        }
        assertThat(LedgerFiles.past(ledgers)).hasSize(1);
        Eventually.so(
                "the ledger is listed",
                () -> onFx(() -> node("#past", PastList.class).getChildren().getFirst())
                        .toString()
                        .contains("VBox"));
    }

    @Test
    void threadsQueriesAndClaimsAreChosenInTheTab() {
        run(() -> {
            node("#threads", TextField.class).setText("none");
            node("#start", Button.class).fire();
        });
        assertThat(text("#said")).isEqualTo("Threads: a whole number from 1 to 1,000.");
        run(() -> {
            node("#threads", TextField.class).setText("3");
            node("#queries", TextField.class).setText("0");
            node("#start", Button.class).fire();
        });
        assertThat(text("#said")).contains("Queries: a whole number from 1");
        run(() -> {
            node("#queries", TextField.class).setText("1,200");
            List<CheckMenuItem> items = node("#claims", MenuButton.class).getItems().stream()
                    .filter(CheckMenuItem.class::isInstance)
                    .map(CheckMenuItem.class::cast)
                    .toList();
            items.getFirst().setSelected(false);
            items.getFirst().getOnAction().handle(new ActionEvent());
            node("#start", Button.class).fire();
        });
        assertThat(text("#said")).isEqualTo("Choose at least one claim.");
        run(() -> {
            node("#claims", MenuButton.class).getItems().stream()
                    .filter(item ->
                            item instanceof CheckMenuItem && item.getText().startsWith("B4"))
                    .forEach(item -> ((CheckMenuItem) item).setSelected(true));
            node("#start", Button.class).fire();
        });
        awaitEnd();
        assertThat(text("#verdict")).contains("1 of 1");
        assertThat(card("B4").look()).isEqualTo(VerdictLook.PROVEN);
    }

    @Test
    void aRunCanBeStopped() {
        run(() -> panel.start(plan("A3").besideAWindow(), Optional.empty()));
        Eventually.so("the plugs are there", () -> onFx(() -> panel.view().lookup("#plug-0") != null));
        assertThat(onFx(() -> node("#start", Button.class).getText())).isEqualTo("Stop");
        run(() -> node("#start", Button.class).fire());
        awaitEnd();
        assertThat(text("#verdict")).contains("Stopped before its end");
        assertThat(registry.mappings()).isEmpty();
    }

    @Test
    void aPulledHandleStopsAndTheOthersNeverBlink() {
        run(() -> panel.start(plan("A3").besideAWindow(), Optional.empty()));
        Eventually.so("the plugs are there", () -> onFx(() -> panel.view().lookup("#plug-6") != null));
        run(() -> node("#plug-6", Button.class).fire());
        Eventually.so("the handle is closed", () -> text("#plugsSaid").equals("1 closed. 7 others unaffected."));
        Eventually.so(
                "it can be gone on",
                () -> onFx(() -> node("#goOn", Button.class).isVisible()));
        run(() -> node("#goOn", Button.class).fire());
        awaitEnd();
        assertThat(card("A3").look()).isEqualTo(VerdictLook.PROVEN);
        assertThat(registry.mappings()).isEmpty();
    }

    @Test
    void aBrokenReaderIsRefutedLoudlyAndItsEvidenceOpens() {
        var broken = Mutants.all().getFirst().subject();
        run(() -> panel.start(plan("A1"), Optional.of(broken)));
        awaitEnd();
        assertThat(text("#verdict")).contains("REFUTED", "A1");
        assertThat(card("A1").look()).isEqualTo(VerdictLook.REFUTED);
        assertThat(onFx(() -> card("A1").isOpen())).isTrue();
    }

    // ---- by hand ----

    private void awaitEnd() {
        Eventually.so(
                "the run is over",
                () -> onFx(() -> node("#start", Button.class).getText().equals("Start audit")
                        && node("#verdictBox", Node.class).isVisible()));
    }

    private ClaimCard card(String id) {
        return node("#claim-" + id, ClaimCard.class);
    }

    private String text(String id) {
        return onFx(() -> node(id, Label.class).getText());
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    private static <T> T onFx(Callable<T> what) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, what);
    }

    private static void run(Runnable what) {
        onFx(() -> {
            what.run();
            return new ActionEvent();
        });
    }

    private <T> T node(String id, Class<T> type) {
        return type.cast(Objects.requireNonNull(panel.view().lookup(id), id));
    }
}
