package orrery.ui.tour;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import orrery.service.SkyClock;
import orrery.ui.film.FilmMoment;
import orrery.ui.orrery.Camera;
import orrery.ui.orrery.CameraRig;
import orrery.ui.orrery.SkyModel;
import orrery.ui.orrery.SkyStyle;

/**
 * Plays a tour in the window: leads time and camera along it, pulse by pulse. Any other hand on either, a drag, a key, a date
 * typed, stops it there; it then goes on from where it was, flying back from wherever the hand has led.
 *
 * <p>Confined to the JavaFX thread.
 */
public final class TourPlayer implements SkyModel.Pilot {
    /** How long the way back to a tour takes that has been left, seconds. */
    private static final double WAY_BACK = 2;

    /** What a tour is doing. */
    public enum Play {
        /** There is none. */
        NONE,
        PLAYING,
        /** It waits to be told to go on. */
        PAUSED,
        /** It waits because a hand has taken time or camera from it. */
        TAKEN
    }

    /**
     * What is to be seen of the tour.
     *
     * @param stop index of the view that is shown or flown to
     * @param of how many there are
     * @param caption what is said now; nothing on the way
     * @param panel id of the tab that the view opens; nothing if empty, or on the way
     */
    public record Showing(Play play, int stop, int of, String caption, String panel) {
        static final Showing NOTHING = new Showing(Play.NONE, 0, 0, "", "");
    }

    /** From where, and for how long, the way back leads. */
    private record Return(double et, Camera camera, double seconds, double passed) {}

    private final SkyModel model;
    private final DoubleSupplier now;
    private final ReadOnlyObjectWrapper<Showing> showing =
            new ReadOnlyObjectWrapper<>(this, "showing", Showing.NOTHING);

    private Locale language = Locale.getDefault(Locale.Category.DISPLAY);
    private double speed = 1;
    private boolean round;
    private @Nullable Tour source;
    private @Nullable Tour tour;
    private @Nullable TourTimeline timeline;
    private Play play = Play.NONE;
    private double at;
    private @Nullable Return back;
    private int led = -1;
    private long clockMoves;
    private long cameraMoves;

    /** @param now this moment, TDB seconds past J2000: what {@code date: now} means */
    public TourPlayer(SkyModel model, DoubleSupplier now) {
        this.model = model;
        this.now = now;
    }

    /** What is to be seen of it. */
    public ReadOnlyObjectProperty<Showing> showing() {
        return showing.getReadOnlyProperty();
    }

    /** In which language captions are. */
    public void language(Locale other) {
        language = other;
        tell();
    }

    /** How many seconds of the tour pass in one; for tests of long runs. */
    public void speed(double times) {
        speed = times;
    }

    /** The tour that is open, as it was opened. */
    public Optional<Tour> tour() {
        return Optional.ofNullable(source);
    }

    /**
     * Opens a tour and plays it from a view on; flies there from wherever one is.
     *
     * @param goesRound whether it begins again at its end
     */
    public void open(Tour opened, boolean goesRound, int first) {
        source = opened;
        round = goesRound;
        prepare(opened);
        go(first);
    }

    private void prepare(Tour opened) {
        tour = opened.at(now.getAsDouble());
        timeline = new TourTimeline(tour, round);
    }

    /** Ends the tour; time and camera stay where they are. */
    public void close() {
        source = null;
        tour = null;
        timeline = null;
        play = Play.NONE;
        back = null;
        tell();
    }

    /** Lets the tour wait, or go on. */
    public void playOrPause() {
        if (play == Play.PLAYING) {
            pause();
        } else {
            resume();
        }
    }

    public void pause() {
        if (play == Play.PLAYING) {
            play = Play.PAUSED;
            model.clock().pause();
            tell();
        }
    }

    /** Somebody takes time and camera from it. */
    public void take() {
        if (play == Play.PLAYING) {
            play = Play.TAKEN;
            back = null;
            tell();
        }
    }

    /** Goes on from where it was left, at its end from the beginning. */
    public void resume() {
        TourTimeline line = timeline;
        if (line == null || play == Play.PLAYING) {
            return;
        }
        if (!round && at >= line.length()) {
            at = 0;
        }
        fly(WAY_BACK);
    }

