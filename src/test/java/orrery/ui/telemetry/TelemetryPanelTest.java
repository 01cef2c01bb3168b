package orrery.ui.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;
import orrery.telemetry.CostSample;
import orrery.telemetry.HeapSample;
import orrery.telemetry.Region;
import orrery.telemetry.SamplerKind;
import orrery.telemetry.Telemetry;
import orrery.telemetry.TelemetrySettings;
import orrery.telemetry.WorkState;
import orrery.telemetry.WorkerRecorder;
import orrery.testing.Await;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Theme;

/** The Telemetry tab, driven by hand over a real telemetry. */
@ExtendWith(ApplicationExtension.class)
class TelemetryPanelTest {
    @TempDir
    private static Path folder;

    private final Telemetry telemetry = new Telemetry(TelemetrySettings.every(Duration.ofMillis(50)));
    private final PulsePump pump = new PulsePump();
    private final Arena arena = Arena.ofShared();
    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private TelemetryPanel panel;

    private volatile @Nullable WritableImage picture;

    private final class Given implements ExportTarget {
        @Override
        public Optional<Path> choose(@Nullable Window owner, String suggestedName) {
            return Optional.of(folder.resolve(suggestedName));
        }

        @Override
        public void picture(Path file, WritableImage image) {
            picture = image;
        }
    }

    @Start
    void start(Stage stage) throws IOException {
        Path file = folder.resolve("small.bsp");
        Files.write(file, new byte[1 << 20]);
        MemorySegment bytes;
        try (FileChannel channel = FileChannel.open(file)) {
            bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        }
        Region region = new Region("small.bsp", bytes.address(), bytes.byteSize(), List.of());
        telemetry.regions(() -> List.of(region));
        WorkerRecorder worker = WorkerRecorder.closedLoop("audit", "worker-1", 1, 64);
        worker.bind(Thread.currentThread());
        worker.enter(WorkState.QUERYING);
        worker.end(worker.begin());
        telemetry.register(worker);
        telemetry.start();
        panel = new TelemetryPanel(telemetry, pump, new Given());
        Scene scene = new Scene(new StackPane(panel.view()), 1000, 1000);
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
        arena.close();
    }

    private static <T> T onFx(Callable<T> what) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, what);
    }

    private static void run(Runnable what) {
        onFx(() -> {
            what.run();
            return true;
        });
    }

    private <T> T node(String id, Class<T> type) {
        return type.cast(Objects.requireNonNull(panel.view().lookup(id), id));
    }

    private LanesChart lanes() {
        Node board = node("#scroll", ScrollPane.class).getContent();
        return (LanesChart) ((ColumnBoard) board)
                .getChildrenUnmodifiable().stream()
                        .filter(LanesChart.class::isInstance)
                        .findFirst()
                        .orElseThrow();
    }

    private long leftEdge() {
        return onFx(() -> lanes().nanosAt(TimeChart.LEFT));
    }

    private long span() {
        return onFx(() -> lanes().nanosAt(TimeChart.LEFT + lanes().plotWidth()) - lanes().nanosAt(TimeChart.LEFT));
    }

    private void awaitDrawing() {
        Await.until(
                "samples are shown",
                () -> onFx(() -> node("#scroll", ScrollPane.class).isVisible()
                        && lanes().summary().contains("threads")
                        && !lanes().groups().isEmpty()));
    }

    @Test
    void freezingStopsTheDisplayAndNothingElse() {
        awaitDrawing();
        long before = leftEdge();
        Await.until("the window follows the present", () -> leftEdge() > before);
        run(() -> node("#live", ToggleButton.class).fire());
        long frozen = leftEdge();
        long then = System.nanoTime();
        Await.until(
                "sampling goes on",
                () -> telemetry.latest(HeapSample.class).orElseThrow().nanos() > then);
        assertThat(leftEdge()).isEqualTo(frozen);
        run(() -> node("#live", ToggleButton.class).fire());
        Await.until("it follows again", () -> leftEdge() > frozen);
    }

    @Test
    void aTypedLengthIsShownAndAWrongOneIsRefusedWithACure() {
        awaitDrawing();
        TextField field = node("#span", TextField.class);
        run(() -> {
            field.setText("5 s");
            Event.fireEvent(field, new ActionEvent());
        });
        assertThat(span()).isEqualTo(5_000_000_000L);
        run(() -> {
            field.setText("five");
            Event.fireEvent(field, new ActionEvent());
        });
        assertThat(onFx(() -> node("#said", Label.class).getText())).contains("5 s");
        assertThat(span()).isEqualTo(5_000_000_000L);
    }

    @Test
    void controlAndTheWheelZoomAtThePointer() {
        awaitDrawing();
        run(() -> node("#live", ToggleButton.class).fire());
        long before = span();
        double x = TimeChart.LEFT + 40;
        long at = onFx(() -> lanes().nanosAt(x));
        // An event tells its place in the scene; JavaFX converts it for the node.
        run(() -> Event.fireEvent(lanes(), wheel(lanes().localToScene(x, 0).getX())));
        assertThat(span()).isLessThan(before);
        assertThat((double) onFx(() -> lanes().nanosAt(x))).isCloseTo((double) at, within(1e8));
    }

    private static ScrollEvent wheel(double x) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                x,
                60,
                x,
                60,
                false,
                true,
                false,
                false,
                false,
                false,
                0,
                40,
                0,
                40,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    @Test
    void theArrowsChooseALaneAndTheReadoutNamesItWithItsStates() {
        awaitDrawing();
        run(() -> {
            lanes().requestFocus();
            for (KeyCode code : new KeyCode[] {KeyCode.DOWN, KeyCode.LEFT}) {
                Event.fireEvent(lanes(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            }
            lanes().drawNow();
        });
        assertThat(onFx(() -> lanes().summary())).contains("worker-1", "querying", "JVM:");
    }

    @Test
    void theVisibleWindowIsExportedAsFiguresAndAsAPicture() throws Exception {
        awaitDrawing();
        run(() -> node("#csv", Button.class).fire());
        assertThat(Files.readAllLines(folder.resolve("orrery-telemetry.csv")))
                .hasSizeGreaterThan(10)
                .anyMatch(row -> row.contains(",lane,worker-1,querying,"));
        run(() -> node("#png", Button.class).fire());
        WritableImage image = Objects.requireNonNull(picture);
        assertThat(image.getHeight()).isGreaterThan(900);
        assertThat(onFx(() -> node("#said", Label.class).getText())).contains("orrery-telemetry.png written");
    }

    @Test
    void evictionIsAskedForAndItsOutcomeSaid() {
        awaitDrawing();
        Await.until("the strip is shown", () -> evictButton().isPresent());
        run(() -> evictButton().orElseThrow().fire());
        Await.until(
                "the outcome is said",
                () -> onFx(() -> node("#said", Label.class).getText())
                        .matches("small\\.bsp: .*(dropped|not available here).*"));
    }

    private Optional<Button> evictButton() {
        return onFx(() -> node("#scroll", ScrollPane.class).getContent().lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> "small.bsp".equals(button.getUserData()))
                .findFirst());
    }

    @Test
    void aTabThatIsNotShownAsksForNoPages() {
        awaitDrawing();
        run(() -> panel.shown(false));
        Await.until(
                "the page sampler is off",
                () -> telemetry
                        .latest(CostSample.class)
                        .map(cost -> cost.samplers().stream()
                                .anyMatch(sampler -> sampler.kind() == SamplerKind.RESIDENCY && !sampler.enabled()))
                        .orElse(false));
    }
}
