package orrery.ui.shell;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ZoomEvent;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import orrery.cli.TourService;
import orrery.testing.Eventually;
import orrery.testing.Screen;
import orrery.testing.SmallSky;
import orrery.testing.TestWindow;
import orrery.ui.orrery.Camera;
import orrery.ui.orrery.ScaleMode;
import orrery.ui.orrery.SkyStyle;
import orrery.ui.orrery.ViewLink;
import orrery.ui.tour.Tour;
import orrery.ui.tour.TourFile;
import orrery.ui.tour.TourPlayer;
import orrery.ui.tour.TourStop;
import orrery.ui.tour.TourText;

/** Tours in the window: played, interrupted by hand, made; and on a wall, where nobody can do harm. */
@ExtendWith(ApplicationExtension.class)
class TourWindowTest {
    @TempDir
    private Path folder = Path.of("");

    private final AtomicLong nanos = new AtomicLong(1);
    private final AtomicInteger ended = new AtomicInteger();
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private Subscription locked = Subscription.EMPTY;

    // Both are set in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @SuppressWarnings("NullAway.Init")
    private TestWindow shown;

    @Start
    void start(Stage on) throws IOException {
        stage = on;
        shown = TestWindow.show(on, SmallSky.YEAR, SmallSky.write(folder.resolve("small.bsp")));
    }

    @Stop
    void stop() {
        // The stage is that of every test in this process.
        locked.unsubscribe();
        shown.close();
    }

    private static TourStop stop(double et, int focus, String caption) {
        return TourStop.of(
                        new ViewLink(
                                et,
                                Camera.first().at(focus).distance(4e6),
                                ScaleMode.TRUE,
                                SkyStyle.NO_CENTER,
                                focus,
                                List.of()),
                        new TourText(Map.of(TourText.OTHERS, caption)))
                .stay(3600)
                .fly(0.2);
    }

    private static Tour tour() {
        return new Tour(
                new TourText(Map.of(TourText.OTHERS, "A tour")),
                List.of(
                        stop(1000, 399, "Home"),
                        stop(2e6, 10, "The Sun"),
                        stop(3e6, 5, "Far").fly(0)));
    }

    private TourPlayer player() {
        return shown.window.tours().player();
    }

    private void key(KeyCode code) {
        key(code, false);
    }

    /** As a key from the keyboard: through the stage and the scene to what has the focus. */
    private void key(KeyCode code, boolean chord) {
        Screen.run(() -> Event.fireEvent(
                shown.window.sky(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, chord, chord, chord, false)));
    }

    private TourPlayer.Play play() {
        return Screen.fx(() -> player().showing().get().play());
    }

    @Test
    void aTourLeadsTimeAndCameraAndItsKeysLeadTheTour() {
        shown.still();
        Screen.run(() -> player().open(tour(), false, 0));
        Screen.reads("#tour-caption", "Home");
        Screen.equal("the first date", 1000.0, () -> shown.clock().et());
        Screen.equal("its body", 399, () -> shown.model().rig().camera().focus());
        Screen.reads("#tour-count", "1 of 3");
        key(KeyCode.RIGHT);
        Screen.reads("#tour-caption", "The Sun");
        Screen.equal("the chosen body", 10, () -> shown.model().selected().get());
        key(KeyCode.SPACE);
        assertThat(play()).isEqualTo(TourPlayer.Play.PAUSED);
        Node button = Screen.node("#tour-play", Node.class);
        Screen.equal("what Space would do", "Play the tour (Space)", button::getAccessibleText);
        key(KeyCode.SPACE);
        assertThat(play()).isEqualTo(TourPlayer.Play.PLAYING);
        key(KeyCode.LEFT);
        Screen.reads("#tour-caption", "Home");
        Screen.press("#tour-next");
        Screen.reads("#tour-caption", "The Sun");
        key(KeyCode.ESCAPE);
        Screen.unseen("#tour-bar");
        assertThat(Screen.fx(() -> player().tour())).isEmpty();
    }

    /** At 1000 pixels, with the panel open, what a tour says goes across the whole of the sky that is left. */
    @Test
    void theWordsInTheCornerStandAboveWhatATourSays() {
        shown.still();
        Screen.run(() -> player().open(wordy(), false, 0));
        Node bar = Screen.node("#tour-bar", Node.class);
        Node badge = badgeAbove(bar);
        Screen.run(() -> player().close());
        Screen.so(
                "the badge in its corner again",
                () -> badge.localToScene(badge.getBoundsInLocal()).getMaxY()
                        > bar.localToScene(bar.getBoundsInLocal()).getMinY());
    }

