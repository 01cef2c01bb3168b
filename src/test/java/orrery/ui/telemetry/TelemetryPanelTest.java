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
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import orrery.telemetry.CostSample;
import orrery.telemetry.HeapSample;
import orrery.telemetry.SamplerKind;
import orrery.telemetry.Telemetry;
import orrery.telemetry.TelemetrySettings;
import orrery.telemetry.WatchedRegion;
import orrery.telemetry.WorkState;
import orrery.telemetry.WorkerRecorder;
import orrery.testing.Eventually;
import orrery.testing.Screen;
import orrery.testing.TestTab;
import orrery.ui.fx.PulsePump;

/** The Telemetry tab, operated by hand on a real telemetry. */
@ExtendWith(ApplicationExtension.class)
class TelemetryPanelTest {
    @TempDir
    private static Path folder;

    private final Telemetry telemetry = new Telemetry(TelemetrySettings.every(Duration.ofMillis(50)));
    private final Arena arena = Arena.ofShared();
    private volatile long began;

    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private TestTab<TelemetryPanel> tab;

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
        WatchedRegion region = new WatchedRegion("small.bsp", bytes.address(), bytes.byteSize(), List.of());
        telemetry.regions(() -> List.of(region));
        WorkerRecorder worker = WorkerRecorder.closedLoop("audit", "worker-1", 1, 64);
        worker.bind(Thread.currentThread());
        worker.enter(WorkState.QUERYING);
        began = System.nanoTime();
        worker.end(worker.begin());
        telemetry.register(List.of(worker));
        telemetry.start();
        tab = new TestTab<>(
                stage, 1000, 1000, List.of(), (_, pump) -> new TelemetryPanel(telemetry, pump, new Given()));
        panel = tab.panel;
    }

    @Stop
    void stop() {
        tab.close();
        telemetry.close();
        arena.close();
    }

    /** The lanes, as soon as there are samples to show. */
    private LanesChart lanes() {
        return Screen.some("samples are shown", () -> {
            ScrollPane scroll = Screen.find("#scroll", ScrollPane.class);
            if (scroll == null || !scroll.isVisible()) {
                return null;
            }
            return ((ColumnBoard) scroll.getContent())
                    .getChildrenUnmodifiable().stream()
                            .filter(LanesChart.class::isInstance)
                            .map(LanesChart.class::cast)
                            .filter(lanes -> !lanes.groups().isEmpty())
                            .findFirst()
                            .orElse(null);
        });
    }

    private static long leftEdge(LanesChart lanes) {
        return lanes.nanosAt(TimeChart.LEFT);
    }

    private static long span(LanesChart lanes) {
        return lanes.nanosAt(TimeChart.LEFT + lanes.plotWidth()) - leftEdge(lanes);
    }

    @Test
    void freezingStopsTheDisplayAndNothingElse() {
        LanesChart lanes = lanes();
        long before = Screen.fx(() -> leftEdge(lanes));
        Screen.value("the window follows the present", () -> leftEdge(lanes), edge -> edge > before);
        Screen.press("#live");
        long frozen = Screen.fx(() -> leftEdge(lanes));
        long then = System.nanoTime();
        Eventually.value(
                "sampling goes on",
                () -> telemetry.latest(HeapSample.class).orElseThrow().nanos(),
                at -> at > then);
        assertThat(Screen.fx(() -> leftEdge(lanes))).isEqualTo(frozen);
        Screen.press("#live");
        Screen.value("it follows again", () -> leftEdge(lanes), edge -> edge > frozen);
    }

    @Test
    void aTypedLengthIsShownAndAWrongOneIsRefusedWithACure() {
        LanesChart lanes = lanes();
        Screen.enter("#span", "5 s");
        Screen.equal("five seconds", 5_000_000_000L, () -> span(lanes));
        Screen.enter("#span", "five");
        Screen.says("#telemetry-message", "5 s");
        Screen.equal("still five seconds", 5_000_000_000L, () -> span(lanes));
    }

    @Test
    void controlAndTheWheelZoomAtThePointer() {
        LanesChart lanes = lanes();
        Screen.press("#live");
        double x = TimeChart.LEFT + 40;
        long before = Screen.fx(() -> span(lanes));
        long at = Screen.fx(() -> lanes.nanosAt(x));
        // An event tells its place in the scene; JavaFX converts it for the node.
        Screen.run(() ->
                Event.fireEvent(lanes, Screen.wheel(lanes.localToScene(x, 0).getX(), 60, true)));
        Screen.value("a shorter stretch", () -> span(lanes), span -> span < before);
        assertThat((double) Screen.fx(() -> lanes.nanosAt(x))).isCloseTo((double) at, within(1e8));
    }

    /** Percentiles lie along the curve's axis: a place on it is no time. */
    @Test
    void aPointerMovesTheTimeOnChartsOfTheTimeAlone() {
        LanesChart lanes = lanes();
        TimeWindow window = new TimeWindow();
        window.follow(60_000_000_000L, 0);
        assertThat(Screen.fx(() -> {
                    TimeChart curve = new CurveChart("", window, new PulsePump());
                    new ChartHands(window, List.of(curve), lanes, () -> {}).listen();
                    point(curve);
                    return window.crosshair();
                }))
                .isEmpty();
        assertThat(Screen.fx(() -> {
                    TimeChart heat = new HeatChart("", false, window, new PulsePump());
                    new ChartHands(window, List.of(heat), lanes, () -> {}).listen();
                    point(heat);
                    return window.crosshair();
                }))
                .isPresent();
    }

    private static void point(TimeChart chart) {
        Event.fireEvent(
                chart,
                new MouseEvent(
                        MouseEvent.MOUSE_MOVED,
                        99,
                        50,
                        99,
                        50,
                        MouseButton.NONE,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null));
    }

    @Test
    void theArrowsChooseALaneAndTheReadoutNamesItWithItsStates() {
        LanesChart lanes = lanes();
        // The crosshair goes a hundredth of the window into the past: its value must have been recorded by
        // then.
        Screen.so(
                "the worker has been at work for that long",
                () -> lanes.nanosAt(TimeChart.LEFT + lanes.plotWidth()) - began > span(lanes) / 50);
        Screen.run(() -> {
            lanes.requestFocus();
            press(lanes, KeyCode.DOWN);
            press(lanes, KeyCode.LEFT);
        });
        Screen.value(
                "the worker with its states",
                lanes::summary,
                said -> said.contains("worker-1: querying") && said.contains("JVM:"));
    }

    @Test
    void beforeAThreadWasFirstSeenItsLaneSaysSo() {
        LanesChart lanes = lanes();
        // Six minutes ago there was no such thread, however slow the machine.
        Screen.enter("#span", "10 min");
        Screen.equal("ten minutes", 600_000_000_000L, () -> span(lanes));
        Screen.run(() -> {
            lanes.requestFocus();
            press(lanes, KeyCode.DOWN);
            for (int i = 0; i < 60; i++) {
                press(lanes, KeyCode.LEFT);
            }
        });
        Screen.value("no state, and why", lanes::summary, said -> said.contains("worker-1: not known at −"));
    }

    private static void press(LanesChart lanes, KeyCode code) {
        Event.fireEvent(lanes, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    @Test
    void theVisibleWindowIsExportedAsFiguresAndAsAPicture() throws Exception {
        lanes();
        Screen.press("#csv");
        Screen.says("#telemetry-message", "orrery-telemetry.csv written");
        assertThat(Files.readAllLines(folder.resolve("orrery-telemetry.csv")))
                .hasSizeGreaterThan(10)
                .anyMatch(row -> row.contains(",lane,worker-1,querying,"));
        Screen.press("#png");
        Screen.says("#telemetry-message", "orrery-telemetry.png written");
        WritableImage image = Eventually.some("the picture", () -> picture);
        assertThat(image.getHeight()).isGreaterThan(900);
    }

    @Test
    void evictionIsAskedForAndItsOutcomeSaid() {
        Button evict = Screen.some("the strip is shown", () -> {
            ScrollPane scroll = Screen.find("#scroll", ScrollPane.class);
            return scroll == null
                    ? null
                    : scroll.getContent().lookupAll(".button").stream()
                            .filter(Button.class::isInstance)
                            .map(Button.class::cast)
                            .filter(button -> "small.bsp".equals(button.getUserData()))
                            .findFirst()
                            .orElse(null);
        });
        Screen.run(evict::fire);
        Screen.text("#telemetry-message", said -> said.matches("small\\.bsp: .*(dropped|not available here).*"));
    }

    @Test
    void aTabThatIsNotShownAsksForNoPages() {
        lanes();
        Screen.run(() -> panel.shown(false));
        Eventually.so(
                "the page sampler is off",
                () -> telemetry
                        .latest(CostSample.class)
                        .map(cost -> cost.samplers().stream()
                                .anyMatch(sampler -> sampler.kind() == SamplerKind.RESIDENCY && !sampler.enabled()))
                        .orElse(false));
    }
}