    /** Flies to a view, and goes on from there. */
    public void go(int stop) {
        TourTimeline line = timeline;
        Tour shown = tour;
        if (line == null || shown == null) {
            return;
        }
        int wanted = Math.clamp(stop, 0, shown.stops().size() - 1);
        at = line.begin(wanted);
        fly(Math.min(shown.stops().get(wanted).fly(), WAY_BACK));
    }

    /** The next view; after the last, the first where it goes round. */
    public void next() {
        step(1);
    }

    /** The view before; where the present one has only just begun, else its beginning. */
    public void previous() {
        step(-1);
    }

    private void step(int by) {
        TourTimeline line = timeline;
        Tour shown = tour;
        if (line == null || shown == null) {
            return;
        }
        int size = shown.stops().size();
        int stop = showing.get().stop();
        int wanted = by < 0 && at - line.begin(stop) > 2 ? stop : stop + by;
        go(round ? Math.floorMod(wanted, size) : wanted);
    }

    private void fly(double seconds) {
        boolean cut = seconds == 0 || model.rig().reducedMotion();
        back = cut ? null : new Return(model.clock().et(), model.rig().camera(), seconds, 0);
        play = Play.PLAYING;
        led = -1;
        seen();
        tell();
    }

    private void seen() {
        clockMoves = model.clock().moves();
        cameraMoves = model.rig().moves();
    }

    @Override
    public boolean advance(double seconds) {
        TourTimeline line = timeline;
        Tour shown = tour;
        if (play != Play.PLAYING || line == null || shown == null) {
            return false;
        }
        if (clockMoves != model.clock().moves() || cameraMoves != model.rig().moves()) {
            take();
            return false;
        }
        Return way = back;
        if (way != null) {
            double passed = way.passed + seconds * speed;
            back = passed < way.seconds ? new Return(way.et, way.camera, way.seconds, passed) : null;
        } else {
            pass(line, seconds * speed);
        }
        lead(line, shown);
        return true;
    }

    private void pass(TourTimeline line, double seconds) {
        at += seconds;
        if (at < line.length()) {
            return;
        }
        Tour opened = source;
        if (round && opened != null) {
            at %= line.length();
            prepare(opened);
        } else {
            at = line.length();
            play = Play.PAUSED;
            model.clock().pause();
        }
    }

    private void lead(TourTimeline line, Tour shown) {
        SkyStyle style = model.style().get();
        TourTimeline.Moment moment = line.at(at, style, language);
        FilmMoment sky = moment.sky();
        arrive(shown.stops().get(moment.stop()), moment.stop());
        CameraRig.Whereabouts places = model.sky();
        boolean held = placed(sky.from(), places) && placed(sky.to(), places);
        Return way = back;
        double fraction = way == null ? 1 : way.passed / way.seconds;
        double eased = fraction * fraction * (3 - 2 * fraction);
        model.clock().flow(way == null ? sky.et() : way.et + (sky.et() - way.et) * eased);
        // Of a body that no kernel holds now there is no place to look at.
        if (held) {
            boolean still = model.rig().reducedMotion() && !moment.staying();
            Camera camera = still ? CameraRig.between(sky.to(), sky.to(), 1, places) : sky.camera(places);
            model.rig().lead(way == null ? camera : CameraRig.between(way.camera, camera, fraction, places));
        }
        if (!style.equals(sky.style())) {
            OptionalInt body = model.held(sky.style().selected());
            body.ifPresent(id -> model.selected().set(id));
            model.style().set(sky.style().selected(model.selected().get()));
        }
        tell();
    }

    private static boolean placed(Camera camera, CameraRig.Whereabouts places) {
        return places.of(camera.focus(), new double[3]);
    }

    /** Time's rate and its play button show what the view does. */
    private void arrive(TourStop stop, int index) {
        if (led == index) {
            return;
        }
        led = index;
        SkyClock clock = model.clock();
        if (stop.rate() == 0) {
            clock.pause();
        } else {
            clock.rate(stop.rate());
            clock.play();
        }
        seen();
    }

    private void tell() {
        TourTimeline line = timeline;
        Tour shown = tour;
        if (line == null || shown == null) {
            showing.set(Showing.NOTHING);
            return;
        }
        TourTimeline.Moment moment = line.at(at, model.style().get(), language);
        boolean there = moment.staying() && back == null;
        Showing next = new Showing(
                play,
                moment.stop(),
                shown.stops().size(),
                there ? moment.sky().caption() : "",
                there ? shown.stops().get(moment.stop()).panel() : "");
        if (!next.equals(showing.get())) {
            showing.set(next);
        }
    }
}