    @Test
    void onAWallTooTheyStandAboveWhatATourSays() {
        shown.still();
        wall(wordy(), false);
        badgeAbove(Screen.node("#tour-bar", Node.class));
    }

    private static Tour wordy() {
        return new Tour(
                new TourText(Map.of(TourText.OTHERS, "A tour")),
                List.of(stop(1000, 399, "As long a caption as any. ".repeat(6))));
    }

    private static Node badgeAbove(Node bar) {
        Node badge = Screen.node("#badge", Node.class);
        Screen.so(
                "the badge above the tour's words",
                () -> bar.isVisible()
                        && bar.getBoundsInParent().getMinX()
                                < badge.localToScene(badge.getBoundsInLocal()).getMaxX()
                        && badge.localToScene(badge.getBoundsInLocal()).getMaxY()
                                <= bar.localToScene(bar.getBoundsInLocal()).getMinY());
        return badge;
    }

    @Test
    void aHandTakesTheTourOverAndItFliesBackWhenItGoesOn() {
        shown.still();
        Screen.run(() -> player().open(tour(), false, 0));
        Screen.reads("#tour-caption", "Home");
        Screen.run(() -> shown.model().rig().turn(0.5, 0));
        Screen.equal(
                "taken", TourPlayer.Play.TAKEN, () -> player().showing().get().play());
        double yaw = Screen.fx(() -> shown.model().rig().camera().yaw());
        assertThat(yaw).isNotEqualTo(Camera.first().yaw());
        Screen.run(() -> player().resume());
        Screen.value(
                "the tour's own direction again",
                () -> shown.model().rig().camera().yaw(),
                now -> Math.abs(now - Camera.first().yaw()) < 1e-9);
        Screen.run(() -> shown.clock().jump(5e6));
        Screen.equal(
                "taken by a date",
                TourPlayer.Play.TAKEN,
                () -> player().showing().get().play());
    }

    @Test
    void aTourIsMadeInTheWindowAndSaved() throws IOException {
        shown.still();
        Screen.run(() -> shown.window.tab("tours"));
        Screen.run(() -> shown.clock().jump(1e6));
        Node hide = Screen.node("#side-close", Node.class);
        Screen.value(
                "room for every tab and the buttons beside them",
                () -> hide.localToScene(hide.getBoundsInLocal()).getMaxX(),
                right -> right <= 1000);
        Node play = Screen.node("#tour-start", Node.class);
        Screen.value("nothing to play yet", play::isDisabled, off -> off);
        Screen.press("#tour-add");
        Screen.value("a view to play", play::isDisabled, off -> !off);
        TextArea text = Screen.node("#tour-text", TextArea.class);
        Screen.run(() -> text.setText("First"));
        enter("#tour-stay", "7");
        Screen.run(() -> shown.clock().jump(2e6));
        Screen.press("#tour-add");
        Screen.press("#tour-up");
        Tour made = Screen.fx(() -> shown.window.tours().panel().tour().orElseThrow());
        assertThat(made.stops()).extracting(stop -> stop.view().et()).containsExactly(2e6, 1e6);
        assertThat(made.stops().getLast().stay()).isEqualTo(7);
        Screen.run(() -> requireNonNull(Screen.find("#tour-views", ListView.class))
                .getSelectionModel()
                .select(1));
        enter("#tour-fly", "soon");
        Screen.says("#tour-trouble", "0 to 120 seconds");
        Screen.press("#tour-check");
        Screen.says("#tour-note", "The kernels have everything the tour shows.");
        Screen.press("#tour-here");
        Screen.reads("#tour-count", "2 of 2");
        Screen.press("#tour-remove");
        assertThat(Screen.fx(() -> shown.window.tours().panel().tour().orElseThrow())
                        .stops())
                .hasSize(1);
        Path file = folder.resolve("a.tour");
        TourFile.write(made, file);
        Screen.run(() -> shown.window.tours().open(file));
        Screen.equal(
                "what was saved",
                made,
                () -> shown.window.tours().panel().tour().orElseThrow());
    }

    private static void enter(String id, String text) {
        TextField field = Screen.node(id, TextField.class);
        Screen.run(() -> {
            field.setText(text);
            field.fireEvent(new ActionEvent());
        });
    }

    private Kiosk wall(boolean panels) {
        return wall(tour(), panels);
    }

    private Kiosk wall(Tour tour, boolean panels) {
        return Screen.fx(() -> {
            Kiosk kiosk = new Kiosk(
                    shown.window,
                    tour,
                    new TourService.Wall("", List.of(), panels, "", false, 60),
                    ended::incrementAndGet,
                    log::add,
                    nanos::get);
            kiosk.begin();
            locked = kiosk.lock(stage);
            shown.window.everyPulse(kiosk::pulse);
            return kiosk;
        });
    }

