package orrery.ui.shell;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.input.GestureEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.TouchEvent;
import javafx.stage.Stage;
import javafx.util.Subscription;
import orrery.cli.TourService;
import orrery.ui.tour.Tour;
import orrery.ui.tour.TourPlayer;

/**
 * The window on a wall: a tour repeats, full screen, with large text. Visitors may turn and zoom; when nobody has
 * touched it for a while, it flies back to its last view and continues. All keys are locked except the chord that ends
 * it, unless panels are allowed. Whatever goes wrong, the shipped kernel and the next view take over.
 *
 * <p>Confined to the JavaFX thread.
 */
final class Kiosk {
    /** Ends the kiosk. */
    static final KeyCombination CHORD = new KeyCodeCombination(
            KeyCode.Q, KeyCombination.CONTROL_DOWN, KeyCombination.ALT_DOWN, KeyCombination.SHIFT_DOWN);

    /** The pointer is hidden after this time without movement. */
    private static final long POINTER_NANOS = TimeUnit.SECONDS.toNanos(3);
    /** The interval of checks for problems, and the longer minimum interval between repairs. */
    private static final long WATCH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long MEND_NANOS = TimeUnit.SECONDS.toNanos(10);
    /** If no kernel is open for this long, the shipped one is opened. */
    private static final long EMPTY_NANOS = TimeUnit.SECONDS.toNanos(30);
    /** Text and marks grow with the screen: they have their usual size on a screen of this height, in layout units. */
    private static final double USUAL_HEIGHT = 1000;

    private final OrreryWindow window;
    private final TourPlayer player;
    private final Tour tour;
    private final boolean panels;
    private final long idleNanos;
    private final Runnable ending;
    private final Consumer<String> log;
    private final LongSupplier clock;
    private long touched;
    private long pointed;
    private long watched;
    private long mended;
    private long opened;
    private boolean begun;

    /**
     * @param wall whether visitors may use the panels, the time bar and all keys, and after which time without input
     *     the tour continues
     * @param ending ends the program
     * @param log receives one sentence per problem
     * @param clock a monotonic clock, nanoseconds
     */
    Kiosk(
            OrreryWindow window,
            Tour tour,
            TourService.Wall wall,
            Runnable ending,
            Consumer<String> log,
            LongSupplier clock) {
        this.window = window;
        this.player = window.tours().player();
        this.tour = tour;
        this.panels = wall.panels();
        this.idleNanos = (long) (wall.idle() * 1e9);
        this.ending = ending;
        this.log = log;
        this.clock = clock;
    }

    /** Takes control of the window. */
    void begin() {
        Scene scene = window.scene();
        window.wall(panels);
        window.tours().bar().wall();
        scene.addEventFilter(MouseEvent.ANY, event -> {
            if (event.getEventType() == MouseEvent.MOUSE_MOVED || event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
                pointed();
            }
            if (event.getEventType() == MouseEvent.MOUSE_PRESSED || event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
                touched();
            }
        });
        scene.addEventFilter(ScrollEvent.SCROLL, _ -> touched());
        scene.addEventFilter(GestureEvent.ANY, _ -> touched());
        scene.addEventFilter(TouchEvent.ANY, _ -> touched());
        scene.heightProperty()
                .subscribe(height -> window.grow(Math.min(height.doubleValue(), scene.getWidth()) / USUAL_HEIGHT));
        opened = clock.getAsLong();
        pointed();
    }

    /** Fills the screen, which only the chord can leave. */
    void fill(Stage stage) {
        var _ = lock(stage);
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setOnCloseRequest(Event::consume);
        stage.setFullScreen(true);
    }

    /** Intercepts the keys of a stage before anything in its scene sees them, until the returned subscription ends. */
    Subscription lock(Stage stage) {
        EventHandler<KeyEvent> taken = this::keyed;
        stage.addEventFilter(KeyEvent.ANY, taken);
        return () -> stage.removeEventFilter(KeyEvent.ANY, taken);
    }

    private void keyed(KeyEvent event) {
        if (event.getEventType() == KeyEvent.KEY_PRESSED && CHORD.match(event)) {
            event.consume();
            ending.run();
        } else if (!panels) {
            event.consume();
        } else {
            touched();
        }
    }

    /** A visitor is active and controls time and camera. */
    private void touched() {
        touched = clock.getAsLong();
        player.take();
    }

    private void pointed() {
        pointed = clock.getAsLong();
        // Moving the pointer counts as activity.
        touched = Math.max(touched, pointed);
        window.scene().setCursor(Cursor.DEFAULT);
    }

    /** Called once a pulse. */
    void pulse() {
        long now = clock.getAsLong();
        if (now - pointed > POINTER_NANOS) {
            window.scene().setCursor(Cursor.NONE);
        }
        boolean sky = window.model().catalogue().get() != null && window.sky().isShowing();
        if (!begun && sky) {
            begun = true;
            player.open(tour, true, 0);
        } else if (begun && player.showing().get().play() != TourPlayer.Play.PLAYING && now - touched > idleNanos) {
            if (player.tour().isEmpty()) {
                player.open(tour, true, 0);
            } else {
                window.side().open(false);
                player.go(player.showing().get().stop());
            }
        }
        if (now - watched > WATCH_NANOS) {
            watched = now;
            watch(now);
        }
    }

    private void watch(long now) {
        if (window.model().catalogue().get() == null) {
            if (now - opened > EMPTY_NANOS) {
                mend("No kernel could be opened.");
            }
        } else if (!window.model().service().altered().isEmpty()) {
            mend("A kernel was overwritten while in use: "
                    + String.join(", ", window.model().service().altered()) + ".");
        }
    }

    /** After a problem: shows the shipped kernel and the next view. */
    void mend(String what) {
        long now = clock.getAsLong();
        if (mended != 0 && now - mended < MEND_NANOS) {
            return;
        }
        mended = now;
        log.accept(what + " The shipped kernel is shown instead.");
        window.open(DefaultPaths.kernels());
        if (begun) {
            player.next();
        }
    }
}
