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
 * Plays a tour in the window: moves time and camera along it, pulse by pulse. Any other input to either (a drag, a key,
 * a typed date) stops it there; it can then continue from where it was, flying back from wherever the user has gone.
 *
 * <p>Confined to the JavaFX thread.
 */
public final class TourPlayer implements SkyModel.Pilot {
    /** Length of the flight back to an interrupted tour, seconds. */
    private static final double WAY_BACK = 2;

    /** The states of a tour. */
    public enum Play {
        /** No tour is open. */
        NONE,
        PLAYING,
        /** Paused. */
        PAUSED,
        /** Paused because the user has taken control of time or camera. */
        TAKEN
    }

    /**
     * The visible state of the tour.
     *
     * @param stop index of the current or next view
     * @param of number of views
     * @param caption current caption; empty during a flight
     * @param panel id of the tab that the view opens; empty for none, or during a flight
     */
    public record Showing(Play play, int stop, int of, String caption, String panel) {
        static final Showing NOTHING = new Showing(Play.NONE, 0, 0, "", "");
    }

    /** The start and length of the flight back. */
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

    /** @param now the current moment, TDB seconds past J2000: the meaning of {@code date: now} */
    public TourPlayer(SkyModel model, DoubleSupplier now) {
        this.model = model;
        this.now = now;
    }

    /** The visible state. */
    public ReadOnlyObjectProperty<Showing> showing() {
        return showing.getReadOnlyProperty();
    }

    /** The language of captions. */
    public void language(Locale other) {
        language = other;
        tell();
    }

    /** How many seconds of the tour pass per second; for tests of long runs. */
    public void speed(double times) {
        speed = times;
    }

    /** The open tour, as it was opened. */
    public Optional<Tour> tour() {
        return Optional.ofNullable(source);
    }

    /**
     * Opens a tour and plays it from a view on, flying there from the current view.
     *
     * @param goesRound whether it repeats
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

    /** Pauses the tour, or continues it. */
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

    /** The user takes control of time and camera. */
    public void take() {
        if (play == Play.PLAYING) {
            play = Play.TAKEN;
            back = null;
            tell();
        }
    }

    /** Continues from where it was left; at its end, from the beginning. */
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

    /** Flies to a view, and continues from there. */
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

    /** The next view; after the last, the first if the tour repeats. */
    public void next() {
        step(1);
    }

    /** The previous view or, unless the current one has only just begun, the beginning of the current one. */
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
        // A body without data now has no place to look at.
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

    /** The rate and the play button show what the view does. */
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