    private void later(double seconds) {
        nanos.addAndGet((long) (seconds * 1e9));
    }

    @Test
    void onAWallNoKeyDoesAnythingButTheChord() {
        shown.still();
        wall(false);
        Screen.reads("#tour-caption", "Home");
        for (KeyCode code :
                List.of(KeyCode.SPACE, KeyCode.RIGHT, KeyCode.ESCAPE, KeyCode.P, KeyCode.F1, KeyCode.T, KeyCode.TAB)) {
            key(code);
        }
        assertThat(play()).isEqualTo(TourPlayer.Play.PLAYING);
        Screen.reads("#tour-caption", "Home");
        Screen.unseen("#key-sheet");
        Screen.unseen("#guide");
        assertThat(Screen.fx(() -> shown.window.side().isOpen())).isFalse();
        assertThat(ended).hasValue(0);
        key(KeyCode.Q, true);
        assertThat(ended).hasValue(1);
    }

    @Test
    void aVisitorMayTurnAndZoomAndAfterAMinuteOfNobodyItFliesHome() {
        shown.still();
        wall(false);
        Screen.reads("#tour-caption", "Home");
        Camera home = Screen.fx(() -> shown.model().rig().camera());
        double before = home.distance();
        Screen.run(() -> shown.window.sky().fireEvent(pinch(2)));
        Screen.equal(
                "taken", TourPlayer.Play.TAKEN, () -> player().showing().get().play());
        assertThat(Screen.fx(() -> shown.model().rig().camera().distance())).isEqualTo(before / 2);
        later(59);
        Screen.equal(
                "the pointer is hidden", Cursor.NONE, () -> shown.window.scene().getCursor());
        assertThat(play()).isEqualTo(TourPlayer.Play.TAKEN);
        later(2);
        Screen.equal("home again", home, () -> shown.model().rig().camera());
        Screen.reads("#tour-caption", "Home");
    }

    private static ZoomEvent pinch(double factor) {
        return new ZoomEvent(
                ZoomEvent.ZOOM, 500, 500, 500, 500, false, false, false, false, true, false, factor, factor, null);
    }

    @Test
    void aKernelThatIsWrittenToOrAViewThatBreaksGivesWayToTheShippedOne() throws IOException {
        shown.still();
        Kiosk kiosk = wall(false);
        Screen.reads("#tour-caption", "Home");
        later(20);
        byte[] bytes = Files.readAllBytes(folder.resolve("small.bsp"));
        bytes[bytes.length - 1] ^= 1;
        Files.write(folder.resolve("small.bsp"), bytes);
        Screen.value(
                "the shipped kernel",
                () -> {
                    later(0.1);
                    return shown.model().catalogue().get();
                },
                now -> now.kernels().equals(DefaultPaths.kernels()));
        assertThat(log.getFirst()).startsWith("A kernel was overwritten while in use: small.bsp.");
        Screen.reads("#tour-caption", "The Sun");
        later(20);
        Screen.run(() -> kiosk.mend("A view broke."));
        Screen.reads("#tour-caption", "Far");
        assertThat(log).hasSize(2);
        Screen.run(() -> kiosk.mend("At once again."));
        assertThat(log).as("mended once in ten seconds").hasSize(2);
    }

    @Test
    void theScreenSaverIsToldThatSomebodyIsThereOrItIsSaidThatItCannotBe() throws IOException {
        Path called = folder.resolve("called");
        Path gdbus = folder.resolve("gdbus");
        Files.writeString(gdbus, "#!/bin/sh\necho \"$@\" > " + called + "\n");
        assertThat(gdbus.toFile().setExecutable(true)).isTrue();
        Map<String, String> bus = Map.of("PATH", folder.toString(), "DBUS_SESSION_BUS_ADDRESS", "unix:path=/none");
        try (ScreenHold hold = new ScreenHold(bus, log::add)) {
            hold.start();
            String words = Eventually.value(
                    "the call",
                    () -> Files.exists(called) ? Files.readString(called) : "",
                    text -> text.endsWith("\n"));
            assertThat(words).contains("org.freedesktop.ScreenSaver.SimulateUserActivity");
        }
        assertThat(log).isEmpty();
        try (ScreenHold hold = new ScreenHold(Map.of("PATH", "/nowhere"), log::add)) {
            hold.start();
            Eventually.value("what is said", () -> log.size(), size -> size == 1);
            assertThat(log.getFirst()).contains("is not held off", "gdbus", "Switch it off");
        }
    }
}
